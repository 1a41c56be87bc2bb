import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { expectRows } from '../../../platform/database/statements/affected-rows.ts';
import { recordset } from '../../../platform/database/statements/recordset.ts';
import type { RegisterTransaction } from '../hand-on-records.ts';
import { livesOf } from './dated-states.ts';
import type { Relation } from './lay-relations.ts';
import type { Citation, Facts } from './organisation-history.ts';
import type { HistoryRows, StoredOrganisation, StoredRelation, StoredState } from './stored-history.ts';

/* The history of organisations, read and written for many at once. */

interface StateRow extends Facts, Citation {
  readonly recordId: string;
  readonly organisationId: string;
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly seen: readonly string[];
  readonly endedBy: string | null;
}

interface RelationRow extends Omit<Relation, 'cited'>, Pick<Citation, 'sourceId' | 'row' | 'standing'> {
  readonly relationId: string;
  readonly organisationId: string;
}

/** Everyone who holds or held one of these codes, by organisation id. */
export async function listStored(
  connection: Connection,
  codes: readonly string[],
): Promise<Map<string, StoredOrganisation>> {
  const { rows: organisations } = await sql<{ organisationId: string; code: string }>`
    select organisation.organisation_id as "organisationId", organisation.code
    from organisation where organisation.code = any(${codes}::text[])`.execute(connection);
  const ids = organisations.map(({ organisationId }) => organisationId);
  const states = ids.length === 0 ? [] : await listStates(connection, ids);
  const relations = ids.length === 0 ? [] : await listRelations(connection, ids);
  const statesOf = Map.groupBy(states, ({ organisationId }) => organisationId);
  const relationsOf = Map.groupBy(relations, ({ organisationId }) => organisationId);
  return new Map(
    organisations.map(({ organisationId, code }) => {
      const stored = (statesOf.get(organisationId) ?? []).map(stateOf);
      const history = { organisationId, code, lives: livesOf(stored) };
      return [
        organisationId,
        { history, states: stored, relations: (relationsOf.get(organisationId) ?? []).map(relationOf) },
      ];
    }),
  );
}

async function listStates(connection: Connection, organisationIds: readonly string[]): Promise<StateRow[]> {
  const { rows } = await sql<StateRow>`
    select record.organisation_record_id::text as "recordId", record.organisation_id as "organisationId", record.code,
           record.name, record.type_id as "typeId", record.type_standing as "typeStanding",
           nullif(record.status, '') as status, nullif(record.address, '') as address, nullif(record.town, '') as town,
           nullif(record.postcode, '') as postcode, nullif(record.phone, '') as phone,
           nullif(record.region_code, '') as "regionCode", nullif(record.geography_code, '') as "geographyCode",
           lower(record.valid)::text as "from", upper(record.valid)::text as "to", record.seen::text[] as seen,
           record.source_id as "sourceId", record.source_row as "row", record.standing, record.note, source.shipped as "isCurated",
           case when not source.shipped then source.dated_on end as "saidOn",
           record.ended_source_id as "endedBy"
    from organisation_record as record join source on source.source_id = record.source_id
    where record.organisation_id = any(${organisationIds}::text[])
    order by record.organisation_id, lower(record.valid) nulls first`.execute(connection);
  return rows;
}

