const NATIONAL_LIST = 'https://www.england.nhs.uk/digitaltechnology/connecteddigitalsystems/digital-roadmaps/';

/**
 * Why fewer footprints are shown than there were. The two totals are NHS England's own; its list of them was published as a
 * document that can no longer be read, so only footprints with a document of their own are recorded.
 */
export function CoverageNote({ recorded }: { recorded: number }) {
  return (
    <p className="ldr-figure-note">
      Not every footprint is recorded here. <a href={NATIONAL_LIST}>NHS England counted</a> 73 at the end of June 2016,
      and 65 from autumn 2016 after some had joined. Its list of them could not be found. The {recorded} shown are those
      for which a published document was found.
    </p>
  );
}
