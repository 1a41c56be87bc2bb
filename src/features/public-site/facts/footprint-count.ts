import type { Day } from '../../directory/index.ts';
import type { FootprintCount } from '../../programme/index.ts';

/**
 * The count that the footprints recorded here are a part of: the programme's first, from its day on. A later one is of footprints
 * that had joined, and which of them did is not known, so nothing here can be set against it.
 */
export function countedBy(counts: readonly FootprintCount[], { asAt }: Pick<Day, 'asAt'>): FootprintCount | null {
  const [first] = counts;
  return first !== undefined && first.countedOn <= asAt ? first : null;
}
