import type { Instrument } from '../programme/index.ts';
import type { Answer } from './answers/answer.ts';
import { type Scored, type ScoreNode, treeScorer } from './score-tree.ts';

export interface SectionScore extends Scored {
  readonly sectionId: string;
}

export interface ThemeScore extends Scored {
  readonly themeId: string;
}

/** A result that says how it was formed; the same instrument version and answers give the same JSON bytes. */
export interface AssessmentScore {
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly careSetting: string;
  /** Id and reader's sentence of the scoring method. */
  readonly method: string;
  readonly label: string;
  readonly sections: readonly SectionScore[];
  readonly themes: readonly ThemeScore[];
  readonly overall: Scored;
}

export type AssessmentScorer = (answers: readonly Answer[]) => AssessmentScore;

/**
 * The scores of one organisation's answers as they are kept and shown, without the sums behind them: those of `scoreTree`, which
 * says by what rules.
 */
export function scoreAssessment(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): AssessmentScore {
  return assessmentScorer(instrument, careSetting)(answers);
}

/** The same for many sets of answers: what does not depend on them is worked out once. */
export function assessmentScorer(instrument: Instrument, careSetting: string): AssessmentScorer {
  const treeOf = treeScorer(instrument, careSetting);
  return (answers) => {
    const overall = treeOf(answers);
    const themes = overall.parts;
    return {
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      careSetting,
      method: instrument.scoring.id,
      label: instrument.scoring.label,
      sections: themes.flatMap(({ parts }) => parts.map((node) => ({ sectionId: node.id, ...scored(node) }))),
      themes: themes.map((node) => ({ themeId: node.id, ...scored(node) })),
      overall: scored(overall),
    };
  };
}

function scored({ score, answered, evidenced, applicable, notApplicable, missing }: ScoreNode): Scored {
  return { score, answered, evidenced, applicable, notApplicable, missing };
}
