import { decideStep, type RefusedStep, type Transition } from '../../../platform/transition-table.ts';
import { countOf } from '../../../views/format.ts';

/** In the order a version normally passes through them. */
export const versionStates = [
  'draft',
  'endorsement',
  'submitted',
  'under-review',
  'changes-requested',
  'cleared',
  'published',
  'superseded',
] as const;

export type VersionState = (typeof versionStates)[number];

/**
 * What is done to a version. The reason of a withdrawal is shown to every organisation whose endorsement lapses by it, that of a
 * clearance taken back to the footprint.
 */
export type VersionAction =
  | { readonly kind: 'freeze' }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'submit' }
  | { readonly kind: 'start-review' }
  | { readonly kind: 'request-changes' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'take-back-clearance'; readonly reason: string }
  | { readonly kind: 'publish' }
  | { readonly kind: 'supersede' };

export type VersionActionKind = VersionAction['kind'];

/** What must be looked up before deciding; the caller reads it in the same transaction as the state. */
export interface VersionFacts {
  /**
   * How many blockers the check of this very action found: `checkFreeze` for freezing, `checkSubmission` for submitting,
   * `decideReview` for both outcomes of a review, `checkPublication` for publishing.
   */
  readonly blockerCount: number;
  /** State of the next version of the footprint, also where that is of a later round; null when there is none. */
  readonly newerVersion: VersionState | null;
}

export type VersionRequirement = 'no-blockers' | 'reason' | 'newer-submitted' | 'newer-published';

export interface VersionTransition extends Transition<VersionState, VersionActionKind, VersionRequirement> {
  /** True when every endorsement of the version lapses by this change. */
  readonly lapsesEndorsements: boolean;
}

const keep = { lapsesEndorsements: false };

/**
 * Every change of state there is; what is not listed is refused.
 *
 * A version whose changes were requested is not reopened: the reviewed text stays as it was read, and the answer to the
 * review is a new version, which every organisation endorses afresh.
 */
export const versionTransitions: readonly VersionTransition[] = [
  { action: 'freeze', from: ['draft'], to: 'endorsement', requires: ['no-blockers'], ...keep },
  { action: 'withdraw', from: ['endorsement'], to: 'draft', requires: ['reason'], lapsesEndorsements: true },
  { action: 'submit', from: ['endorsement'], to: 'submitted', requires: ['no-blockers'], ...keep },
  { action: 'start-review', from: ['submitted'], to: 'under-review', ...keep },
  { action: 'request-changes', from: ['under-review'], to: 'changes-requested', requires: ['no-blockers'], ...keep },
  { action: 'clear', from: ['under-review'], to: 'cleared', requires: ['no-blockers'], ...keep },
  { action: 'take-back-clearance', from: ['cleared'], to: 'changes-requested', requires: ['reason'], ...keep },
  { action: 'publish', from: ['cleared'], to: 'published', requires: ['no-blockers'], ...keep },
  { action: 'supersede', from: ['published'], to: 'superseded', requires: ['newer-published'], ...keep },
  {
    action: 'supersede',
    from: ['changes-requested', 'cleared'],
    to: 'superseded',
    requires: ['newer-submitted'],
    ...keep,
  },
];

export type VersionDecision =
  | { readonly kind: 'ok'; readonly state: VersionState; readonly endorsementsLapse: boolean }
  | RefusedStep<VersionRequirement>;

/** The state an action leads to, or why it may not happen. Who may attempt it is decided elsewhere. */
export function nextVersionState(state: VersionState, action: VersionAction, facts: VersionFacts): VersionDecision {
  const step = decideStep(versionTransitions, state, action.kind, (needed) => isMet(needed, action, facts), {
    notFromHere: () => notFromHere(state, action.kind),
    unmet: (needed) => unmetReason(needed, facts),
  });
  if (step.kind === 'refused') {
    return step;
  }
  const { to, lapsesEndorsements } = step.transition;
  return { kind: 'ok', state: to, endorsementsLapse: lapsesEndorsements };
}

/** True while members may change what the version says. */
export function acceptsEdits(state: VersionState): boolean {
  return state === 'draft';
}

const settled: readonly VersionState[] = ['changes-requested', 'cleared', 'published', 'superseded'];

/**
 * Whether a new version may be begun after the latest one; `null` means there is none yet. One that is cleared can still be published
 * until the new one is submitted, so that a change of mind or of members does not hold up what was agreed.
 */
export function mayBeginVersion(latest: VersionState | null): boolean {
  return latest === null || settled.includes(latest);
}

/** What becomes of a version when members join, leave, change their role, merge or get another code. */
export type MembersEffect =
  /** It names nobody yet. */
  | 'follows'
  /** It goes back to draft with the reason, and every endorsement lapses. */
  | 'withdrawn'
  /** It stands as endorsed by those who were members; what has changed is told beside it. */
  | 'stands';

export function effectOfMembers(state: VersionState): MembersEffect {
  switch (state) {
    case 'draft':
      return 'follows';
    case 'endorsement':
      return 'withdrawn';
    default:
      return 'stands';
  }
}

/** The state as it is read on a page. */
export const versionStateLabels: Readonly<Record<VersionState, string>> = {
  draft: 'Draft',
  endorsement: 'Frozen for endorsement',
  submitted: 'Submitted',
  'under-review': 'Under review',
  'changes-requested': 'Changes requested',
  cleared: 'Cleared for publication',
  published: 'Published',
  superseded: 'Superseded',
};

function isMet(requirement: VersionRequirement, action: VersionAction, facts: VersionFacts): boolean {
  switch (requirement) {
    case 'no-blockers':
      return facts.blockerCount === 0;
    case 'reason':
      return 'reason' in action && action.reason.trim() !== '';
    case 'newer-submitted':
      return facts.newerVersion !== null && facts.newerVersion !== 'draft' && facts.newerVersion !== 'endorsement';
    case 'newer-published':
      return facts.newerVersion === 'published';
  }
}

function unmetReason(requirement: VersionRequirement, facts: VersionFacts): string {
  switch (requirement) {
    case 'no-blockers':
      return `${countOf(facts.blockerCount, 'thing')} must be put right first`;
    case 'reason':
      return 'Give a reason: the organisations of the footprint will read it';
    case 'newer-submitted':
      return 'This version stands until a newer one has been submitted';
    case 'newer-published':
      return 'This version stands until a newer one has been published';
  }
}

const attempts: Readonly<Record<VersionActionKind, string>> = {
  freeze: 'be frozen for endorsement',
  withdraw: 'be returned to draft',
  submit: 'be submitted',
  'start-review': 'be taken into review',
  'request-changes': 'be sent back for changes',
  clear: 'be cleared',
  'take-back-clearance': 'lose its clearance',
  publish: 'be published',
  supersede: 'be superseded',
};

function notFromHere(state: VersionState, action: VersionActionKind): string {
  const from = versionTransitions.filter((row) => row.action === action).flatMap((row) => row.from);
  const needed = from.map((each) => `“${versionStateLabels[each]}”`).join(' or ');
  return `This version cannot ${attempts[action]}: it stands at “${versionStateLabels[state]}”, not at ${needed}`;
}
