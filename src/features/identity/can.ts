import type { Actor, Grant, Role } from './role.ts';

/** What an action is done to, as the ids of the organisations, footprints and regions whose grants count for it. */
export interface Subject {
  readonly organisationIds?: readonly string[];
  /** The organisations whose people are invited as peers: reached by that role alone, which reaches nothing else. */
  readonly peerIds?: readonly string[];
  readonly footprintIds?: readonly string[];
  readonly regionIds?: readonly string[];
}

const national: readonly Role[] = ['analyst', 'programme-manager'];

/** Who may do what: the roles that allow each action, within their scope. What is public needs no action here. */
export const permissions = {
  'coverage.read': ['reviewer', ...national],
  'answering-time.read': national,
  'round.manage': ['programme-manager'],
  'round.remind': ['reviewer', 'programme-manager'],
  'instrument.read': [...national, 'administrator'],
  'instrument.propose': ['programme-manager'],
  'instrument.confirm': ['programme-manager', 'administrator'],
  'assessment.read': [
    'contributor',
    'coordinator',
    'executive',
    'signatory',
    'editor',
    'lead',
    'reviewer',
    ...national,
  ],
  'assessment.read-provisional': [
    'contributor',
    'coordinator',
    'executive',
    'signatory',
    'peer',
    'reviewer',
    ...national,
  ],
  'assessment.read-draft': ['contributor', 'coordinator', 'executive', 'signatory'],
  'assessment.answer': ['contributor', 'coordinator', 'executive', 'signatory'],
  'assessment.assign': ['coordinator', 'executive', 'signatory'],
  'assessment.choose-settings': ['coordinator', 'executive', 'signatory', 'programme-manager'],
  'assessment.share': ['coordinator', 'executive', 'signatory'],
  'assessment.request-authorisation': ['coordinator', 'executive', 'signatory'],
  'assessment.return': ['coordinator', 'executive', 'signatory'],
  'assessment.authorise': ['executive', 'signatory'],
  'assessment.query': ['reviewer', ...national],
  'assessment.reply': ['coordinator', 'executive', 'signatory'],
  'assessment.challenge': ['coordinator', 'executive', 'signatory'],
  'assessment.validate': ['reviewer'],
  'assessment.moderate': ['peer', 'reviewer', ...national],
  'assessment.answer-challenge': ['reviewer', ...national],
  'assessment.invite-peer': ['reviewer', 'programme-manager'],
  'assessment.read-invitation': ['peer', 'reviewer', 'programme-manager'],
  'assessment.answer-invitation': ['peer'],
  'assessment.reopen': ['reviewer', 'programme-manager'],
  'evidence.read': ['contributor', 'coordinator', 'executive', 'signatory'],
  'evidence.add': ['contributor', 'coordinator', 'executive', 'signatory'],
  'evidence.remove': ['coordinator', 'executive', 'signatory'],
  'private-note.read': ['contributor', 'coordinator', 'executive', 'signatory'],
  'private-note.write': ['contributor', 'coordinator', 'executive', 'signatory'],
  'poll.read': ['contributor', 'coordinator', 'executive', 'signatory'],
  'poll.manage': ['coordinator', 'executive', 'signatory'],
  'roadmap.read': ['contributor', 'coordinator', 'executive', 'signatory', 'editor', 'lead', 'reviewer', ...national],
  'roadmap.edit': ['editor', 'lead'],
  'roadmap.freeze': ['lead'],
  'roadmap.endorse': ['executive'],
  'roadmap.submit': ['lead'],
  'review.read': ['reviewer', ...national],
  'review.decide': ['reviewer'],
  'publication.publish': ['lead', 'programme-manager'],
  'formation.read': ['contributor', 'coordinator', 'executive', 'signatory', 'editor', 'lead', 'reviewer', ...national],
  'formation.edit': ['editor', 'lead', 'executive', 'programme-manager'],
  'formation.endorse': ['executive'],
  'formation.decide': ['reviewer'],
  'directory.import': ['programme-manager', 'administrator'],
  'succession.propose': ['programme-manager'],
  'succession.confirm': ['programme-manager', 'administrator'],
  'exemplar.designate': national,
  'security.read': ['administrator'],
  'contact.read': [...national, 'administrator'],
  'audit.read': ['programme-manager', 'administrator'],
  'settings.change': ['administrator'],
  'set-up.read': ['programme-manager', 'administrator'],
  'letter.read': ['programme-manager', 'administrator'],
  'letter.send-again': ['programme-manager', 'administrator'],
  'people.read': ['coordinator', 'executive', 'signatory', 'lead', 'reviewer', 'programme-manager', 'administrator'],
  'people.manage-contributors': ['coordinator', 'programme-manager', 'administrator'],
  'people.manage-signatories': ['signatory', 'programme-manager', 'administrator'],
  'people.manage-editors': ['lead', 'programme-manager', 'administrator'],
  'people.manage-reviewers': ['reviewer', 'programme-manager', 'administrator'],
  'people.manage-all': ['programme-manager', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

/**
 * Whether the actor may do this to that. The only place where permission is decided: a pure function of the actor's grants.
 * Nobody signed in may do nothing; a national grant reaches every subject; any other only the subjects that name its scope.
 */
export function can(actor: Actor | null, action: Action, subject: Subject = {}): boolean {
  const roles: readonly Role[] = permissions[action];
  return actor?.grants.some((grant) => roles.includes(grant.role) && reaches(grant, subject)) ?? false;
}

/** The roles that allow an action, within their scope. */
export function rolesFor(action: Action): readonly Role[] {
  return permissions[action];
}

/** Whether there is anything at all that the actor may do this to. */
export function mayAnywhere(actor: Actor, action: Action): boolean {
  const roles: readonly Role[] = permissions[action];
  return actor.grants.some(({ role }) => roles.includes(role));
}

/** The grant under which the actor may do this, to say on whose behalf it was done; null where they may not. */
export function grantFor(actor: Actor, action: Action, subject: Subject = {}): Grant | null {
  const roles: readonly Role[] = permissions[action];
  return actor.grants.find((grant) => roles.includes(grant.role) && reaches(grant, subject)) ?? null;
}

function reaches(grant: Grant, subject: Subject): boolean {
  switch (grant.scopeKind) {
    case 'nation':
      return true;
    case 'organisation':
      return (grant.role === 'peer' ? subject.peerIds : subject.organisationIds)?.includes(grant.scopeId) ?? false;
    case 'footprint':
      return subject.footprintIds?.includes(grant.scopeId) ?? false;
    case 'region':
      return subject.regionIds?.includes(grant.scopeId) ?? false;
  }
}
