import { findTransition, type Transition } from '../../platform/transition-table.ts';
import type { CalledStatus } from '../directory/index.ts';

/** In the order an exemplar passes through them. */
export const exemplarStates = ['designated', 'withdrawn'] as const;

export type ExemplarState = (typeof exemplarStates)[number];

export const exemplarStateLabels: Readonly<Record<ExemplarState, string>> = {
  designated: 'Designated',
  withdrawn: 'Withdrawn',
};

export type ExemplarAction = 'withdraw';

/** Every change of state there is; what is not listed is refused. */
export const exemplarTransitions: readonly Transition<ExemplarState, ExemplarAction>[] = [
  { action: 'withdraw', from: ['designated'], to: 'withdrawn' },
];

/** The state an action leads to, or null where it is not allowed. */
export function nextExemplarState(state: ExemplarState, action: ExemplarAction): ExemplarState | null {
  return findTransition(exemplarTransitions, state, action)?.to ?? null;
}

/** Whether the public is told of it as good practice to learn from. */
export function isLive(state: ExemplarState): boolean {
  return state === 'designated';
}

/**
 * Fewest words of a reason, for designating and for withdrawing. Titles of examples say little by themselves: people who
 * looked for one to follow needed to read what was done, and for whom. The number is ours.
 */
export const fewestReasonWords = 15;

/** Words as a person counts them: runs of anything that is not white space, with a letter or digit in it. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What is needed to show an exemplar anywhere. */
export interface Exemplar {
  readonly exemplarId: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly organisationTypeId: string;
  readonly organisationStatus: CalledStatus['status'];
  /** The day nearest to that of the page on which the organisation was so; null where it is so on the day itself. */
  readonly organisationDay: string | null;
  readonly groupId: string;
  readonly title: string;
  readonly reason: string;
  readonly state: ExemplarState;
  readonly designatedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string;
  readonly illustrative: boolean;
}
