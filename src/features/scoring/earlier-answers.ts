import type { Instrument, InstrumentLineage, LineageKind, Question, Round } from '../programme/index.ts';
import type { Answer } from './answers/answer.ts';

/** The answers of an earlier round that can stand beside the questions of this one. */
export interface EarlierAnswers {
  readonly round: Round;
  readonly instrument: Instrument;
  readonly careSetting: string;
  readonly lineage: InstrumentLineage;
  readonly answers: readonly Answer[];
  /** By question, the option that it meant to reach by the round after. */
  readonly desired: ReadonlyMap<string, string>;
}

/** What was answered earlier to the questions that one came from. */
export interface EarlierAnswer {
  readonly kind: LineageKind;
  readonly given: readonly { readonly question: Question; readonly answer: Answer }[];
}

/** What an organisation said earlier to what a question came from; null where it said nothing, or the question is new. */
export function earlierAnswerTo({ lineage, answers }: EarlierAnswers, { id }: Question): EarlierAnswer | null {
  const pair = lineage.pairs.find(({ question }) => question.id === id);
  const given = (pair?.from ?? []).flatMap((question) => {
    const answer = answers.find(({ questionId }) => questionId === question.id);
    return answer === undefined ? [] : [{ question, answer }];
  });
  return pair === undefined || given.length === 0 ? null : { kind: pair.kind, given };
}
