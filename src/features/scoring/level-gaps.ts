import { desirableLevels, type Instrument, type Question } from '../programme/index.ts';
import { questionsAsked } from './answers/questions-asked.ts';
import { type AnswerRevision, givenAnswers } from './answers/saved-answer.ts';
import { optionReached } from './option-reached.ts';

/** A question of which it is said where the organisation means to be by the next round. */
export interface LevelGap {
  readonly question: Question;
  /** Id of the option that is reached now; null where the question is not answered. */
  readonly current: string | null;
  /** Id of the option that is to be reached. */
  readonly desired: string;
  /** How many options of the scale lie between: below 0 where more is reached than is desired; null where the question is not answered. */
  readonly levels: number | null;
}

/**
 * How far an organisation is from where it means to be, for each question of which it says so, in the instrument's order. A question that is
 * not asked of it, or does not apply, has no gap.
 */
export function levelGaps(instrument: Instrument, careSetting: string, answers: readonly AnswerRevision[]): LevelGap[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const asked = questionsAsked(instrument, careSetting, givenAnswers(answers));
  return [...asked.values()].flatMap((question): LevelGap[] => {
    const answer = given.get(question.id);
    const value = answer?.value ?? null;
    const desired = answer === undefined ? null : desiredOf(answer);
    const options = desirableLevels(instrument, question).map(({ id }) => id);
    if (desired === null || !options.includes(desired)) {
      return [];
    }
    const current = value === null ? null : optionReached(question, value);
    const levels = current === null ? null : options.indexOf(desired) - options.indexOf(current);
    return [{ question, current, desired, levels }];
  });
}

/** Where somebody means to be with a question: nowhere where it does not apply, though what was said before that is kept. */
export function desiredOf({ value, desired }: Pick<AnswerRevision, 'value' | 'desired'>): string | null {
  return value?.kind === 'not-applicable' ? null : desired;
}

/** What is said to be desired of the questions that count, by id: it is signed with the answers. */
export function desiredThatCount(gaps: readonly LevelGap[]): Readonly<Record<string, string>> {
  return Object.fromEntries(gaps.map(({ question, desired }) => [question.id, desired]));
}
