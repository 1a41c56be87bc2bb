import type { FormState } from './forms/form-state.ts';

/** In the order a footprint normally passes through them. */
export const formationStates = ['proposed', 'endorsed', 'active', 'succeeded', 'closed'] as const;

export type FormationState = (typeof formationStates)[number];

export const formationStateLabels: Readonly<Record<FormationState, string>> = {
  proposed: 'Proposed',
  endorsed: 'Endorsed by its commissioners',
  active: 'Active',
  succeeded: 'Succeeded',
  closed: 'Closed',
};

export interface FormationFacts {
  /** State of the first form; null where none was ever begun. */
  readonly firstForm: FormState | null;
  /** Null while the directory has no such footprint. */
  readonly area: {
    /** The first day on which it is no more; null while it goes on. */
    readonly endedOn: string | null;
    /** Names of the footprints that came after it. */
    readonly successors: readonly string[];
  } | null;
}

export interface FormationStateWithReason {
  readonly state: FormationState;
  /** In a few words, to stand beside the state. */
  readonly reason: string;
}

/**
 * Where a footprint stands, derived from what is on record and never stored. A footprint of the directory is active whether or
 * not its form was recorded here: those that formed before this service have none, or are only now writing theirs.
 */
export function formationState({ firstForm, area }: FormationFacts): FormationStateWithReason {
  if (area !== null) {
    return stateOfArea(area, firstForm);
  }
  switch (firstForm) {
    case 'with-region':
      return { state: 'endorsed', reason: 'Every commissioner has endorsed its form; the region decides' };
    case 'withdrawn':
      return { state: 'closed', reason: 'The proposal was withdrawn' };
    case 'with-ccgs':
      return { state: 'proposed', reason: 'Its form waits for its commissioners' };
    case 'writing':
    case null:
      return { state: 'proposed', reason: 'Its form is being written' };
    case 'accepted':
      return { state: 'active', reason: 'Its form is endorsed by its commissioners and the region' };
  }
}

function stateOfArea(
  { endedOn, successors }: NonNullable<FormationFacts['area']>,
  firstForm: FormState | null,
): FormationStateWithReason {
  if (endedOn !== null) {
    return successors.length > 0
      ? { state: 'succeeded', reason: `Followed by ${successors.join(', ')}` }
      : { state: 'closed', reason: 'It has ended, and nothing came after it' };
  }
  switch (firstForm) {
    case 'accepted':
      return { state: 'active', reason: 'Its form is endorsed by its commissioners and the region' };
    case null:
    case 'withdrawn':
      return { state: 'active', reason: 'Formed before this service; no form is held' };
    default:
      return { state: 'active', reason: 'Formed before this service; its form is in hand' };
  }
}
