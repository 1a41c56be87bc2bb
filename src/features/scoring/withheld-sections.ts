import type { Instrument } from '../programme/index.ts';
import type { StoredScore } from './stored-score.ts';

/** The score of fewer answers would tell them, or nearly. */
export const FEWEST_ANSWERS_SHOWN = 3;

/**
 * The sections whose scores are not for everybody: those that rest on fewer than three answers, and as many more of the same theme as
 * keep the answers of those from being worked out from the theme and its other sections. A section that is all there is of its theme
 * says no more than the theme, whose score is public.
 */
export function withheldSections(
  { themes }: Pick<Instrument, 'themes'>,
  scores: readonly Pick<StoredScore, 'level' | 'key' | 'answered'>[],
): ReadonlySet<string> {
  const answered = new Map(
    scores.flatMap(({ level, key, answered: count }) =>
      level === 'section' && count > 0 ? [[key, count] as const] : [],
    ),
  );
  return new Set(
    themes.flatMap(({ sections }) => {
      const counts = sections.map(({ id }) => ({ id, count: answered.get(id) ?? 0 }));
      return withheldTogether(counts);
    }),
  );
}

/** Of parts of a whole that is for everybody those that are not, by how many answers each rests on. One that is all there is says no more than the whole. */
export function withheldTogether(parts: readonly Counted[]): string[] {
  const counts = parts.filter(({ count }) => count > 0).toSorted((one, other) => one.count - other.count);
  return counts.length < 2 ? [] : smallestTogether(counts);
}

interface Counted {
  readonly id: string;
  readonly count: number;
}

/** None where even the smallest is large enough; else the smallest, two at the least, until they hold enough answers among them. */
function smallestTogether(counts: readonly Counted[]): string[] {
  const few = counts.filter(({ count }) => count < FEWEST_ANSWERS_SHOWN).length;
  if (few === 0) {
    return [];
  }
  const together = counts.slice(0, Math.max(2, few));
  const held = together.reduce((sum, { count }) => sum + count, 0);
  // As they go by size, one more holds enough.
  const withheld = held < FEWEST_ANSWERS_SHOWN ? counts.slice(0, together.length + 1) : together;
  return withheld.map(({ id }) => id);
}
