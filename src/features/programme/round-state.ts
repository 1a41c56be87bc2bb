import { earlierOf, laterOf } from '../../platform/days.ts';
import type { Round, RoundScope, RoundStep } from './round.ts';

/**
 * `planned`: answers are not taken yet. `open`: they are, also after the deadline, and are late then. `closed`: they are not taken any
 * more.
 */
export type RoundState = 'planned' | 'open' | 'closed';

const roundStateLabels: Readonly<Record<RoundState, string>> = {
  planned: 'Planned',
  open: 'Open',
  closed: 'Closed',
};

/** What says where a round stands. */
type RoundFacts = Pick<Round, 'opensOn' | 'steps'> & Partial<Pick<Round, 'waitsForActivation'>>;

/**
 * Where a round stands on a day. It opens by itself on the day that was fixed; what the programme office did last holds before that. One
 * whose questions wait to be activated is not open, whatever its day.
 */
export function roundState({ opensOn, steps, waitsForActivation = false }: RoundFacts, today: string): RoundState {
  const last = steps.findLast(({ kind }) => kind === 'open' || kind === 'close');
  if (waitsForActivation && last?.kind !== 'close') {
    return 'planned';
  }
  if (last === undefined) {
    return today < opensOn ? 'planned' : 'open';
  }
  return last.kind === 'close' ? 'closed' : 'open';
}

/** A round as a tag says it: one that is open in name only, because nobody has time left, is not called open. */
export function roundStateLabel(round: Pick<Round, 'opensOn' | 'dueOn' | 'steps'>, today: string): string {
  const state = roundState(round, today);
  return state === 'open' && lastDueOn(round) < today ? 'Deadline passed' : roundStateLabels[state];
}

/** The latest deadline that anybody has. */
export function lastDueOn(round: Pick<Round, 'dueOn' | 'steps'>): string {
  return extensionsInForce(round)
    .map(({ dueOn }) => dueOn)
    .reduce(laterOf, round.dueOn);
}

/**
 * The day whose organisations are asked in a round: today's, and once nobody has time left those of the last deadline. Whoever came
 * after that was never asked, and whoever has ended since still was.
 */
export function askedOn(round: Pick<Round, 'dueOn' | 'steps'>, today: string): string {
  return earlierOf(today, lastDueOn(round));
}

/** Everything that an extension for a place can be for: ids of areas and organisations, of which one is enough. */
type PlaceIds = ReadonlySet<string>;

/**
 * The deadline for a place, or for everybody where no id is given: the day that was fixed, or the latest that was granted to everybody or to one of its ids. Of several
 * extensions for the same scope the last one holds.
 */
export function dueOnFor(round: Pick<Round, 'dueOn' | 'steps'>, ids: PlaceIds = new Set()): string {
  return extensionsInForce(round)
    .filter(({ scope }) => scope.kind === 'all' || ids.has(scope.id))
    .map(({ dueOn }) => dueOn)
    .reduce(laterOf, round.dueOn);
}

/** The extensions of a round that hold, one for each scope. */
export function extensionsInForce({ steps }: Pick<Round, 'steps'>): Extension[] {
  const each = new Map<string, Extension>();
  for (const step of steps) {
    if (step.kind === 'extend') {
      each.set(`${step.scope.kind} ${step.scope.id}`, step);
    }
  }
  return [...each.values()];
}

/** Whether a deadline can depend on where an organisation lies, so that this must be looked up. */
export function isExtendedByArea({ steps }: Pick<Round, 'steps'>): boolean {
  return steps.some((step) => step.kind === 'extend' && areaScopes.includes(step.scope.kind));
}

const areaScopes: readonly RoundScope['kind'][] = ['region', 'footprint'];

type Extension = Extract<RoundStep, { kind: 'extend' }>;
