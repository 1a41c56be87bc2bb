import type { Day } from '../../directory/index.ts';
import type { FootprintCount, ProgrammePack } from '../../programme/index.ts';

export type Counted = Pick<ProgrammePack, 'footprintCounts' | 'endedOn'>;

/**
 * The count that the footprints recorded here are a part of: the programme's first, from its day on until the programme ended. A later
 * count is of footprints that had joined, and which of them did is not known; after the end nobody counted. So nothing here can be set
 * against either.
 */
export function countedBy({ footprintCounts, endedOn }: Counted, { asAt }: Pick<Day, 'asAt'>): FootprintCount | null {
  const [first] = footprintCounts;
  return first !== undefined && first.countedOn <= asAt && !isOver(endedOn, asAt) ? first : null;
}

/** Whether the programme is over on a day. */
export function isOver(endedOn: string | null, asAt: string): endedOn is string {
  return endedOn !== null && endedOn < asAt;
}
