import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { isId } from '../../../platform/ids.ts';
import type { Evidence } from '../../evidence/index.ts';
import { type AssessedOrganisation, requireAssessedOrganisation } from '../require-assessed-organisation.ts';
import type { EvidenceHere } from './evidence-here.ts';
import { readEvidenceHere } from './read-evidence-here.ts';

export interface AskedItem {
  readonly assessed: AssessedOrganisation;
  readonly here: EvidenceHere;
  readonly item: Evidence;
}

/** The evidence of an address, which is the organisation's of the address. */
export async function requireItem(
  request: FastifyRequest,
  context: AppContext,
  action: 'evidence.read' | 'evidence.add' | 'evidence.remove',
): Promise<AskedItem> {
  const assessed = await requireAssessedOrganisation(request, context, action);
  const { evidence: id } = request.params as { readonly evidence: string };
  const here = await readEvidenceHere(context, assessed);
  const item = isId(id) ? here.items.find(({ evidenceId }) => evidenceId === id.toLowerCase()) : undefined;
  if (item === undefined) {
    throw new NotFoundError('The organisation has no such evidence. Choose from the list of all of it.', {
      href: paths.evidence(assessed.addressKey, assessed.round.id, assessed.setting),
      text: 'Go to all evidence',
    });
  }
  return { assessed, here, item };
}
