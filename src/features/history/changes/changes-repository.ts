import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { type ListQuery, readPage, readWindow } from '../../../platform/database/statements/read-page.ts';
import type { ListEdge, ListWindow, Page, Slice } from '../../../platform/page.ts';
import { areaRefJson, patientsOfOrganisation } from '../../directory/index.ts';
import { areaParty, isBySourceDay, organisationParty } from '../sql-fragments.ts';
import { type ChangeKind, type ChangeLine, type ChangeSubject, changeKey, type FootprintOn } from './changes.ts';

/** Two days to compare, and which differences are wanted; null for all. */
export interface ChangeListing {
  readonly from: string;
  readonly to: string;
  readonly subject: ChangeSubject | null;
  readonly change: ChangeKind | null;
  /** Type of organisation or kind of area. */
  readonly typeId: string | null;
}

type Days = Pick<ChangeListing, 'from' | 'to'>;

/** Successions that took effect between the two days. */
const between = ({ from, to }: Days) => sql`link.effective_on > ${from}::date and link.effective_on <= ${to}::date`;

/** How an organisation or area of one day differs from itself on the other: a row for each difference. */
function differences(subject: 'organisation' | 'area', days: Days): RawBuilder<unknown> {
  const isArea = subject === 'area';
  const table = sql.table(isArea ? 'area_record' : 'organisation_record');
  const id = sql.ref(isArea ? 'area_id' : 'organisation_id');
  const rowId = sql.ref(isArea ? 'area_record_id' : 'organisation_record_id');
  const type = sql.ref(isArea ? 'kind' : 'type_id');
  const partyId = isArea ? id : sql.ref('code');
  return sql`
    select ${subject} as subject, kind.change, coalesce(now.${id}, old.${id}) as id, coalesce(now.code, old.code) as code,
           coalesce(now.name, old.name) as name, coalesce(now.${type}, old.${type}) as type_id,
           ${isArea ? sql`coalesce(now.slug, old.slug)` : sql`null`} as slug, kind.before, kind.after,
           lower(now.valid) as since, ${isArea ? sql`false` : sql`coalesce(${isBySourceDay('now')}, false)`} as is_by, coalesce(${isArea ? sql`case when now.valid is null then old.ended_source_id end,` : sql``}
             now.source_id, old.source_id) as source_id, coalesce(now.standing, old.standing) as standing,
           ${isArea ? sql`''` : sql`coalesce(now.status, old.status)`} as status
    from (select * from ${table} where valid @> ${days.from}::date) as old
    full join (select * from ${table} where valid @> ${days.to}::date) as now on now.${id} = old.${id}
    cross join lateral (
      select 'opened' as change, '' as before, now.name as after where old.${id} is null
      union all
      select case when exists (
          select from succession_in_force as link
          where link.subject = ${subject} and link.predecessor_id = old.${partyId} and link.successor_id <> old.${partyId}
            and ${between(days)}) then 'succeeded' else 'closed' end, old.name, ''
      where now.${id} is null
      union all
      select 'renamed', old.name, now.name where old.name <> now.name and search_words(old.name) <> search_words(now.name)
      union all
      select ${isArea ? sql`'recoded', old.code, now.code where old.code <> now.code` : sql`'retyped', old.type_id, now.type_id where old.type_id <> now.type_id`}
    ) as kind
    where old.${rowId} is distinct from now.${rowId}`;
}

function allDifferences(days: Days): RawBuilder<unknown> {
  return sql`(${differences('organisation', days)} union all ${differences('area', days)})`;
}

function wanted({ subject, change, typeId }: ChangeListing): RawBuilder<unknown> {
  return sql`(${subject}::text is null or change.subject = ${subject}) and (${change}::text is null or change.change = ${change})
    and (${typeId}::text is null or change.type_id = ${typeId})`;
}

/** The bound of the time of being that holds a day: records that follow each other are one. */
function boundOfLife(bound: 'lower' | 'upper', day: string): RawBuilder<unknown> {
  const lifeIn = (table: string, id: string) => sql`(
    select ${sql.raw(bound)}(life.valid) from (
      select unnest(range_agg(record.valid)) as valid from ${sql.table(table)} as record where record.${sql.ref(id)} = change.id
    ) as life where life.valid @> ${day}::date)`;
  return sql`case when change.subject = 'area' then ${lifeIn('area_record', 'area_id')}
    else ${lifeIn('organisation_record', 'organisation_id')} end`;
}

