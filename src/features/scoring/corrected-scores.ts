import type { Instrument } from '../programme/index.ts';
import type { StoredScore } from './stored-score.ts';
import { withheldSections } from './withheld-sections.ts';

/** A score that was published, with what decides whether it is for everybody. */
export type PublishedScore = Pick<StoredScore, 'level' | 'key' | 'score' | 'answered'>;

/** One score before a correction and after it; null where nothing was scored. */
export interface CorrectedScore {
  readonly level: StoredScore['level'];
  readonly key: string;
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Every score before a correction and after it: overall, then each theme with its sections. A section that is for nobody outside in one of the
 * two is left out, as the difference would tell of it.
 */
export function correctedScores(
  instrument: Instrument,
  before: readonly PublishedScore[],
  after: readonly PublishedScore[],
): CorrectedScore[] {
  const withheld = new Set([...withheldSections(instrument, before), ...withheldSections(instrument, after)]);
  const scoreIn = (scores: readonly PublishedScore[], level: StoredScore['level'], key: string) =>
    scores.find((each) => each.level === level && each.key === key)?.score ?? null;
  const scoreOf = (level: StoredScore['level'], key: string, label: string): CorrectedScore => ({
    ...{ level, key, label },
    before: scoreIn(before, level, key),
    after: scoreIn(after, level, key),
  });
  return [
    scoreOf('overall', 'overall', 'Overall'),
    ...instrument.themes.flatMap(({ id, title, sections }) => [
      scoreOf('theme', id, title),
      ...sections
        .filter((section) => !withheld.has(section.id))
        .map((section) => scoreOf('section', section.id, `${section.number}. ${section.title}`)),
    ]),
  ];
}
