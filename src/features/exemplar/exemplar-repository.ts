import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
import { timeZone } from '../../platform/days.ts';
import { isId } from '../../platform/ids.ts';
import { type ReadDay, searchWords } from '../directory/index.ts';
import { isFoundBy } from '../search/index.ts';
import type { Exemplar, ExemplarState } from './exemplar.ts';

/**
 * Exemplars as they stood on a day: designated by then, not yet withdrawn where that came later, and their organisations called what they
 * are called on the day, or nearest to it.
 */
function exemplarsOn({ asAt, recordedBy }: ReadDay): RawBuilder<unknown> {
  const dayOf = (column: string) => sql`(${sql.ref(column)} at time zone ${timeZone})::date`;
  return sql`(
    select exemplar.exemplar_id, exemplar.organisation_id, exemplar.group_id, exemplar.title, exemplar.reason, exemplar.designated_at,
           exemplar.illustrative,
           case when settled.is_so then exemplar.state else 'designated' end as state,
           case when settled.is_so then exemplar.withdrawn_at end as withdrawn_at,
           case when settled.is_so then exemplar.withdrawn_reason else '' end as withdrawn_reason
    from exemplar cross join lateral (
      select ${recordedBy}::date is null or exemplar.withdrawn_at is null
        or ${dayOf('exemplar.withdrawn_at')} <= ${recordedBy}::date as is_so
    ) as settled
    where ${recordedBy}::date is null or ${dayOf('exemplar.designated_at')} <= ${recordedBy}::date
  ) as exemplar join lateral organisation_on(exemplar.organisation_id, ${asAt}::date) as organisation on true`;
}

const columnsOn = ({
  asAt,
}: ReadDay) => sql`exemplar.exemplar_id as "exemplarId", exemplar.organisation_id as "organisationId",
  organisation.code as "organisationCode", organisation.name as "organisationName", organisation.type_id as "organisationTypeId",
  organisation.status as "organisationStatus",
  case when organisation.valid @> ${asAt}::date then null
       when upper(organisation.valid) <= ${asAt}::date then (upper(organisation.valid) - 1)::text
       else lower(organisation.valid)::text end as "organisationDay",
  exemplar.group_id as "groupId", exemplar.title, exemplar.reason, exemplar.state, exemplar.designated_at as "designatedAt",
  exemplar.withdrawn_at as "withdrawnAt", exemplar.withdrawn_reason as "withdrawnReason", exemplar.illustrative`;

export interface ExemplarFilter {
  /** Every word must be in the title or the reason, or find the organisation; empty for all. */
  readonly search: string;
  /** Capability group; empty for all. */
  readonly groupId: string;
  /** Organisation types; null for all. */
  readonly typeIds: readonly string[] | null;
  readonly states: readonly ExemplarState[];
}

/** Exemplars as they stood on a day, newest first. */
export async function listExemplars(connection: Connection, filter: ExemplarFilter, day: ReadDay): Promise<Exemplar[]> {
  const words = filter.search.split(/\s+/).filter((word) => word !== '');
  const result = await sql<Exemplar>`
    select ${columnsOn(day)} from ${exemplarsOn(day)}
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

/** The exemplars of some organisations that were live on a day, newest first. */
export async function listExemplarsOf(
  connection: Connection,
  organisationIds: readonly string[],
  day: ReadDay,
): Promise<Exemplar[]> {
  const result = await sql<Exemplar>`
    select ${columnsOn(day)} from ${exemplarsOn(day)}
    where exemplar.organisation_id = any(${organisationIds}::text[]) and exemplar.state = 'designated'
    order by exemplar.designated_at desc, exemplar.exemplar_id`.execute(connection);
  return result.rows;
}

/** An exemplar as it stood on a day; null where it had not been designated. */
export async function findExemplar(connection: Connection, exemplarId: string, day: ReadDay): Promise<Exemplar | null> {
  if (!isId(exemplarId)) {
    return null;
  }
  const result = await sql<Exemplar>`
    select ${columnsOn(day)} from ${exemplarsOn(day)} where exemplar.exemplar_id = ${exemplarId}`.execute(connection);
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
