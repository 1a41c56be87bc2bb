import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { instrumentOfRound, type Section, sectionsSharedInGroups } from '../../programme/index.ts';
import { type AssessedOrganisation, requireAssessedOrganisation } from '../require-assessed-organisation.ts';
import type { Sharing } from './sharing.ts';

/** Only where a questionnaire lets groups answer something together is there anything to say. */
export async function requireGroup(
  request: FastifyRequest,
  context: AppContext,
  action: 'assessment.read' | 'assessment.share',
): Promise<AssessedOrganisation> {
  const assessed = await requireAssessedOrganisation(request, context, action);
  if (sectionsShared(context, assessed).length === 0) {
    throw new NotFoundError('In this round every organisation answers by itself.', {
      href: paths.assessment(assessed.addressKey, assessed.round.id),
      text: 'Go to the assessment',
    });
  }
  return assessed;
}

/** Of the whole questionnaire: what the page is about may be less. */
export function sectionsShared({ pack }: AppContext, { round }: AssessedOrganisation): Section[] {
  return sectionsSharedInGroups(instrumentOfRound(pack, round.id));
}

/** The organisations of what was proposed, by id. */
export async function readNames(
  { database, pack }: AppContext,
  sharings: readonly Sharing[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(sharings.flatMap(({ takerId, giverId }) => [takerId, giverId]))];
  const organisations = await listOrganisationsById(database, ids, pack.positionOn);
  return new Map([...organisations].map(([id, { name }]) => [id, name]));
}
