import type { Instrument } from '../programme/index.ts';
import { type Scored, type ScoreLevel, type Sum, sumOf, type Weighed } from './score-tree.ts';
import type { StoredScore } from './stored-score.ts';
import { themesAsked } from './themes-asked.ts';

export interface ShownSum extends Sum {
  /** Id of the theme, or `overall`. */
  readonly id: string;
}

/**
 * How the overall score and those of the themes came about, from scores as they are kept, without the answers: overall first, then
 * themes in the instrument's order. A theme whose method takes single answers is left out, as its sum runs over what is not here; so is
 * one with a section that is withheld.
 */
export function sumsOfScores(
  { themes, scoring }: Instrument,
  scores: readonly StoredScore[],
  withheld: ReadonlySet<string> = new Set(),
): ShownSum[] {
  const kept = (level: ScoreLevel, parts: readonly { readonly id: string; readonly weight: number }[]) =>
    parts.map(({ id, weight }) => ({ weight, node: { id, ...keptScore(scores, level, id) } }));
  const sum = (level: ScoreLevel, id: string, parts: readonly Weighed[], isComplete = true): ShownSum => {
    const { score } = keptScore(scores, level, id);
    // Which gates are closed is in the answers; one that holds has left its mark.
    const heldAt = (mean: number) =>
      scoring.gates.find((gate) => gate.holds === id && gate.most === score && gate.most < mean) ?? null;
    return { id, ...sumOf(parts, isComplete, heldAt) };
  };
  const ofThemes = kept('theme', themes);
  const isComplete = ofThemes.every(({ node }) => node.applicable === 0 || node.score !== null);
  const shown = scoring.theme === 'mean-of-answers' ? [] : themesAsked(themes, scores);
  return [
    sum('overall', 'overall', ofThemes, isComplete),
    ...shown
      .filter(({ sections }) => !sections.some(({ id }) => withheld.has(id)))
      .map(({ id, sections }) => sum('theme', id, kept('section', sections))),
  ];
}

function keptScore(scores: readonly StoredScore[], level: ScoreLevel, key: string): Scored {
  const found = scores.find((score) => score.level === level && score.key === key);
  return found ?? { score: null, answered: 0, evidenced: 0, applicable: 0, notApplicable: 0, missing: 0 };
}
