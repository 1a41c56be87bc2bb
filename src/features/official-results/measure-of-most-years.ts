/**
 * The place of the measure that most years have, from 0: it shows a change where others cannot. Of several the last, since publishers put
 * what is of everything behind its parts.
 */
export function measureOfMostYears(measures: readonly string[], yearsOf: (place: number) => readonly number[]): number {
  const count = (place: number) => new Set(yearsOf(place)).size;
  return measures.reduce((best, _label, place) => (count(place) >= count(best) ? place : best), 0);
}