function columns(days: Days): RawBuilder<unknown> {
  const partyOf = (column: string, day: RawBuilder<unknown>) =>
    sql`case when link.subject = 'area' then ${areaParty(sql.ref(column), day)} else ${organisationParty(sql.ref(column), day)} end`;
  return sql`change.subject, change.change, change.id, change.code, change.name, change.type_id as "typeId", change.slug,
    change.before, change.after, change.status, change.source_id as "sourceId", change.standing,
    (case change.change when 'opened' then ${boundOfLife('lower', days.to)}
      when 'closed' then ${boundOfLife('upper', days.from)} when 'succeeded' then ${boundOfLife('upper', days.from)}
      else change.since end)::text as "on",
    (change.is_by and change.change in ('renamed', 'retyped', 'recoded')) as "isBy",
    coalesce((
      select jsonb_agg(distinct case when change.change = 'opened' then ${partyOf('link.predecessor_id', sql`link.effective_on - 1`)}
        else ${partyOf('link.successor_id', sql`link.effective_on`)} end)
      from succession_in_force as link
      where change.change in ('opened', 'succeeded') and link.subject = change.subject
        and (case when change.change = 'opened' then link.successor_id else link.predecessor_id end)
          = (case when change.subject = 'area' then change.id else change.code end)
        and link.successor_id <> link.predecessor_id and ${between(days)}
    ), '[]'::jsonb) as others`;
}

/** Everything that is different in the nation between two days, by subject, type, difference and name; memberships apart. */
function listQuery(listing: ChangeListing): ListQuery<ChangeLine> {
  return {
    columns: columns(listing),
    from: sql`${allDifferences(listing)} as change`,
    where: wanted(listing),
    order: [sql`change.subject`, sql`change.type_id`, sql`change.change`, sql`change.name`, sql`change.id`],
    keyOf: changeKey,
  };
}

/** A page of the differences, with how many there are. */
export function listChangePage(
  connection: Connection,
  listing: ChangeListing,
  slice: Slice,
): Promise<Page<ChangeLine>> {
  return readPage(connection, listQuery(listing), slice);
}

/** Some of the differences from an edge on, either way. */
export function listChanges(
  connection: Connection,
  listing: ChangeListing,
  edge: ListEdge | null,
  limit: number,
): Promise<ListWindow<ChangeLine>> {
  return readWindow(connection, listQuery(listing), edge, limit);
}

/** How many there were before and after, and of each difference; `retyped-from` counts those that were of the type before. */
export type CountedChange = ChangeKind | 'before' | 'after' | 'retyped-from';

export interface ChangeCount {
  readonly subject: 'organisation' | 'area';
  readonly typeId: string;
  readonly change: CountedChange;
  readonly count: number;
}

/** The numbers of organisations by type and areas by kind on both days, and of all that is different. */
export async function countChanges(connection: Connection, days: Days): Promise<ChangeCount[]> {
  const standing = (change: 'before' | 'after', day: string) => sql`
    select 'organisation', type_id, ${change}::text, count(*) from organisation_record where valid @> ${day}::date group by type_id
    union all
    select 'area', kind, ${change}::text, count(*) from area_record where valid @> ${day}::date group by kind`;
  const result = await sql<ChangeCount>`
    with change as materialized (select * from ${allDifferences(days)} as difference)
    select change.subject, change.type_id as "typeId", change.change, count(*) as count from change
    group by change.subject, change.type_id, change.change
    union all
    select change.subject, change.before, 'retyped-from', count(*) from change where change.change = 'retyped'
    group by change.subject, change.before
    union all ${standing('before', days.from)} union all ${standing('after', days.to)}`.execute(connection);
  return result.rows;
}

/** A footprint as it was on a day, with the practices that the CCGs in it commission. */
export async function getFootprintOn(
  connection: Connection,
  areaId: string,
  day: string,
  practiceType: string,
): Promise<FootprintOn> {
  const result = await sql<Omit<FootprintOn, 'day'>>`
    select
      (select ${areaRefJson} || jsonb_build_object('from', lower(area.valid), 'to', upper(area.valid),
          'sourceId', coalesce(area.ended_source_id, area.source_id), 'standing', area.standing)
       from area_record as area where area.area_id = ${areaId} and area.valid @> ${day}::date) as area,
      (select coalesce(jsonb_agg(jsonb_build_object('organisationId', organisation.organisation_id, 'code', organisation.code,
          'name', organisation.name, 'typeId', organisation.type_id, 'status', organisation.status, 'role', membership.role,
          'from', lower(membership.valid), 'to', upper(membership.valid), 'sourceId', membership.source_id,
          'standing', membership.standing, 'registeredPatients', ${patientsOfOrganisation(sql`${day}::date`)},
          'record', jsonb_build_object('from', lower(organisation.valid), 'isBy', ${isBySourceDay('organisation')}, 'sourceId', organisation.source_id,
            'standing', organisation.standing))), '[]'::jsonb)
       from membership join organisation_record as organisation
         on organisation.organisation_id = membership.organisation_id and organisation.valid @> ${day}::date
       where membership.area_id = ${areaId} and membership.valid @> ${day}::date) as members,
      (select count(distinct practice.organisation_id)
       from membership
       join organisation on organisation.organisation_id = membership.organisation_id
       join organisation_relation as relation on relation.kind = 'commissioned-by'
         and relation.related_code = organisation.code and relation.valid @> ${day}::date
       join organisation_record as practice on practice.organisation_id = relation.organisation_id
         and practice.valid @> ${day}::date and practice.type_id = ${practiceType}
       where membership.area_id = ${areaId} and membership.valid @> ${day}::date
         and membership.role in ('lead', 'core')) as "practiceCount"`.execute(connection);
  const [found] = result.rows;
  return { area: null, members: [], practiceCount: 0, ...found, day };
}
