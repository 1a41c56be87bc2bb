/** One change of state: what is done, from which states, and where it leads. What no row of a table says is refused. */
export interface Transition<State extends string, Action extends string, Requirement extends string = never> {
  readonly action: Action;
  readonly from: readonly State[];
  readonly to: State;
  /** What must hold besides, in the order in which it is asked. */
  readonly requires?: readonly Requirement[];
}

type AnyTransition = Transition<string, string, string>;

type RequirementOf<Row extends AnyTransition> = NonNullable<Row['requires']>[number];

export type Step<Row extends AnyTransition> =
  | { readonly kind: 'ok'; readonly transition: Row }
  /** The first thing that stands in the way. */
  | { readonly kind: 'refused'; readonly code: 'not-from-this-state' | RequirementOf<Row> };

/** The row for an action taken in a state; null where there is none. A table has at most one. */
export function findTransition<Row extends AnyTransition>(
  table: readonly Row[],
  state: Row['to'],
  action: Row['action'],
): Row | null {
  return table.find((row) => row.action === action && row.from.includes(state)) ?? null;
}

/** What an action leads to, or what it lacks. Who may take it at all is decided elsewhere. */
export function takeStep<Row extends AnyTransition>(
  table: readonly Row[],
  state: Row['to'],
  action: Row['action'],
  isMet: (requirement: RequirementOf<Row>) => boolean,
): Step<Row> {
  const transition = findTransition(table, state, action);
  if (transition === null) {
    return { kind: 'refused', code: 'not-from-this-state' };
  }
  const unmet = transition.requires?.find((requirement) => !isMet(requirement));
  return unmet === undefined ? { kind: 'ok', transition } : { kind: 'refused', code: unmet };
}

/** A step that was refused, with the reason for the person who tried. */
export interface RefusedStep<Requirement extends string> {
  readonly kind: 'refused';
  readonly code: 'not-from-this-state' | Requirement;
  readonly reason: string;
}

/** Why a step may not be taken: there is none from this state, or something does not hold. */
export interface RefusalReasons<Requirement extends string> {
  readonly notFromHere: () => string;
  readonly unmet: (requirement: Requirement) => string;
}

/** As `takeStep`, with a refusal in words. */
export function decideStep<Row extends AnyTransition>(
  table: readonly Row[],
  state: Row['to'],
  action: Row['action'],
  isMet: (requirement: RequirementOf<Row>) => boolean,
  reasons: RefusalReasons<RequirementOf<Row>>,
): { readonly kind: 'ok'; readonly transition: Row } | RefusedStep<RequirementOf<Row>> {
  const step = takeStep(table, state, action, isMet);
  if (step.kind === 'ok') {
    return step;
  }
  const { code } = step;
  return { ...step, reason: code === 'not-from-this-state' ? reasons.notFromHere() : reasons.unmet(code) };
}

/** The actions that have a row for this state, whatever they require; none where it is final. */
export function allowedActions<Row extends AnyTransition>(table: readonly Row[], state: Row['to']): Row['action'][] {
  return table.filter(({ from }) => from.includes(state)).map(({ action }) => action);
}
