import type { Instrument } from '../../../programme/index.ts';
import type { AssessmentScore, LikeForLike } from '../../../scoring/index.ts';

/** At full precision, by `overall`, or `theme:` or `section:` and its id; null where nothing scored stands behind it. */
type ScoresByPart = Readonly<Record<string, number | null>>;

/** What one organisation scored in two rounds on the questions that both asked it. */
export interface ComparedScores {
  readonly earlier: ScoresByPart;
  readonly later: ScoresByPart;
  /** Questions that it answered with a score in both. */
  readonly commonCount: number;
}

/**
 * Comparisons of two rounds that were worked out once. What was submitted never changes, so one that is named by two submissions and
 * rests on two questionnaires holds for good, whatever else changes: whoever lists them works out only what is not here yet. About a
 * kilobyte for each organisation and pair of rounds.
 */
export class RoundComparisons {
  // By the questionnaires themselves: what says something else is another object, and what is asked no more is forgotten.
  readonly #kept = new WeakMap<Instrument, WeakMap<Instrument, Map<string, ComparedScores>>>();

  /** Those of two questionnaires by the key of their submissions, to be added to. */
  of(earlier: Instrument, later: Instrument): Map<string, ComparedScores> {
    const ofLater = this.#kept.get(later) ?? new WeakMap<Instrument, Map<string, ComparedScores>>();
    this.#kept.set(later, ofLater);
    const ofBoth = ofLater.get(earlier) ?? new Map<string, ComparedScores>();
    ofLater.set(earlier, ofBoth);
    return ofBoth;
  }
}

/** What is worth keeping of a comparison. */
export function comparedScores({ earlier, later, common }: LikeForLike): ComparedScores {
  return { earlier: byPart(earlier), later: byPart(later), commonCount: common.length };
}

function byPart({ overall, themes, sections }: AssessmentScore): ScoresByPart {
  return Object.fromEntries([
    ['overall', overall.score],
    ...themes.map(({ themeId, score }) => [`theme:${themeId}`, score]),
    ...sections.map(({ sectionId, score }) => [`section:${sectionId}`, score]),
  ]);
}
