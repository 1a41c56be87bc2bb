import type { Connection } from '../../platform/database/database.ts';
import { careSettingName, readStanding } from '../assessment/index.ts';
import { listAddressed, listAreas, listPlacements } from '../directory/index.ts';
import { type Actor, can } from '../identity/index.ts';
import type { ProgrammePack, Round } from '../programme/index.ts';
import { listModerations, type ModerationState, moderationStateOf } from '../return-documents/index.ts';
import { listOpenQueries, type PlacedThread } from '../threads/index.ts';
import { type ReturnWait, returnWaitOf } from './returns-list.ts';
import { listSignedReturns, type SignedReturnRow } from './signed-returns-repository.ts';

interface ReturnsContext {
  readonly database: Connection;
  readonly pack: ProgrammePack;
}

/** A signed return of a round, and what it waits for. */
export interface StandingReturn extends SignedReturnRow {
  readonly wait: ReturnWait;
  readonly openQueries: readonly PlacedThread[];
  readonly regionIds: readonly string[];
}

/** The signed returns of a round in the regions that somebody asks about, the oldest first. */
export async function listReturns(
  { database, pack }: ReturnsContext,
  actor: Actor,
  round: Pick<Round, 'id'>,
): Promise<StandingReturn[]> {
  const [rows, queries] = await Promise.all([listSignedReturns(database, round.id), listOpenQueries(database)]);
  const placements = await listPlacements(database, idsOf(rows), pack.positionOn);
  const queriesOf = Map.groupBy(queries, ({ subject }) => (subject.kind === 'query' ? subject.digest : ''));
  return rows
    .map((row): StandingReturn => {
      const openQueries = queriesOf.get(row.digest) ?? [];
      const { regionIds = [] } = placements.get(row.organisationId) ?? {};
      return { ...row, openQueries, regionIds, wait: returnWaitOf(row.validatedAt !== null, openQueries) };
    })
    .filter(({ regionIds }) => can(actor, 'assessment.query', { regionIds }));
}

/** The same as it is named and found. */
export interface NamedReturn extends StandingReturn {
  readonly addressKey: string;
  readonly name: string;
  /** One of several care settings, as addresses name it and as it is called; null where there is one alone. */
  readonly setting: { readonly id: string; readonly label: string } | null;
  readonly regions: readonly string[];
  readonly moderation: ModerationState;
}

/** Names returns of a round, in the order in which they come. */
export async function nameReturns(
  { database, pack }: ReturnsContext,
  round: Round,
  returns: readonly StandingReturn[],
): Promise<NamedReturn[]> {
  const ids = idsOf(returns);
  const [organisations, areas, standing, moderations] = await Promise.all([
    listAddressed(database, ids, pack.positionOn),
    listAreas(database, 'region', pack.positionOn),
    readStanding(database, pack, round, ids),
    listModerations(
      database,
      returns.map(({ assessmentId }) => assessmentId),
    ),
  ]);
  const regions = new Map(areas.map(({ areaId, name }) => [areaId, name]));
  const several = new Set(
    standing.filter(({ settings }) => settings.length > 1).map(({ organisationId }) => organisationId),
  );
  return returns.map((each) => {
    const { organisationId, careSetting, regionIds } = each;
    const setting = several.has(organisationId) ? { id: careSetting, label: careSettingName(pack, careSetting) } : null;
    return {
      ...each,
      addressKey: organisations.get(organisationId)?.addressKey ?? organisationId,
      name: organisations.get(organisationId)?.name ?? organisationId,
      setting,
      regions: regionIds.flatMap((id) => regions.get(id) ?? []),
      moderation: moderationStateOf(moderations.get(each.digest) ?? nothingChecked),
    };
  });
}

const nothingChecked = { checked: 0, isFinished: false, openChallenges: 0 } as const;

function idsOf(rows: readonly Pick<SignedReturnRow, 'organisationId'>[]): string[] {
  return [...new Set(rows.map(({ organisationId }) => organisationId))];
}
