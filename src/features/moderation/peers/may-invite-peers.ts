import type { AssessedOrganisation } from '../../assessment/index.ts';
import { can, type Role } from '../../identity/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';

/** Whether somebody invites people of other organisations to check a return: a programme says which of those who could. */
export function mayInvitePeers(
  { peersInvitedBy }: Pick<ProgrammePack, 'peersInvitedBy'>,
  { actor, subject }: Pick<AssessedOrganisation, 'actor' | 'subject'>,
): boolean {
  const roles: readonly Role[] = peersInvitedBy;
  const inThese = { ...actor, grants: actor.grants.filter(({ role }) => roles.includes(role)) };
  return can(inThese, 'assessment.invite-peer', subject);
}
