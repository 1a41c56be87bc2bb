import type { Connection } from '../../../platform/database/database.ts';
import { listOrganisationsById, listOrganisationsOfTypes } from '../../directory/index.ts';
import {
  askedOn,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  sectionsSharedInGroups,
} from '../../programme/index.ts';
import { stateOfSharing } from './sharing.ts';
import { listSharings } from './sharing-repository.ts';

/** That another organisation of its group has asked one to answer together, and waits for it to agree or decline. */
export interface SharingAsked {
  readonly sharingId: string;
  readonly organisationId: string;
  /** The name of the one that asks. */
  readonly other: string;
}

/** What these organisations are asked in a round, those that it asks on a day: for one that has ended nobody can agree any more. */
export async function listSharingsAsked(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  organisationIds: readonly string[],
  day: string,
): Promise<SharingAsked[]> {
  if (sectionsSharedInGroups(instrumentOfRound(pack, round.id)).length === 0) {
    return [];
  }
  const open = (await listSharings(connection, round.id, organisationIds)).filter(
    (each) => stateOfSharing(each) === 'proposed',
  );
  const asked = open
    .map(({ sharingId, takerId, giverId, proposedFor }) => {
      return { sharingId, otherId: proposedFor, organisationId: proposedFor === takerId ? giverId : takerId };
    })
    .filter(({ organisationId }) => organisationIds.includes(organisationId));
  if (asked.length === 0) {
    return [];
  }
  const types = pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  const there = await listOrganisationsOfTypes(connection, types, askedOn(round, day));
  const thereIds = new Set(there.map(({ organisationId }) => organisationId));
  const names = await listOrganisationsById(
    connection,
    asked.map(({ otherId }) => otherId),
    pack.positionOn,
  );
  return asked
    .filter(({ organisationId }) => thereIds.has(organisationId))
    .map(({ otherId, ...rest }) => ({ ...rest, other: names.get(otherId)?.name ?? otherId }));
}