async function listRelations(connection: Connection, organisationIds: readonly string[]): Promise<RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    select relation.organisation_relation_id::text as "relationId", relation.organisation_id as "organisationId", relation.kind,
           relation.related_code as "relatedCode", lower(relation.valid)::text as "from", upper(relation.valid)::text as "to",
           relation.seen_on::text as "seenOn", relation.source_id as "sourceId", relation.source_row as "row", relation.standing
    from organisation_relation as relation
    where relation.organisation_id = any(${organisationIds}::text[])
    order by relation.organisation_id, relation.kind, lower(relation.valid) nulls first, relation.related_code`.execute(
    connection,
  );
  return rows;
}

function stateOf(row: StateRow): StoredState {
  const { recordId, from, to, endedBy, seen, sourceId, standing, note, isCurated, saidOn } = row;
  const { name, typeId, typeStanding, status, address, town, postcode, phone, regionCode, geographyCode } = row;
  const facts = { name, typeId, typeStanding, status, address, town, postcode, phone, regionCode, geographyCode };
  const cited = { sourceId, row: row.row, standing, note, isCurated, saidOn };
  return { recordId, from, to, endedBy, state: { facts, seen, cited } };
}

function relationOf(row: RelationRow): StoredRelation {
  const { relationId, kind, relatedCode, from, to, seenOn, sourceId, standing } = row;
  return { relationId, kind, relatedCode, from, to, seenOn, cited: { sourceId, row: row.row, standing } };
}

/** Writes all of it, a statement a table: rows in the way go first, so that periods never overlap on the way. */
export async function updateHistoryRows(connection: RegisterTransaction, rows: HistoryRows): Promise<void> {
  await insertOrganisations(connection, rows.organisations);
  await removeRows(connection, rows);
  await updateSeen(connection, rows.seenAgain);
  await insertRecords(connection, rows.records);
  await insertRelations(connection, rows.relations);
}

async function insertOrganisations(connection: RegisterTransaction, rows: HistoryRows['organisations']): Promise<void> {
  if (rows.length > 0) {
    await sql`
      insert into organisation (organisation_id, code)
      select "organisationId", code from ${recordset(rows, '"organisationId" text, code text')}
      on conflict (organisation_id) do nothing`.execute(connection);
  }
}

async function removeRows(connection: RegisterTransaction, rows: HistoryRows): Promise<void> {
  if (rows.removedRecordIds.length > 0) {
    const { numAffectedRows } = await sql`
      delete from organisation_record where organisation_record_id = any(${rows.removedRecordIds}::bigint[])`.execute(
      connection,
    );
    expectRows('records of organisations go', new Set(rows.removedRecordIds).size, numAffectedRows);
  }
  if (rows.removedRelationIds.length > 0) {
    const { numAffectedRows } = await sql`
      delete from organisation_relation where organisation_relation_id = any(${rows.removedRelationIds}::bigint[])`.execute(
      connection,
    );
    expectRows('relations of organisations go', new Set(rows.removedRelationIds).size, numAffectedRows);
  }
}

async function updateSeen(connection: RegisterTransaction, rows: HistoryRows['seenAgain']): Promise<void> {
  if (rows.length > 0) {
    const { numAffectedRows } = await sql`
      update organisation_record set seen = again.seen
      from ${recordset(rows, '"recordId" bigint, seen date[]', 'again')}
      where organisation_record.organisation_record_id = again."recordId"`.execute(connection);
    expectRows('records of organisations are seen again', rows.length, numAffectedRows);
  }
}

async function insertRecords(connection: RegisterTransaction, rows: HistoryRows['records']): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const records = rows.map(({ organisationId, code, dated: { state, from, to, endedBy } }) => ({
    organisationId,
    code,
    from,
    to,
    endedBy,
    seen: state.seen,
    ...state.cited,
    ...state.facts,
  }));
  await sql`
    insert into organisation_record
      (organisation_id, code, name, type_id, type_standing, status, address, town, postcode, phone, region_code, geography_code,
       valid, seen, source_id, source_row, standing, note, ended_source_id)
    select "organisationId", code, name, "typeId", "typeStanding", coalesce(status, ''), coalesce(address, ''),
      coalesce(town, ''), coalesce(postcode, ''), coalesce(phone, ''), coalesce("regionCode", ''), coalesce("geographyCode", ''),
      daterange("from", "to", '[)'), seen, "sourceId", "row", standing, note, "endedBy"
    from ${recordset(records, recordColumns)}`.execute(connection);
}

const recordColumns = `"organisationId" text, code text, name text, "typeId" text, "typeStanding" text, status text, address text,
  town text, postcode text, phone text, "regionCode" text, "geographyCode" text, "from" date, "to" date, seen date[],
  "sourceId" text, "row" integer, standing text, note text, "endedBy" text`;

async function insertRelations(connection: RegisterTransaction, rows: HistoryRows['relations']): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const relations = rows.map(({ organisationId, relation: { cited, ...relation } }) => ({
    organisationId,
    ...relation,
    ...cited,
  }));
  await sql`
    insert into organisation_relation (organisation_id, kind, related_code, valid, seen_on, source_id, source_row, standing)
    select "organisationId", kind, "relatedCode", daterange("from", "to", '[)'), "seenOn", "sourceId", "row", standing
    from ${recordset(
      relations,
      '"organisationId" text, kind text, "relatedCode" text, "from" date, "to" date, "seenOn" date, "sourceId" text, "row" integer, standing text',
    )}`.execute(connection);
}
