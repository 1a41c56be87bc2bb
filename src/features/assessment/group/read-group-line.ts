import type { AppContext } from '../../../context.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { instrumentOfRound, sectionsSharedInGroups } from '../../programme/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { type GroupLine, groupLine } from '../views/group/group-line.ts';
import { listSharings } from './sharing-repository.ts';

/** With whom the organisation of a page answers together; null where a questionnaire has every organisation answer by itself. */
export async function readGroupLine(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  assessed: AssessedOrganisation,
): Promise<GroupLine | null> {
  const { organisation, round } = assessed;
  if (sectionsSharedInGroups(instrumentOfRound(pack, round.id)).length === 0) {
    return null;
  }
  const { organisationId } = organisation;
  const standing = (await listSharings(database, round.id, [organisationId])).filter(({ ended }) => ended === null);
  const ids = standing.flatMap(({ takerId, giverId }) => [takerId, giverId]);
  const organisations = await listOrganisationsById(database, [...new Set(ids)], pack.positionOn);
  return groupLine(assessed, standing, (id) => organisations.get(id)?.name ?? id);
}
