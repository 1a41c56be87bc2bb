import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
import { isId } from '../../platform/ids.ts';
import { searchWords } from '../directory/index.ts';
import { isFoundBy } from '../search/index.ts';
import type { Exemplar, ExemplarState } from './exemplar.ts';

const columns = sql`exemplar.exemplar_id as "exemplarId", exemplar.organisation_id as "organisationId",
  organisation.code as "organisationCode", organisation.name as "organisationName", organisation.type_id as "organisationTypeId",
  exemplar.group_id as "groupId", exemplar.title, exemplar.reason, exemplar.state, exemplar.designated_at as "designatedAt",
  exemplar.withdrawn_at as "withdrawnAt", exemplar.withdrawn_reason as "withdrawnReason", exemplar.illustrative`;

const source = sql`exemplar join lateral organisation_latest(exemplar.organisation_id) as organisation on true`;

export interface ExemplarFilter {
  /** Every word must be in the title or the reason, or find the organisation; empty for all. */
  readonly search: string;
  /** Capability group; empty for all. */
  readonly groupId: string;
  /** Organisation types; null for all. */
  readonly typeIds: readonly string[] | null;
  readonly states: readonly ExemplarState[];
}

/** Exemplars, newest first. */
export async function listExemplars(connection: Connection, filter: ExemplarFilter): Promise<Exemplar[]> {
  const words = filter.search.split(/\s+/).filter((word) => word !== '');
  const result = await sql<Exemplar>`
    select ${columns} from ${source}
    where exemplar.state = any(${filter.states})
      and (${filter.groupId} = '' or exemplar.group_id = ${filter.groupId})
      and (${filter.typeIds}::text[] is null or organisation.type_id = any(${filter.typeIds}))
      and ${sql.join([sql`true`, ...words.map(isSaidOrFound)], sql` and `)}
    order by exemplar.designated_at desc, exemplar.exemplar_id`.execute(connection);
  return result.rows;
}

function isSaidOrFound(word: string): RawBuilder<unknown> {
  const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`(exemplar.title || ' ' || exemplar.reason ilike ${pattern} or ${isFoundBy(searchWords(word))})`;
}

/** The live exemplars of some organisations, newest first. */
export async function listExemplarsOf(connection: Connection, organisationIds: readonly string[]): Promise<Exemplar[]> {
  const result = await sql<Exemplar>`
    select ${columns} from ${source}
    where exemplar.organisation_id = any(${organisationIds}::text[]) and exemplar.state = 'designated'
    order by exemplar.designated_at desc, exemplar.exemplar_id`.execute(connection);
  return result.rows;
}

export async function findExemplar(connection: Connection, exemplarId: string): Promise<Exemplar | null> {
  if (!isId(exemplarId)) {
    return null;
  }
  const result = await sql<Exemplar>`
    select ${columns} from ${source} where exemplar.exemplar_id = ${exemplarId}`.execute(connection);
  return result.rows[0] ?? null;
}

/** The state of an exemplar, held until the transaction ends so that two people cannot both change it. */
export async function lockExemplarState(connection: Connection, exemplarId: string): Promise<ExemplarState | null> {
  const result = await sql<{ state: ExemplarState }>`
    select exemplar.state from exemplar where exemplar.exemplar_id = ${exemplarId} for update`.execute(connection);
  return result.rows[0]?.state ?? null;
}

export interface NewExemplar {
  readonly exemplarId: string;
  readonly organisationId: string;
  readonly groupId: string;
  readonly title: string;
  readonly reason: string;
  readonly state: ExemplarState;
  readonly designatedBy: string | null;
  readonly designatedAt: Date;
  readonly illustrative: boolean;
}

/** False, and nothing added, where the organisation already has a live exemplar in that group. */
export async function insertExemplar(connection: Connection, exemplar: NewExemplar): Promise<boolean> {
  const result = await sql<{ exemplar_id: string }>`
    insert into exemplar (exemplar_id, organisation_id, group_id, title, reason, state, designated_by, designated_at, illustrative)
    values (${exemplar.exemplarId}, ${exemplar.organisationId}, ${exemplar.groupId}, ${exemplar.title}, ${exemplar.reason},
            ${exemplar.state}, ${exemplar.designatedBy}, ${exemplar.designatedAt}, ${exemplar.illustrative})
    on conflict (organisation_id, group_id) where state <> 'withdrawn' do nothing
    returning exemplar_id`.execute(connection);
  return result.rows.length === 1;
}

/** The live exemplar of an organisation in a group that says exactly this, by the same person; null where there is none. */
export async function findSameExemplar(
  connection: Connection,
  { organisationId, groupId, title, reason, designatedBy }: NewExemplar,
): Promise<string | null> {
  const found = await connection
    .selectFrom('exemplar')
    .select('exemplar_id')
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId)
    .where('state', '<>', 'withdrawn')
    .where('title', '=', title)
    .where('reason', '=', reason)
    .where('designated_by', '=', designatedBy)
    .executeTakeFirst();
  return found?.exemplar_id ?? null;
}

export async function updateAsWithdrawn(
  connection: Connection,
  exemplarId: string,
  at: Date,
  reason: string,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update exemplar set state = 'withdrawn', withdrawn_at = ${at}, withdrawn_reason = ${reason}
    where exemplar.exemplar_id = ${exemplarId}`.execute(connection);
  expectRows('a designation is withdrawn', 1, numAffectedRows);
}
