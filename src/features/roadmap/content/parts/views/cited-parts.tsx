import { Details } from '../../../../../views/details.tsx';
import { Narrative } from '../../../../../views/text/narrative.tsx';
import type { CitedPart } from '../citation-repository.ts';

/** What the footprints that this one came from wrote for the same part, each on its own: to read and quote, not to merge. */
export function CitedParts({ cited }: { readonly cited: readonly CitedPart[] }) {
  if (cited.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="cited">
      <h2 id="cited">What was written before</h2>
      <p>
        This footprint came from others. Their words stand here as they left them. Nothing is carried over by itself:
        write the part anew, and quote what still holds.
      </p>
      {cited.map(({ footprintName, versionNumber, body, localHeading }) => (
        <Details key={`${footprintName} ${versionNumber}`} summary={`${footprintName}, version ${versionNumber}`}>
          {localHeading !== '' && <h3>{localHeading}</h3>}
          <Narrative text={body} headingLevel={localHeading === '' ? 3 : 4} />
        </Details>
      ))}
    </section>
  );
}
