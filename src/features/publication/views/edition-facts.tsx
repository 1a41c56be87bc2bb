import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { countOf, formatDate, listInWords } from '../../../views/format.ts';
import { DigestText } from '../../../views/text/digest-text.tsx';
import { planningName } from '../../directory/index.ts';
import type { Edition } from '../find-edition.ts';

/** The control block of a published version, which nobody types, and the ways to its signatures. */
export function EditionFacts({ edition }: { edition: Edition }) {
  const { footprint, publication, download } = edition;
  const { slug } = footprint;
  return (
    <>
      <dl className="ldr-edition__facts">
        {factsOf(edition).map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className="ldr-edition__digest">
          <dt>Digest of exactly this text</dt>
          <dd>
            <DigestText digest={download.digest} />
          </dd>
        </div>
      </dl>
      <ul className="ldr-edition__links">
        <li>
          <a href={paths.roadmapSignUp(slug)}>Who agreed, and on what conditions</a>
        </li>
        <li>
          <a href={paths.publishedPage(slug, publication.versionNumber, 'schedule')}>What goes live when, and where</a>
        </li>
        <li>
          <a href={paths.publishedPage(slug, publication.versionNumber, 'money')}>
            The money, and what if it goes otherwise
          </a>
        </li>
        <li>
          <a href="#verify">How to verify it</a>
        </li>
      </ul>
    </>
  );
}

interface Fact {
  readonly key: string;
  readonly value: ReactNode;
}

function factsOf({ publication, download: { document } }: Edition): Fact[] {
  const leads = document.members.filter(({ role }) => role === 'lead').map(({ name }) => name);
  const plans = document.footprint.stps.map(({ name }) => name);
  return [
    { key: 'Version', value: `${publication.versionNumber} (release ${publication.releaseNumber})` },
    { key: 'Text settled', value: formatDate(new Date(document.frozenAt)) },
    { key: 'Published', value: formatDate(publication.publishedAt) },
    {
      key: 'Endorsed by',
      value: `${publication.endorsedCount} of ${countOf(publication.memberCount, 'organisation')}`,
    },
    leads.length === 0 ? { key: 'Lead', value: 'Not recorded' } : { key: 'Led by', value: listInWords(leads) },
    ...(document.footprint.region === null ? [] : [{ key: 'Region', value: document.footprint.region }]),
    ...(plans.length === 0 ? [] : [{ key: planningName(document.footprint.stps), value: listInWords(plans) }]),
  ];
}
