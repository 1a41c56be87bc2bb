import { allowedActions, decideStep, type RefusedStep, type Transition } from '../../platform/transition-table.ts';
import type { SigningRole } from '../programme/index.ts';
import type { AssessmentState } from './assessment.ts';

/** What a person does to an assessment. `reason` is kept with the change and shown to the organisation. */
export type AssessmentAction =
  | { readonly kind: 'save-answer' }
  | { readonly kind: 'request-authorisation' }
  | { readonly kind: 'return-to-coordinator'; readonly reason: string }
  | {
      readonly kind: 'reopen' | 'correct';
      readonly reason: string;
      /** Whether everybody may read the results of the round today. */
      readonly areResultsPublic: boolean;
    }
  | {
      readonly kind: 'withdraw-correction';
      readonly reason: string;
      /** Whether what was published stands while it is corrected. */
      readonly isCorrected: boolean;
    }
  | {
      readonly kind: 'authorise-and-submit';
      readonly declarationAccepted: boolean;
      /** Roles that the instrument has it signed by. */
      readonly signedBy: readonly SigningRole[];
    };

export type AssessmentActionKind = AssessmentAction['kind'];

/** What must be looked up before deciding; the caller reads it in the same transaction as the state. */
export interface AssessmentFacts {
  /** Whether the round takes answers today. One that is corrected takes them whatever its round does. */
  readonly isRoundOpen: boolean;
  /** `isReadyForAuthorisation` of the answers as they stand. */
  readonly isComplete: boolean;
  /** Roles the acting person holds for the assessed organisation. */
  readonly actorRoles: readonly ('contributor' | 'coordinator' | SigningRole)[];
}

export type Requirement =
  | 'open-round'
  | 'complete'
  | 'signer'
  | 'declaration'
  | 'reason'
  | 'before-results'
  | 'after-results'
  | 'being-corrected';

export type AssessmentTransition = Transition<AssessmentState, AssessmentActionKind, Requirement>;

/**
 * Every change of state there is; what is not listed is refused.
 *
 * Answers are locked from the moment authorisation is asked for, so that whoever signs has read what they sign. Returning the
 * assessment unlocks them. Once it is submitted only those who look at what was signed open it again: until everybody may read it, to be
 * signed anew, and from then on for a correction, during which what was published stands, and which they can take back. A round that is closed takes nothing more but
 * a correction; who was asked to sign may still give the assessment back.
 */
export const assessmentTransitions: readonly AssessmentTransition[] = [
  { action: 'save-answer', from: ['not-started', 'in-progress'], to: 'in-progress', requires: ['open-round'] },
  {
    action: 'request-authorisation',
    from: ['in-progress'],
    to: 'awaiting-authorisation',
    requires: ['open-round', 'complete'],
  },
  { action: 'return-to-coordinator', from: ['awaiting-authorisation'], to: 'in-progress', requires: ['reason'] },
  {
    action: 'authorise-and-submit',
    from: ['awaiting-authorisation'],
    to: 'submitted',
    requires: ['open-round', 'complete', 'signer', 'declaration'],
  },
  { action: 'reopen', from: ['submitted'], to: 'in-progress', requires: ['before-results', 'open-round', 'reason'] },
  { action: 'correct', from: ['submitted'], to: 'in-progress', requires: ['after-results', 'reason'] },
  {
    action: 'withdraw-correction',
    from: ['in-progress', 'awaiting-authorisation'],
    to: 'submitted',
    requires: ['being-corrected', 'reason'],
  },
];

export type StateDecision = { readonly kind: 'ok'; readonly state: AssessmentState } | RefusedStep<Requirement>;

/**
 * The state an action leads to, or why it may not happen. Who may attempt an action at all is decided elsewhere, with one
 * exception that belongs to the meaning of a submission: only a person who holds a role for the organisation that the
 * instrument has it signed by submits. Holding coordinator too does no harm; holding only coordinator is not enough.
 */
export function nextAssessmentState(
  state: AssessmentState,
  action: AssessmentAction,
  facts: AssessmentFacts,
): StateDecision {
  const step = decideStep(assessmentTransitions, state, action.kind, (needed) => isMet(needed, action, facts), {
    notFromHere: () => notFromHere(state, action.kind),
    unmet: (needed) => unmetReasons[needed],
  });
  return step.kind === 'ok' ? { kind: 'ok', state: step.transition.to } : step;
}

/** True while answers may be saved. */
export function acceptsAnswers(state: AssessmentState): boolean {
  return allowedActions(assessmentTransitions, state).includes('save-answer');
}

const unmetReasons: Readonly<Record<Requirement, string>> = {
  'open-round': 'The round is not open',
  complete: 'Some questions have no answer yet',
  signer: 'You hold no role for the organisation by which its assessment is authorised',
  declaration: 'The declaration must be accepted before the assessment is submitted',
  reason: 'A reason must be given',
  'before-results': 'Its results are public',
  'after-results': 'Its results are not public yet',
  'being-corrected': 'It is not open for a correction',
};

function isMet(requirement: Requirement, action: AssessmentAction, facts: AssessmentFacts): boolean {
  switch (requirement) {
    case 'open-round':
      return facts.isRoundOpen;
    case 'complete':
      return facts.isComplete;
    case 'signer':
      return action.kind === 'authorise-and-submit' && action.signedBy.some((role) => facts.actorRoles.includes(role));
    case 'declaration':
      return action.kind === 'authorise-and-submit' && action.declarationAccepted;
    case 'reason':
      return 'reason' in action && action.reason.trim() !== '';
    case 'before-results':
      return 'areResultsPublic' in action && !action.areResultsPublic;
    case 'after-results':
      return 'areResultsPublic' in action && action.areResultsPublic;
    case 'being-corrected':
      return 'isCorrected' in action && action.isCorrected;
  }
}

function notFromHere(state: AssessmentState, action: AssessmentActionKind): string {
  const stands = `This assessment is ${state.replaceAll('-', ' ')}`;
  if (action === 'save-answer' && state === 'awaiting-authorisation') {
    return `${stands}. Return it to the coordinator to change an answer`;
  }
  if (action === 'save-answer') {
    return `${stands} and its answers are locked`;
  }
  return `${stands}, so this step is not open to it: ${action.replaceAll('-', ' ')}`;
}
