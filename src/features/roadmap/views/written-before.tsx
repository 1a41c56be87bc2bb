import { paths } from '../../../paths.ts';
import type { VersionBeside } from '../versions/read-beside.ts';
import { VersionTag } from './version-tag.tsx';

/** The versions that a draft is read beside, each a link, for whatever cannot be shown beside what is being written. */
export function WrittenBefore({ beside }: { readonly beside: readonly VersionBeside[] }) {
  return beside.length === 0 ? null : (
    <section aria-labelledby="written-before">
      <h2 id="written-before">What was written before</h2>
      <p>This draft began empty. What still holds can be read here and copied; nothing is taken over by itself.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {beside.map((version) => (
          <li key={version.versionId}>
            <a href={paths.readVersion(version.slug, version.number)}>{versionInWords(version)}</a>{' '}
            <VersionTag state={version.state} isLeftBehind={version.isLeftBehind} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `Northvale, version 1, for “Local Digital Roadmap 2016”`. */
export function versionInWords({ footprintName, number, roundLabel }: VersionBeside): string {
  return `${footprintName}, version ${number}, for “${roundLabel}”`;
}
