import type { Connection } from '../../../platform/database/database.ts';
import { listOrganisationsById, type OrganisationRef } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { SubmittedAssessment } from '../scoring/score-repository.ts';
import { listTakersSubmitted } from './sharing-repository.ts';

/** With which organisations of its group a submitted assessment was answered together. */
export interface AnsweredTogether {
  /** Whose answers it was signed with, in which sections; null where all were its own organisation's. */
  readonly takenFrom: (OrganisationRef & { readonly sectionIds: readonly string[] }) | null;
  /** Which organisations submitted with its answers in that round. */
  readonly givenTo: readonly OrganisationRef[];
}

/**
 * With whom a submitted assessment was answered together, by what was signed.
 *
 * @param recordedBy of what was submitted on this day at the latest; at any time where it is null
 */
export async function readAnsweredTogether(
  connection: Connection,
  { positionOn }: Pick<ProgrammePack, 'positionOn'>,
  { organisationId, roundId, taken }: SubmittedAssessment,
  recordedBy: string | null,
): Promise<AnsweredTogether> {
  const takerIds = await listTakersSubmitted(connection, { giverId: organisationId, roundId }, recordedBy);
  const ids = taken === null ? takerIds : [taken.giverId, ...takerIds];
  const organisations =
    ids.length === 0 ? new Map<string, OrganisationRef>() : await listOrganisationsById(connection, ids, positionOn);
  const giver = organisations.get(taken?.giverId ?? '');
  return {
    takenFrom: taken === null || giver === undefined ? null : { ...giver, sectionIds: taken.sectionIds },
    givenTo: takerIds.flatMap((id) => organisations.get(id) ?? []),
  };
}
