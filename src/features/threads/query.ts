import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';
import { standingStep, type Thread, type ThreadSide, type ThreadState } from './thread.ts';

/** In the order in which a query normally passes through them. */
export const queryStates = ['open', 'resolved', 'withdrawn'] as const satisfies readonly ThreadState[];

export type QueryAction = 'reply' | 'resolve' | 'withdraw';

type Requirement = 'all-read';

/** Every change there is. What is resolved or withdrawn stays so: whoever has something to ask asks anew. */
export const queryTransitions: readonly Transition<ThreadState, QueryAction, Requirement>[] = [
  { action: 'reply', from: ['open'], to: 'open' },
  { action: 'resolve', from: ['open'], to: 'resolved', requires: ['all-read'] },
  { action: 'withdraw', from: ['open'], to: 'withdrawn', requires: ['all-read'] },
];

/** For whom a query waits: for whoever did not speak last; null once it is closed. */
export function waitsForSide(thread: Pick<Thread, 'steps'>): ThreadSide | null {
  const { state, side } = standingStep(thread);
  if (state !== 'open') {
    return null;
  }
  return side === 'asker' ? 'place' : 'asker';
}

interface QueryFacts {
  /** The number of the last step that whoever takes this one had before them. */
  readonly lastRead: number;
}

type QueryDecision = { readonly kind: 'ok'; readonly state: ThreadState } | RefusedStep<Requirement>;

/** The state that a step leads to, or why it may not be taken. */
export function decideQuery(
  thread: Pick<Thread, 'steps'>,
  action: QueryAction,
  { lastRead }: QueryFacts,
): QueryDecision {
  const { state, number, by } = standingStep(thread);
  const step = decideStep(queryTransitions, state, action, () => lastRead >= number, {
    notFromHere: () => `${by.personName} has ${state === 'withdrawn' ? 'withdrawn' : 'resolved'} this query meanwhile`,
    unmet: () => `${by.personName} has written in it meanwhile. Read that first`,
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}
