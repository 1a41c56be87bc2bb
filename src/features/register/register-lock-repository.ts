import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { RecordListener } from '../../register-keeping.ts';
import { type RegisterTransaction, withFollowers } from './hand-on-records.ts';

/* Two locks, always taken in this order, and before any row of a roadmap or form is locked. */

/** Keeps every other writer of the register waiting until this transaction ends: each decides by what it finds. */
export async function lockRegister(
  transaction: Connection,
  recordListeners: readonly RecordListener[],
): Promise<RegisterTransaction> {
  await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(transaction);
  return withFollowers(transaction, recordListeners);
}

/** The same without waiting: false while somebody else writes it. */
export async function lockRegisterIfFree(transaction: Connection): Promise<boolean> {
  const { rows } = await sql<{ isFree: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('register')) as "isFree"`.execute(transaction);
  return rows[0]?.isFree ?? false;
}

/** Keeps everybody waiting who decides something by who is a member, until this transaction ends. */
export async function lockMembers(register: RegisterTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('members of footprints'))`.execute(register);
}

/** Keeps members as they are until this transaction ends; any number of transactions may do so at once. */
export async function lockMembersShared(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('members of footprints'))`.execute(transaction);
}
