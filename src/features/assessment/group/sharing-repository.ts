import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { expectRows } from '../../../platform/database/statements/affected-rows.ts';
import { standsOn } from '../scoring/score-repository.ts';
import type { Sharing } from './sharing.ts';

interface SharingColumns {
  readonly sharing_id: string;
  readonly round_id: string;
  readonly taker_id: string;
  readonly giver_id: string;
  readonly section_ids: readonly string[];
  readonly proposed_for: string;
  readonly proposed_at: Date;
  readonly proposer: string;
  readonly agreed_at: Date | null;
  readonly agreer: string | null;
  readonly ended_for: string | null;
  readonly ended_at: Date | null;
  readonly ender: string | null;
  readonly end_reason: string;
}

const columns = sql`sharing.sharing_id, sharing.round_id, sharing.taker_id, sharing.giver_id, sharing.section_ids,
  sharing.proposed_for, sharing.proposed_at, proposer.name as proposer, sharing.agreed_at, agreer.name as agreer,
  sharing.ended_for, sharing.ended_at, ender.name as ender, sharing.end_reason`;

const tables = sql`answer_sharing as sharing
  join person as proposer on proposer.id = sharing.proposed_by
  left join person as agreer on agreer.id = sharing.agreed_by
  left join person as ender on ender.id = sharing.ended_by`;

/** All that was proposed in a round to or by these organisations, be it agreed, open or ended; the newest first. */
export async function listSharings(
  connection: Connection,
  roundId: string,
  organisationIds: readonly string[],
): Promise<Sharing[]> {
  const result = await sql<SharingColumns>`
    select ${columns} from ${tables}
    where sharing.round_id = ${roundId}
      and (sharing.taker_id = any(${organisationIds}::text[]) or sharing.giver_id = any(${organisationIds}::text[]))
    order by sharing.proposed_at desc, sharing.sharing_id`.execute(connection);
  return result.rows.map(sharingOf);
}

/** Where these organisations take the answers of others in a round, as both agreed. */
export async function listAgreedSharings(
  connection: Connection,
  roundId: string,
  takerIds: readonly string[],
): Promise<Pick<Sharing, 'takerId' | 'giverId' | 'sectionIds'>[]> {
  const result = await sql<Pick<Sharing, 'takerId' | 'giverId' | 'sectionIds'>>`
    select sharing.taker_id as "takerId", sharing.giver_id as "giverId", sharing.section_ids as "sectionIds"
    from answer_sharing as sharing
    where sharing.taker_id = any(${takerIds}::text[]) and sharing.round_id = ${roundId}
      and sharing.agreed_at is not null and sharing.ended_at is null`.execute(connection);
  return result.rows;
}

/** Whether organisations answer together in a round, as both agreed. */
export async function hasAgreedSharingsIn(connection: Connection, roundId: string): Promise<boolean> {
  const found = await connection
    .selectFrom('answer_sharing')
    .select('answer_sharing.sharing_id')
    .where('answer_sharing.round_id', '=', roundId)
    .where('answer_sharing.agreed_at', 'is not', null)
    .where('answer_sharing.ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Ids of the organisations that have submitted with the answers of another in a round; by a day at the latest, where one is given. */
export async function listTakersSubmitted(
  connection: Connection,
  { giverId, roundId }: Pick<Sharing, 'giverId' | 'roundId'>,
  recordedBy: string | null,
): Promise<string[]> {
  const found = await sql<{ takerId: string }>`
    select distinct result.organisation_id as "takerId" from submitted_result as result
    where result.taken_from = ${giverId} and result.round_id = ${roundId} and ${standsOn(recordedBy)}
    order by result.organisation_id`.execute(connection);
  return found.rows.map(({ takerId }) => takerId);
}

/** Null where there is none of this id. */
export async function findSharing(connection: Connection, sharingId: string): Promise<Sharing | null> {
  const result = await sql<SharingColumns>`
    select ${columns} from ${tables} where sharing.sharing_id::text = ${sharingId}`.execute(connection);
  const [row] = result.rows;
  return row === undefined ? null : sharingOf(row);
}

/** As `findSharing`, held against any other change until the transaction ends: two sides may end it at once. */
export async function lockSharing(transaction: Connection, sharingId: string): Promise<Sharing | null> {
  await sql`select from answer_sharing where answer_sharing.sharing_id = ${sharingId} for update`.execute(transaction);
  return findSharing(transaction, sharingId);
}

/** Nobody else changes what these organisations share in a round until the transaction ends. */
export async function lockSharings(
  transaction: Connection,
  roundId: string,
  organisationIds: readonly string[],
): Promise<void> {
  // In one order for everybody, so that two who propose to each other wait and do not block each other.
  for (const organisationId of organisationIds.toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtext(${`sharing ${roundId} ${organisationId}`}))`.execute(transaction);
  }
}

interface Said {
  readonly personId: string;
  readonly at: Date;
}

export type NewSharing = Pick<Sharing, 'sharingId' | 'roundId' | 'takerId' | 'giverId' | 'sectionIds' | 'proposedFor'>;

export async function insertSharing(transaction: Connection, sharing: NewSharing, by: Said): Promise<void> {
  await transaction
    .insertInto('answer_sharing')
    .values({
      taker_id: sharing.takerId,
      sharing_id: sharing.sharingId,
      round_id: sharing.roundId,
      giver_id: sharing.giverId,
      section_ids: [...sharing.sectionIds],
      proposed_for: sharing.proposedFor,
      proposed_by: by.personId,
      proposed_at: by.at,
    })
    .execute();
}

export async function updateAgreed(transaction: Connection, sharing: SharingKey, by: Said): Promise<void> {
  const updated = await updateSharing(transaction, sharing)
    .set({ agreed_by: by.personId, agreed_at: by.at })
    .executeTakeFirst();
  expectRows('a sharing is agreed', 1, updated.numUpdatedRows);
}

export async function updateEnded(
  transaction: Connection,
  sharing: SharingKey,
  { endedFor, reason }: { readonly endedFor: string; readonly reason: string },
  by: Said,
): Promise<void> {
  const updated = await updateSharing(transaction, sharing)
    .set({ ended_for: endedFor, ended_by: by.personId, ended_at: by.at, end_reason: reason })
    .executeTakeFirst();
  expectRows('a sharing is ended', 1, updated.numUpdatedRows);
}

type SharingKey = Pick<Sharing, 'takerId' | 'sharingId'>;

function updateSharing(transaction: Connection, { takerId, sharingId }: SharingKey) {
  return transaction
    .updateTable('answer_sharing')
    .where('answer_sharing.taker_id', '=', takerId)
    .where('answer_sharing.sharing_id', '=', sharingId);
}

function sharingOf(row: SharingColumns): Sharing {
  return {
    sharingId: row.sharing_id,
    roundId: row.round_id,
    takerId: row.taker_id,
    giverId: row.giver_id,
    sectionIds: row.section_ids,
    proposedFor: row.proposed_for,
    proposed: { personName: row.proposer, at: row.proposed_at },
    agreed: row.agreed_at === null ? null : { personName: row.agreer, at: row.agreed_at },
    ended:
      row.ended_at === null || row.ended_for === null
        ? null
        : { personName: row.ender, at: row.ended_at, endedFor: row.ended_for, reason: row.end_reason },
  };
}
