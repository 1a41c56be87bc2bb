import type { Instrument } from '../programme/index.ts';
import type { CheckedAnswers } from './claims/claim.ts';
import type { Scored } from './score-tree.ts';
import type { Benchmark } from './spread/benchmark.ts';
import { type Distribution, smallestGroup } from './spread/distribution.ts';
import type { StoredScore } from './stored-score.ts';
import { themesAsked } from './themes-asked.ts';

/** One score beside those of others. */
export interface ComparedScore extends Scored {
  readonly id: string;
  readonly label: string;
  /** How others' scores spread; null where too few have one. The organisation's own is among them once submitted. */
  readonly national: Distribution | null;
  readonly careSetting: Distribution | null;
  readonly checks?: CheckedAnswers;
}

export interface ComparedTheme extends ComparedScore {
  readonly sections: readonly ComparedScore[];
}

/** What stands out in a result, for its first lines. */
export interface ResultHighlights {
  /** Up to three sections each, best and weakest first; empty when fewer than six sections have a score. */
  readonly strongest: readonly ComparedScore[];
  readonly weakest: readonly ComparedScore[];
  /** How many further sections have the very score of the last of those three: to leave them out in silence would be untrue. */
  readonly alsoStrongest: number;
  readonly alsoWeakest: number;
  /** Sections with a score above the national median, of those that can be compared; equal counts as neither. */
  readonly aboveMedian: number;
  readonly belowMedian: number;
  readonly compared: number;
}

export interface ResultOverview {
  readonly overall: ComparedScore;
  readonly themes: readonly ComparedTheme[];
  readonly highlights: ResultHighlights;
}

/** Sets an organisation's scores beside the national spread and that of its care setting, in the instrument's order; without sections that are withheld. */
export function overviewOfResult(
  instrument: Instrument,
  scores: readonly StoredScore[],
  benchmarks: readonly Benchmark[],
  withheld: ReadonlySet<string> = new Set(),
): ResultOverview {
  const compare = (level: StoredScore['level'], key: string, label: string): ComparedScore => {
    const score = scores.find((each) => each.level === level && each.key === key);
    const benchmark = benchmarks.find((each) => each.level === level && each.key === key);
    return {
      id: key,
      label,
      score: score?.score ?? null,
      answered: score?.answered ?? 0,
      evidenced: score?.evidenced ?? null,
      applicable: score?.applicable ?? 0,
      notApplicable: score?.notApplicable ?? 0,
      missing: score?.missing ?? 0,
      ...(score?.checks === undefined ? {} : { checks: score.checks }),
      national: drawable(benchmark?.national),
      careSetting: drawable(benchmark?.careSetting),
    };
  };
  const themes = themesAsked(instrument.themes, scores).map((theme) => ({
    ...compare('theme', theme.id, theme.title),
    sections: theme.sections
      .filter(({ id }) => !withheld.has(id))
      .map((section) => compare('section', section.id, `${section.number}. ${section.title}`)),
  }));
  const sections = themes.flatMap((theme) => theme.sections);
  return { overall: compare('overall', 'overall', 'Overall'), themes, highlights: highlightsOf(sections) };
}

function drawable(distribution: Distribution | null | undefined): Distribution | null {
  return distribution != null && distribution.n >= smallestGroup ? distribution : null;
}

function highlightsOf(sections: readonly ComparedScore[]): ResultHighlights {
  const scored = sections
    .flatMap((section) => (section.score === null ? [] : [{ section, score: section.score }]))
    .toSorted((a, b) => b.score - a.score);
  const differences = scored.flatMap(({ section, score }) =>
    section.national === null ? [] : [score - section.national.median],
  );
  const ranked = scored.length < 6 ? [] : scored;
  const strongest = ranked.slice(0, 3);
  const weakest = ranked.slice(-3).reverse();
  const alsoAt = (last: number | undefined, among: typeof ranked) => among.filter(({ score }) => score === last).length;
  return {
    strongest: strongest.map(({ section }) => section),
    weakest: weakest.map(({ section }) => section),
    alsoStrongest: alsoAt(strongest.at(-1)?.score, ranked.slice(3)),
    alsoWeakest: alsoAt(weakest.at(-1)?.score, ranked.slice(0, -3)),
    aboveMedian: differences.filter((difference) => difference > 0).length,
    belowMedian: differences.filter((difference) => difference < 0).length,
    compared: differences.length,
  };
}
