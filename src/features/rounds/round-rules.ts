import { decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';
import { formatDate } from '../../views/format.ts';
import {
  dueOnFor,
  type ProgrammePack,
  type Round,
  type RoundPlan,
  type RoundScope,
  type RoundState,
  type RoundStep,
  resultsDay,
  roundState,
} from '../programme/index.ts';

/** What the programme office does about a round; every reason is shown beside what follows from it. */
export type RoundAction =
  | { readonly kind: 'open' | 'close' | 'withdraw'; readonly reason: string }
  | { readonly kind: 'extend'; readonly scope: RoundScope; readonly dueOn: string; readonly reason: string }
  | (RoundPlan & { readonly kind: 'correct'; readonly reason: string })
  | { readonly kind: 'set-results-day'; readonly resultsOn: string; readonly reason: string };

export type RoundActionKind = RoundAction['kind'];

export type RoundRequirement =
  | 'reason'
  | 'activated'
  | 'planned-here'
  | 'unused'
  | 'no-baseline'
  | 'not-before-others'
  | 'not-past'
  | 'another-day'
  | 'another-plan'
  | 'before-results'
  | 'of-assessment'
  | 'not-public'
  | 'after-deadline'
  | 'another-results-day';

/** A round that was withdrawn is gone from the programme; what was said about it stays on the audit trail. */
export type RoundStanding = RoundState | 'withdrawn';

export type RoundTransition = Transition<RoundStanding, RoundActionKind, RoundRequirement>;

/** In the order in which a round passes through them. */
export const roundStates = ['planned', 'open', 'closed', 'withdrawn'] as const satisfies readonly RoundStanding[];

const ofAPlannedRound = ['reason', 'planned-here', 'unused'] as const;
const ofACorrection = [...ofAPlannedRound, 'not-past', 'another-plan', 'before-results'] as const;
const ofAnExtension = ['reason', 'not-before-others', 'not-past', 'another-day', 'before-results'] as const;
const ofResults = [
  'of-assessment',
  'not-public',
  'reason',
  'not-past',
  'after-deadline',
  'another-results-day',
] as const;

/**
 * Every change of state there is; what is not listed is refused. A round opens by itself on its day, and closes when it is closed: a
 * deadline that has passed makes late what still comes, and refuses nothing.
 */
export const roundTransitions: readonly RoundTransition[] = [
  { action: 'open', from: ['planned', 'closed'], to: 'open', requires: ['reason', 'activated', 'before-results'] },
  { action: 'extend', from: ['planned'], to: 'planned', requires: ofAnExtension },
  { action: 'extend', from: ['open'], to: 'open', requires: ofAnExtension },
  { action: 'close', from: ['open'], to: 'closed', requires: ['reason'] },
  { action: 'correct', from: ['planned'], to: 'planned', requires: ofACorrection },
  { action: 'correct', from: ['open'], to: 'open', requires: ofACorrection },
  { action: 'set-results-day', from: ['planned'], to: 'planned', requires: ofResults },
  { action: 'set-results-day', from: ['open'], to: 'open', requires: ofResults },
  { action: 'set-results-day', from: ['closed'], to: 'closed', requires: ofResults },
  { action: 'withdraw', from: ['planned', 'open'], to: 'withdrawn', requires: [...ofAPlannedRound, 'no-baseline'] },
];

export type RoundDecision = { readonly kind: 'ok' } | RefusedStep<RoundRequirement>;

/** What must be looked up before a plan is put right or withdrawn, or a day set for results. */
export interface RoundFacts {
  /** When the programme has results public for which no day is set. */
  readonly resultsPublic: ProgrammePack['resultsPublic'];
  /** Whether anybody has begun anything in the round. */
  readonly isUsed: boolean;
  /** Whether a planning round takes its baseline from it. */
  readonly isBaseline: boolean;
}

/** Whether this may be done about a round on a day, or why not. Who may do it is decided elsewhere. */
export function decideRoundAction(round: Round, action: RoundAction, today: string, facts: RoundFacts): RoundDecision {
  const state = roundState(round, today);
  const isFulfilled = (needed: RoundRequirement) => {
    switch (needed) {
      case 'unused':
        return !facts.isUsed;
      case 'no-baseline':
        return !facts.isBaseline;
      case 'not-public':
        return !areResultsPublic(round, today, facts);
      default:
        return isMet(needed, round, action, today);
    }
  };
  const step = decideStep(roundTransitions, state, action.kind, isFulfilled, {
    notFromHere: () => notFromHere(state, round, action.kind),
    unmet: (needed) => unmetReason(needed, round, action),
  });
  return step.kind === 'ok' ? { kind: 'ok' } : step;
}

/** Why a step cannot be taken on a day, whatever would be typed for it; null where it can. */
export function whyNotTaken(round: Round, kind: RoundActionKind, today: string, facts: RoundFacts): string | null {
  const decision = decideRoundAction(round, likeliest(round, kind), today, facts);
  return decision.kind === 'refused' ? decision.reason : null;
}

/** An action of this kind with which nothing is wrong that somebody types. */
function likeliest({ label, opensOn, dueOn, instrument, baselineRound }: Round, kind: RoundActionKind): RoundAction {
  const reason = 'As it is';
  switch (kind) {
    case 'extend':
      // One place may be given time past the day of the results.
      return { kind, scope: { kind: 'region', id: '', name: '' }, dueOn: NEVER, reason };
    case 'correct':
      return { kind, label: `${label}, corrected`, opensOn, dueOn, instrument, baselineRound, reason };
    case 'set-results-day':
      return { kind, resultsOn: NEVER, reason };
    default:
      return { kind, reason };
  }
}

/**
 * Whether anybody may have read a result of the round. Where each is public once it is signed, nothing is held back any more once somebody has
 * begun to answer.
 */
function areResultsPublic(round: Round, today: string, { resultsPublic, isUsed }: RoundFacts): boolean {
  const { isPublic, on } = resultsDay({ resultsPublic }, round, today);
  return isPublic && (on !== null || isUsed);
}

/** Later than any deadline. */
const NEVER = '9999-12-31';

/**
 * Whether an extension gives anybody more time than they have anyhow: since it was granted, everybody may have been given as much, or
 * the deadline itself may have been put right to a later day.
 */
export function givesTime(
  round: Round,
  { scope, dueOn }: Pick<RoundStep & { kind: 'extend' }, 'scope' | 'dueOn'>,
): boolean {
  return dueOn > earliestFor(round, scope);
}

function isMet(
  requirement: Exclude<RoundRequirement, 'unused' | 'no-baseline' | 'not-public'>,
  round: Round,
  action: RoundAction,
  today: string,
): boolean {
  switch (requirement) {
    case 'reason':
      return action.reason.trim() !== '';
    case 'activated':
      return !round.waitsForActivation;
    case 'planned-here':
      return round.isPlannedHere;
    case 'another-plan':
      return action.kind !== 'correct' || !isAsPlanned(round, action);
    case 'not-before-others':
      return action.kind !== 'extend' || action.dueOn >= earliestFor(round, action.scope);
    case 'another-day':
      return action.kind !== 'extend' || action.dueOn !== dueOnFor(round, new Set([action.scope.id]));
    case 'not-past':
      return isFuture(round, action, today);
    case 'of-assessment':
      return round.kind === 'assessment';
    case 'before-results':
      return isBeforeResults(round, action, today);
    case 'after-deadline':
      return action.kind !== 'set-results-day' || isAfterDeadline(round, action.resultsOn, today);
    case 'another-results-day':
      return action.kind !== 'set-results-day' || action.resultsOn !== resultsOn(round);
  }
}

function isFuture(round: Round, action: RoundAction, today: string): boolean {
  if (action.kind === 'set-results-day') {
    return action.resultsOn >= today;
  }
  return !('dueOn' in action) || action.dueOn >= today || isDeadlineKept(round, action);
}

/** The day that was set for the results; null where there is none. */
function resultsOn(round: Round): string | null {
  return resultsDay({ resultsPublic: 'when-signed' }, round, NEVER).on;
}

/** Nobody's results are public before everybody has had their time; what one place sends late is public at once. */
function isBeforeResults(round: Round, action: RoundAction, today: string): boolean {
  const on = resultsOn(round);
  if (!('dueOn' in action)) {
    // Opened again with time left, it would be answered by some who have read what the others came to.
    return action.kind !== 'open' || on === null || dueOnFor(round) < on || dueOnFor(round) < today;
  }
  return on === null || on <= today || action.dueOn < on || (action.kind === 'extend' && action.scope.kind !== 'all');
}

function isAfterDeadline(round: Round, on: string, today: string): boolean {
  return on > dueOnFor(round) || roundState(round, today) === 'closed';
}

/** A deadline that has passed may stay as it is. */
function isDeadlineKept(round: Round, action: RoundAction): boolean {
  return action.kind === 'correct' && action.dueOn === round.dueOn;
}

function isAsPlanned(round: RoundPlan, plan: RoundPlan): boolean {
  const said = ['label', 'opensOn', 'dueOn', 'instrument', 'baselineRound'] as const;
  return said.every((each) => round[each] === plan[each]);
}

/** The deadline that holds for a place anyhow: for everybody the one that was fixed, for one of them that of everybody. */
function earliestFor(round: Round, scope: RoundScope): string {
  return scope.kind === 'all' ? round.dueOn : dueOnFor(round);
}

function unmetReason(requirement: RoundRequirement, round: Round, action: RoundAction): string {
  switch (requirement) {
    case 'reason':
      return 'Give a reason';
    case 'activated':
      return 'Its questionnaire has not been activated';
    case 'planned-here':
      return standsInPack;
    case 'unused':
      return 'Somebody has begun to work in this round';
    case 'no-baseline':
      return 'A planning round takes its baseline from this round';
    case 'not-before-others':
      return `The new deadline must not be before ${formatDate(action.kind === 'extend' ? earliestFor(round, action.scope) : round.dueOn)}, which holds anyhow`;
    case 'not-past':
      return action.kind === 'correct'
        ? 'The deadline must be today or later'
        : `${action.kind === 'extend' ? 'The new deadline' : 'The day of the results'} must be today or later`;
    case 'another-day':
      return 'This is the deadline they have already';
    case 'another-plan':
      return 'You have changed nothing: the round is as it was';
    case 'before-results':
      return action.kind === 'open'
        ? `The results of this round are public from ${formatDate(resultsOn(round) ?? '')}, which is not after its deadline, ${formatDate(dueOnFor(round))}`
        : `The results are public from ${formatDate(resultsOn(round) ?? '')}: a deadline for everybody must be before that. Set another day for the results first`;
    case 'of-assessment':
      return 'Roadmaps are published one by one, so a round of planning has no day of results';
    case 'not-public':
      return 'Results of this round are public already';
    case 'after-deadline':
      return `The day of the results must be after the deadline, ${formatDate(dueOnFor(round))}`;
    case 'another-results-day':
      return 'This is the day that is set already';
  }
}

const standsInPack = 'This round stands in the programme pack, and is changed there';

function notFromHere(state: RoundState, round: Round, kind: RoundActionKind): string {
  if ((kind === 'correct' || kind === 'withdraw') && !round.isPlannedHere) {
    return standsInPack;
  }
  switch (state) {
    case 'planned':
      return 'The round has not opened yet';
    case 'open':
      return 'The round is open already';
    case 'closed':
      return kind === 'close' ? 'The round is closed already' : 'The round is closed. Open it again first';
  }
}
