import { by, compareNames } from '../../../platform/compare.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import {
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  sectionsAnsweredOnce,
  sectionsSharedInGroups,
} from '../../programme/index.ts';
import { readStanding } from '../settings/read-standing.ts';
import { isGivenAway } from '../settings/standing.ts';
import { stateOfSharing } from './sharing.ts';
import { listSharings } from './sharing-repository.ts';

/** An organisation that takes answers from another while it answers itself. */
export interface Taker {
  readonly name: string;
  /** What it takes of what is answered once for an organisation, as ids of sections. */
  readonly onceIds: readonly string[];
  /** What it takes of what each care setting answers, and for which of them, those left out that were sent to be signed. */
  readonly settingIds: readonly string[];
  readonly settings: readonly string[];
}

/** Who takes the answers of an organisation in a round, as both agreed, by name. */
export async function readTakers(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  giverId: string,
): Promise<Taker[]> {
  const instrument = instrumentOfRound(pack, round.id);
  if (sectionsSharedInGroups(instrument).length === 0) {
    return [];
  }
  const agreed = (await listSharings(connection, round.id, [giverId])).filter(
    (each) => each.giverId === giverId && stateOfSharing(each) === 'agreed',
  );
  if (agreed.length === 0) {
    return [];
  }
  const takerIds = agreed.map(({ takerId }) => takerId);
  const [standings, organisations] = await Promise.all([
    readStanding(connection, pack, round, takerIds),
    listOrganisationsById(connection, takerIds, pack.positionOn),
  ]);
  const onceIds = new Set(sectionsAnsweredOnce(instrument).map(({ id }) => id));
  const settingsOf = new Map(standings.map(({ organisationId, settings }) => [organisationId, settings]));
  return agreed
    .map(({ takerId, sectionIds }) => ({
      name: organisations.get(takerId)?.name ?? takerId,
      onceIds: sectionIds.filter((id) => onceIds.has(id)),
      settingIds: sectionIds.filter((id) => !onceIds.has(id)),
      settings: (settingsOf.get(takerId) ?? [])
        .filter(({ state }) => !isGivenAway(state))
        .map(({ careSetting }) => careSetting),
    }))
    .toSorted(by(({ name }) => name, compareNames));
}

/** Those of them that take a section of a care setting; of what is answered once, of the organisation. */
export function takersOf(takers: readonly Taker[], sectionId: string, careSetting: string): string[] {
  return takers
    .filter(
      ({ onceIds, settingIds, settings }) =>
        onceIds.includes(sectionId) || (settingIds.includes(sectionId) && settings.includes(careSetting)),
    )
    .map(({ name }) => name);
}

/** Those of them that take something of these care settings. */
export function takersOfSettings(takers: readonly Taker[], careSettings: readonly string[]): string[] {
  return takers
    .filter(({ settingIds, settings }) => settingIds.length > 0 && careSettings.some((each) => settings.includes(each)))
    .map(({ name }) => name);
}
