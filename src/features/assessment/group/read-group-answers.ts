import type { Connection } from '../../../platform/database/database.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { getRound, instrumentOfRound, type ProgrammePack, sectionsSharedInGroups } from '../../programme/index.ts';
import type { AssessmentKey } from '../../scoring/index.ts';
import type { GroupAnswers } from '../settings/answers-in-effect.ts';
import { type OrganisationStanding, readStanding } from '../settings/read-standing.ts';
import { listAgreedSharings } from './sharing-repository.ts';

/** Where organisations take the answers of another of their group in a round, by organisation; those that take none are left out. */
export async function readGroupAnswers(
  connection: Connection,
  pack: ProgrammePack,
  roundId: string,
  takerIds: readonly string[],
): Promise<ReadonlyMap<string, GroupAnswers>> {
  if (sectionsSharedInGroups(instrumentOfRound(pack, roundId)).length === 0) {
    return new Map();
  }
  const agreed = await listAgreedSharings(connection, roundId, takerIds);
  if (agreed.length === 0) {
    return new Map();
  }
  const giverIds = [...new Set(agreed.map(({ giverId }) => giverId))];
  const [standings, organisations] = await Promise.all([
    readStanding(connection, pack, getRound(pack, roundId), giverIds),
    listOrganisationsById(connection, giverIds, pack.positionOn),
  ]);
  return new Map(
    agreed.map(({ takerId, giverId, sectionIds }) => [
      takerId,
      {
        giver: { organisationId: giverId, name: organisations.get(giverId)?.name ?? giverId },
        sectionIds,
        ...answersOf(standings.find(({ organisationId }) => organisationId === giverId)),
      },
    ]),
  );
}

/** Where the answers of a giver lie. */
function answersOf(standing: OrganisationStanding | undefined): Pick<GroupAnswers, 'once' | 'bySetting'> {
  if (standing === undefined) {
    return { once: null, bySetting: new Map() };
  }
  const { organisationId, settings, answeredOnce } = standing;
  const keyOf = (assessmentId: string | null): AssessmentKey | null =>
    assessmentId === null ? null : { organisationId, assessmentId };
  const [only] = settings;
  return {
    once: keyOf(settings.length > 1 ? (answeredOnce?.assessmentId ?? null) : (only?.assessmentId ?? null)),
    bySetting: new Map(settings.map(({ careSetting, assessmentId }) => [careSetting, keyOf(assessmentId)])),
  };
}
