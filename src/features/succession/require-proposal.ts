import type { FastifyRequest } from 'fastify';
import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { type Actor, requireCan } from '../identity/index.ts';
import type { Proposal } from './proposal.ts';
import { findProposal } from './proposal-repository.ts';

export interface ProposalRoute {
  Params: { id: string };
}

/** The proposal of the address, for whoever may confirm one, and who asks. */
export async function requireProposal(
  request: FastifyRequest<ProposalRoute>,
  connection: Connection,
): Promise<{ readonly actor: Actor; readonly proposal: Proposal }> {
  const actor = requireCan(request, 'succession.confirm');
  const proposal = await findProposal(connection, request.params.id);
  if (proposal === null) {
    throw new NotFoundError('There is no such proposal. Go back to the list and choose one.', {
      href: paths.successions(),
      text: 'Go to the list of changes',
    });
  }
  return { actor, proposal };
}

export function successionCrumbs(): Crumb[] {
  return [
    { href: paths.workspace(), text: 'My work' },
    { href: paths.successions(), text: 'Mergers and other changes' },
  ];
}
