import type { Connection } from '../../platform/database/database.ts';
import { listStandingResults } from '../assessment/index.ts';
import { listOrganisationsById, listOrganisationsOfTypes } from '../directory/index.ts';
import { askedOn, instrumentOfRound, type ProgrammePack, type Round } from '../programme/index.ts';
import type { Peers } from './peer.ts';
import { scoresForEverybody } from './peer-spreads.ts';

/**
 * What stands of everybody in a round: a result that was corrected counts as it is now, one that is open for a correction as it was signed, and what
 * was found of one by a moderation not at all. Whoever shows it asks first whether the results are public.
 */
export async function readPeers(connection: Connection, pack: ProgrammePack, round: Round): Promise<Peers> {
  const types = pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  const results = await listStandingResults(connection, round.id);
  const ids = [...new Set(results.map(({ organisationId }) => organisationId))];
  const [named, placed] = await Promise.all([
    listOrganisationsById(connection, ids, pack.positionOn),
    listOrganisationsOfTypes(connection, types, askedOn(round, pack.positionOn)),
  ]);
  const regionOf = new Map(placed.map(({ organisationId, regionCode }) => [organisationId, regionCode]));
  const instrument = instrumentOfRound(pack, round.id);
  return {
    peers: results.map(({ organisationId, careSetting, scores }) => ({
      organisationId,
      name: named.get(organisationId)?.name ?? organisationId,
      facts: {
        setting: careSetting,
        type: named.get(organisationId)?.typeId ?? null,
        region: regionOf.get(organisationId) ?? null,
      },
      scores: scoresForEverybody(instrument, scores),
    })),
    regions: new Map(
      placed.flatMap(({ regionCode, regionName }) =>
        regionCode === null ? [] : [[regionCode, regionName ?? regionCode]],
      ),
    ),
  };
}
