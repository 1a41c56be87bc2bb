import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { recordset } from '../../../platform/database/statements/recordset.ts';
import type { OrganisationObservation } from '../../register/index.ts';
import type { Contradiction, ContradictionDecision, ContradictionKind } from './contradiction.ts';
import { storedObservation } from './stored-observation.ts';

/** The file that says so, and when it was brought in. */
export interface Meeting {
  readonly sourceId: string;
  readonly datedOn: string;
  readonly at: Date;
}

export interface MetContradiction {
  readonly contradiction: Contradiction;
  readonly digest: string;
}

/** Keeps those that no file has said before. */
export async function insertContradictions(
  connection: Connection,
  met: readonly MetContradiction[],
  { sourceId, datedOn, at }: Meeting,
): Promise<void> {
  const rows = met.map(({ contradiction, digest }) => ({
    digest,
    kind: contradiction.kind,
    code: contradiction.code,
    name: contradiction.name,
    known: contradiction.known,
    known_source_id: contradiction.knownSourceId,
    said: contradiction.said,
    source_row: contradiction.difference.row,
    observation: contradiction.observation === null ? null : storedObservation.write(contradiction.observation),
  }));
  const columns =
    'digest text, kind text, code text, name text, known text, known_source_id text, said text, source_row integer, observation text';
  await sql`
    insert into contradiction
      (digest, kind, code, name, known, known_source_id, said, source_id, source_row, dated_on, observation, met_at)
    select met.digest, met.kind, met.code, met.name, met.known, met.known_source_id, met.said, ${sourceId}, met.source_row,
           ${datedOn}::date, met.observation::jsonb, ${at}
    from ${recordset(rows, columns, 'met')}
    on conflict (digest) do nothing`.execute(connection);
}

export interface LastDecision {
  readonly decision: ContradictionDecision;
  readonly at: Date;
}

/** The decision that holds of each that has one, by digest. */
export async function listLastDecisions(
  connection: Connection,
  digests: readonly string[],
): Promise<Map<string, LastDecision>> {
  const { rows } = await sql<LastDecision & { readonly digest: string }>`
    select distinct on (contradiction.digest) contradiction.digest, decided.decision, decided.decided_at as at
    from contradiction join contradiction_decision as decided using (contradiction_id)
    where contradiction.digest = any(${digests}::text[])
    order by contradiction.digest, decided.number desc`.execute(connection);
  return new Map(rows.map(({ digest, decision, at }) => [digest, { decision, at }]));
}

export interface DecisionMade extends LastDecision {
  readonly number: number;
  readonly reason: string;
  /** Null where whoever runs the service decided beforehand, on the command line. */
  readonly personId: string | null;
  readonly personName: string | null;
}

export interface KeptContradiction {
  readonly contradictionId: string;
  readonly kind: ContradictionKind;
  readonly code: string;
  readonly name: string;
  readonly known: string;
  readonly knownSource: string | null;
  readonly said: string;
  readonly sourceId: string;
  readonly source: string;
  readonly sourceRow: number | null;
  /** The day of the file. */
  readonly datedOn: string;
  readonly metAt: Date;
  /** The one that holds; null while nobody has decided. */
  readonly last: DecisionMade | null;
}

/** Enough to work through in one sitting; the number of all stands beside. */
const SHOWN = 200;

/** Those that wait for a decision, or those that have one, the newest first. */
export async function listContradictions(connection: Connection, isDecided: boolean): Promise<KeptContradiction[]> {
  const { rows } = await sql<KeptRow>`
    ${kept} where (last.number is not null) = ${isDecided}
    order by coalesce(last.decided_at, contradiction.met_at) desc, contradiction.contradiction_id desc
    limit ${SHOWN}`.execute(connection);
  return rows.map(keptOf);
}

export async function findContradiction(connection: Connection, id: string): Promise<KeptContradiction | null> {
  const { rows } = await sql<KeptRow>`${kept} where contradiction.contradiction_id::text = ${id}`.execute(connection);
  return rows[0] === undefined ? null : keptOf(rows[0]);
}

/** Every decision on one, the newest first; the first of them holds. */
export async function listDecisions(connection: Connection, id: string): Promise<DecisionMade[]> {
  const { rows } = await sql<DecisionMade>`
    select decided.number, decided.decision, decided.reason, decided.decided_at as at, decided.decided_by as "personId",
           person.name as "personName"
    from contradiction_decision as decided left join person on person.id = decided.decided_by
    where decided.contradiction_id::text = ${id} order by decided.number desc`.execute(connection);
  return rows;
}

/** Those of organisations that are said to be open again, unless that was taken; `seen`: how many decisions there are of each. */
export async function listReopeningsNotTaken(
  connection: Connection,
  codes: readonly string[],
): Promise<{ readonly contradictionId: string; readonly seen: number }[]> {
  const { rows } = await sql<{ readonly contradictionId: string; readonly seen: number }>`
    select kept."contradictionId", coalesce(kept.number, 0) as seen from (${kept}) as kept
    where kept.kind = 'reopened' and kept.code = any(${codes}::text[]) and kept.decision is distinct from 'take'
    order by kept."contradictionId"`.execute(connection);
  return rows;
}

/** How many wait until somebody decides. */
export async function countUndecidedContradictions(connection: Connection): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from contradiction
    where not exists (select from contradiction_decision as decided
                      where decided.contradiction_id = contradiction.contradiction_id)`.execute(connection);
  return rows[0]?.count ?? 0;
}

/** What the file says of the organisation; null for a succession. */
export async function findObservation(connection: Connection, id: string): Promise<OrganisationObservation | null> {
  const row = await connection
    .selectFrom('contradiction')
    .select('contradiction.observation')
    .where('contradiction.contradiction_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : storedObservation.read(row.observation);
}

export interface NewDecision {
  readonly contradictionId: string;
  readonly number: number;
  readonly decision: ContradictionDecision;
  readonly reason: string;
  readonly personId: string | null;
  readonly at: Date;
}

/** False where somebody else has made the decision of that number. */
export async function insertDecision(
  connection: Connection,
  { contradictionId, number, decision, reason, personId, at }: NewDecision,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto('contradiction_decision')
    .values({
      contradiction_id: contradictionId,
      number,
      decision,
      reason,
      decided_at: at,
      decided_by: personId,
    })
    .onConflict((conflict) => conflict.columns(['contradiction_id', 'number']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const kept = sql`
  select contradiction.contradiction_id as "contradictionId", contradiction.kind, contradiction.code, contradiction.name,
         contradiction.known, known_source.title as "knownSource", contradiction.said, contradiction.source_id as "sourceId",
         source.title as source, contradiction.source_row as "sourceRow", contradiction.dated_on::text as "datedOn",
         contradiction.met_at as "metAt", last.number, last.decision, last.reason, last.decided_at as at,
         last.decided_by as "personId", person.name as "personName"
  from contradiction
  join source on source.source_id = contradiction.source_id
  left join source as known_source on known_source.source_id = contradiction.known_source_id
  left join lateral (
    select decided.* from contradiction_decision as decided
    where decided.contradiction_id = contradiction.contradiction_id order by decided.number desc limit 1
  ) as last on true
  left join person on person.id = last.decided_by`;

type KeptRow = Omit<KeptContradiction, 'last'> & { readonly [Key in keyof DecisionMade]: DecisionMade[Key] | null };

function keptOf({ number, decision, reason, at, personId, personName, ...rest }: KeptRow): KeptContradiction {
  const isDecided = number !== null && decision !== null && reason !== null && at !== null;
  return { ...rest, last: isDecided ? { number, decision, reason, at, personId, personName } : null };
}
