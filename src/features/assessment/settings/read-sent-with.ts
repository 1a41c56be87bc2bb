import type { Connection } from '../../../platform/database/database.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { StoredAssessment } from '../stored-assessment.ts';
import { isGivenAway } from './standing.ts';

/** Whose answers an assessment was sent to be signed with; they are its own since. */
export interface SentWith {
  readonly giver: { readonly code: string; readonly name: string };
  readonly sectionIds: readonly string[];
}

/** With whose answers an assessment was sent to be signed; null where it was not, or all were its own. */
export async function readSentWith(
  { database, pack }: { readonly database: Connection; readonly pack: Pick<ProgrammePack, 'positionOn'> },
  assessment: StoredAssessment | null,
): Promise<SentWith | null> {
  const taken = assessment !== null && isGivenAway(assessment.state) ? assessment.taken : null;
  if (taken === null) {
    return null;
  }
  const organisations = await listOrganisationsById(database, [taken.giverId], pack.positionOn);
  const { code, name } = organisations.get(taken.giverId) ?? { code: taken.giverId, name: taken.giverId };
  return { giver: { code, name }, sectionIds: taken.sectionIds };
}
