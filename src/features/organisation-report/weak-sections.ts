import type { ScoreScale } from '../programme/index.ts';
import type { ComparedScore, ResultOverview } from '../scoring/index.ts';

/** More than a few would be no choice. */
const MOST = 3;

/**
 * The sections with which to begin, the weakest first: those that the result calls its lowest, or of one with few sections the lowest three.
 * A section that has all there is, or no score, is not among them.
 */
export function weakSections({ themes, highlights }: ResultOverview, { most }: Pick<ScoreScale, 'most'>): string[] {
  const isBelow = ({ score }: ComparedScore) => score !== null && score < most;
  const lowest = themes
    .flatMap(({ sections }) => sections)
    .filter(isBelow)
    .toSorted((one, other) => (one.score ?? 0) - (other.score ?? 0))
    .slice(0, MOST);
  const weakest = highlights.weakest.length === 0 ? lowest : highlights.weakest.filter(isBelow);
  return weakest.map(({ id }) => id);
}
