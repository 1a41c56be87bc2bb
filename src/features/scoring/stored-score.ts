import type { CheckedAnswers } from './claims/claim.ts';
import type { AssessmentScore } from './score-assessment.ts';
import type { Scored, ScoreLevel } from './score-tree.ts';

/** One score of an assessment with what stands behind it. */
export interface StoredScore extends Scored {
  readonly level: ScoreLevel;
  /** Section id, theme id, or `overall`. */
  readonly key: string;
  /** How many of the answers behind it were checked from outside; left out where none was. */
  readonly checks?: CheckedAnswers;
}

/** A computed score as the rows it is stored in. */
export function storedScores(score: AssessmentScore): StoredScore[] {
  return [
    ...score.sections.map(({ sectionId, ...scored }) => ({ level: 'section' as const, key: sectionId, ...scored })),
    ...score.themes.map(({ themeId, ...scored }) => ({ level: 'theme' as const, key: themeId, ...scored })),
    { level: 'overall', key: 'overall', ...score.overall },
  ];
}
