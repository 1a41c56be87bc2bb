import { DAY_MILLISECONDS } from '../../platform/days.ts';
import type { PollAction, PollState } from './poll-state.ts';
import type { QuestionResult } from './spread.ts';

/** What was done about a poll, and how it stands since. A vote is no step: nothing tells when one was cast. */
export interface PollStep {
  readonly number: number;
  readonly kind: 'open' | Exclude<PollAction, 'vote'>;
  readonly state: PollState;
  /** Of a withdrawal: why. */
  readonly reason: string;
  /** Null where its day was over. */
  readonly by: { readonly personId: string; readonly personName: string } | null;
  readonly at: Date;
}

/** Where a poll is: in which assessment, and about which section. */
export interface PollPlace {
  readonly organisationId: string;
  readonly roundId: string;
  /** The reserved one for what is answered once for several care settings. */
  readonly careSetting: string;
  /** Empty of a survey of staff, which is about questions of several sections. */
  readonly sectionId: string;
}

/** The text of the questionnaire that is voted on. */
export interface PolledText {
  readonly id: string;
  readonly version: string;
  /** Null where none is kept. */
  readonly digest: string | null;
}

/** Who does not agree with the answer that was agreed after a poll, and why. */
export interface Dissent {
  readonly revision: number;
  /** Empty where it was taken back. */
  readonly body: string;
  readonly by: string;
  readonly at: Date;
}

export interface PolledQuestion {
  readonly questionId: string;
  readonly result: QuestionResult;
  /** As it was written last; null where nothing ever was. */
  readonly dissent: Dissent | null;
}

export interface Poll extends PollPlace {
  readonly pollId: string;
  readonly text: PolledText;
  /** An ISO date: the last on which a vote is taken. */
  readonly runsUntil: string;
  readonly message: string;
  /** Of a survey of staff, the token of the one address by which anybody votes; null where each vote has a link of its own. */
  readonly openToken: string | null;
  /** How many links there are, how many of them were sent by e-mail, and how many were used. */
  readonly invited: number;
  readonly mailed: number;
  readonly voted: number;
  /** In the order of the questionnaire. */
  readonly questions: readonly PolledQuestion[];
  /** One at least, the oldest first. */
  readonly steps: readonly [PollStep, ...PollStep[]];
}

/** How a poll stands: its latest step. */
export function standingStep({ steps }: Pick<Poll, 'steps'>): PollStep {
  return steps.at(-1) ?? steps[0];
}

/**
 * How a poll stands on a day: once its last day is over it is closed, whether or not that is written yet, since no vote is taken any more.
 */
export function stateOn(state: PollState, runsUntil: string, day: string): PollState {
  return state === 'open' && day > runsUntil ? 'closed' : state;
}

/**
 * Whether a question cannot be polled again in a place. One spread of a question is all that is ever shown there: where the same people
 * are asked twice, the difference between two would tell what one of them says.
 */
export function isPolled(polls: readonly Poll[], questionId: string, day: string): boolean {
  return polls.some(
    ({ steps, runsUntil, questions }) =>
      questions.some((each) => each.questionId === questionId && each.result.kind !== 'few') &&
      stateOn(standingStep({ steps }).state, runsUntil, day) !== 'withdrawn',
  );
}

/** What a page says of a question beside its answer: the poll whose spread is shown, or the latest that was not withdrawn; null where there is none. */
export function pollBeside(
  polls: readonly Poll[],
  questionId: string,
  day: string,
): { readonly poll: Poll; readonly question: PolledQuestion } | null {
  const about = polls.flatMap((poll) => {
    const question = poll.questions.find((each) => each.questionId === questionId);
    return question === undefined || stateOn(standingStep(poll).state, poll.runsUntil, day) === 'withdrawn'
      ? []
      : [{ poll, question }];
  });
  return about.find(({ question }) => question.result.kind === 'shown') ?? about.at(-1) ?? null;
}

/** Whether those who have not voted were reminded less than a day ago. */
export function isJustReminded({ steps }: Pick<Poll, 'steps'>, now: Date): boolean {
  const last = steps.findLast(({ kind }) => kind === 'remind');
  return last !== undefined && now.getTime() - last.at.getTime() < DAY_MILLISECONDS;
}
