import { paths } from '../../../../../paths.ts';
import { Details } from '../../../../../views/details.tsx';
import { Narrative } from '../../../../../views/text/narrative.tsx';
import type { VersionBeside } from '../../../versions/read-beside.ts';
import { versionInWords, WrittenBefore } from '../../../views/written-before.tsx';
import type { CitedPart } from '../citation-repository.ts';

interface CitedPartsProps {
  readonly beside: readonly VersionBeside[];
  /** What they say in this part. */
  readonly cited: readonly CitedPart[];
}

/** What was written before for the same part, each on its own: to read and quote, not to merge. */
export function CitedParts({ beside, cited }: CitedPartsProps) {
  const saying = beside.flatMap((version) => {
    const part = cited.find(({ versionId }) => versionId === version.versionId);
    return part === undefined ? [] : [{ version, part }];
  });
  if (saying.length === 0) {
    return <WrittenBefore beside={beside} />;
  }
  return (
    <section aria-labelledby="cited">
      <h2 id="cited">What was written before</h2>
      <p>
        These words stand as they were left. Nothing is carried over by itself: write the part anew, and quote what
        still holds.
      </p>
      {saying.map(({ version, part: { body, localHeading } }) => (
        <Details key={version.versionId} summary={versionInWords(version)}>
          {localHeading !== '' && <h3>{localHeading}</h3>}
          <Narrative text={body} headingLevel={localHeading === '' ? 3 : 4} />
          <p>
            <a href={paths.readVersion(version.slug, version.number)}>Read the whole of {versionInWords(version)}</a>
          </p>
        </Details>
      ))}
    </section>
  );
}
