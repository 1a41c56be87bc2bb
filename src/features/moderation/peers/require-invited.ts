import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { type AssessedOrganisation, requireSignable } from '../../assessment/index.ts';
import { type Action, can, mayAnywhere } from '../../identity/index.ts';
import type { PeerInvitation } from './invitation.ts';
import { listInvitationsOf } from './invitation-repository.ts';

export interface Invited {
  readonly assessed: AssessedOrganisation;
  /** What they were invited to check of this organisation in this round, as far as it counts here. */
  readonly invitations: readonly PeerInvitation[];
  /** Whether they may be here by that alone. */
  readonly isPeer: boolean;
}

/** As `requireSignable`, with whoever was invited as a peer among those who may come, where their invitation counts. */
export async function requireInvited(
  request: FastifyRequest,
  context: AppContext,
  action: Action,
  counts: (invitation: PeerInvitation) => boolean,
): Promise<Invited> {
  const { round: roundId } = request.params as { readonly round: string };
  const { actor } = request;
  const invitations: PeerInvitation[] = [];
  const readPeers = async (organisationId: string): Promise<readonly string[]> => {
    if (actor === null || !mayAnywhere(actor, 'assessment.answer-invitation')) {
      return [];
    }
    const own = await listInvitationsOf(context.database, actor.personId, { organisationId, roundId });
    invitations.push(...own.filter(counts));
    return invitations.map(({ peer }) => peer.organisationId);
  };
  const assessed = await requireSignable(request, context, action, readPeers);
  const isPeer = !can(assessed.actor, action, { ...assessed.subject, peerIds: [] });
  return { assessed, invitations, isPeer };
}
