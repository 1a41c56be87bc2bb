import type { PollState } from './poll-state.ts';

/** Of fewer answers than this nothing is shown: not the spread, not a comment, not how many they are. */
export const fewestShown = 5;

/** What a colleague chooses who has no opinion; it counts as no answer. */
export const cannotSay = 'cannot-say';

/** How often one choice was made. */
export interface Tally {
  readonly choice: string;
  readonly votes: number;
}

/** What somebody wrote with a vote. */
export interface PollComment {
  /** A random one. */
  readonly id: string;
  readonly text: string;
}

/** How colleagues answered a question, and what they wrote with it, in an order that says nothing. */
export interface Spread {
  /** How many made a choice. */
  readonly answers: number;
  /** How many said that they cannot say. */
  readonly unsaid: number;
  /** Votes by choice. */
  readonly votes: ReadonlyMap<string, number>;
  readonly comments: readonly PollComment[];
}

/** What is to be seen of a polled question. */
export type QuestionResult =
  /** While it is open nothing is, not even to whoever opened it. */
  | { readonly kind: 'open' | 'withdrawn' }
  /** Closed with too few answers. */
  | { readonly kind: 'few' }
  | { readonly kind: 'shown'; readonly spread: Spread };

/**
 * What is to be seen of a question in a poll that stands so. A spread is shown once no vote can be added to it, and of no fewer than five
 * answers, so that no later one differs from it by a vote.
 */
export function resultOf(
  state: PollState,
  tallies: readonly Tally[],
  comments: readonly PollComment[] = [],
): QuestionResult {
  if (state !== 'closed') {
    return { kind: state };
  }
  const said = tallies.filter(({ choice }) => choice !== cannotSay);
  const answers = sum(said);
  return answers < fewestShown
    ? { kind: 'few' }
    : {
        kind: 'shown',
        spread: {
          answers,
          unsaid: sum(tallies) - answers,
          votes: new Map(said.map(({ choice, votes }) => [choice, votes])),
          comments,
        },
      };
}

function sum(tallies: readonly Tally[]): number {
  return tallies.reduce((total, { votes }) => total + votes, 0);
}
