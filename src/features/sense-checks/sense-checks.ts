import { type Instrument, type ProgrammePack, questionsFor } from '../programme/index.ts';
import { type Answer, scoreAssessment } from '../scoring/index.ts';
import { answeredSections } from './answered-questions.ts';
import {
  type AnsweredBefore,
  againstFigures,
  type FigureBeside,
  farFromSimilar,
  inconsistenciesIn,
  largeChanges,
  type SimilarResults,
} from './beside-others.ts';
import { keyed, type SenseCheck } from './sense-check.ts';
import { foundWithin } from './within-answers.ts';

export interface ToCheck {
  readonly instrument: Instrument;
  readonly careSetting: string;
  /** Those that count, each once. */
  readonly answers: readonly Answer[];
  /** Those of the programme that are about this instrument. */
  readonly consistencyRules: ProgrammePack['consistencyRules'];
  /** Null where nothing was answered before that can be compared. */
  readonly before: AnsweredBefore | null;
  /** Null where no similar result is known. */
  readonly similar: SimilarResults | null;
  /** What official bodies published about the organisation, by the questions that it bears on. */
  readonly figures: readonly FigureBeside[];
}

/**
 * Everything about the answers that is worth a second look, in the order of the instrument. A pure function of the answers and of what
 * they are held against; what is asked is never that somebody is wrong, but whether it is meant.
 */
export function senseChecks(asked: ToCheck): SenseCheck[] {
  const { instrument, careSetting, answers, consistencyRules, before, similar, figures } = asked;
  const sections = answeredSections(instrument, careSetting, answers);
  const found = [
    ...sections.flatMap((section) => foundWithin(instrument, section)),
    ...inconsistenciesIn(consistencyRules, sections, answers),
    ...againstFigures(figures, sections, answers),
    ...(before === null ? [] : largeChanges({ instrument, careSetting }, sections, before)),
    ...(similar === null
      ? []
      : farFromSimilar(instrument, sections, scoreAssessment(instrument, careSetting, answers).sections, similar)),
  ];
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const places = new Map(questionsFor(instrument, careSetting).map(({ id }, place) => [id, place]));
  const placeOf = ({ questionIds }: SenseCheck) => places.get(questionIds[0] ?? '') ?? 0;
  return found.map((each) => keyed(each, given)).toSorted((one, other) => placeOf(one) - placeOf(other));
}
