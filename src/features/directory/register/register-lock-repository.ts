import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { RecordListener, WrittenRecords } from '../../../register-keeping.ts';

const following: unique symbol = Symbol('who follows the records');

/**
 * A transaction that alone may write the register: organisations, areas, links, memberships, relations and successions. Only
 * `changeRegister` makes one, so that the compiler refuses a write without the lock and without telling who is a member since.
 */
export type RegisterTransaction = Connection & { readonly [following]: readonly RecordListener[] };

/* Two locks, always taken in this order, and before any row of a roadmap or form is locked. */

/** Keeps every other writer of the register waiting until this transaction ends: each decides by what it finds. */
export async function lockRegister(
  transaction: Connection,
  recordListeners: readonly RecordListener[],
): Promise<RegisterTransaction> {
  await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(transaction);
  return Object.assign(transaction, { [following]: recordListeners });
}

/** The same without waiting: false while somebody else writes it. */
export async function lockRegisterIfFree(transaction: Connection): Promise<boolean> {
  const { rows } = await sql<{ isFree: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('register')) as "isFree"`.execute(transaction);
  return rows[0]?.isFree ?? false;
}

/** To be called by whatever writes records of organisations or areas, so that nothing that follows from them falls behind. */
export async function tellOfRecords(register: RegisterTransaction, written: Partial<WrittenRecords>): Promise<void> {
  for (const listener of register[following]) {
    await listener(register, { organisationIds: [], areaIds: [], ...written });
  }
}

/** Keeps everybody waiting who decides something by who is a member, until this transaction ends. */
export async function lockMembers(register: RegisterTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('members of footprints'))`.execute(register);
}

/** Keeps members as they are until this transaction ends; any number of transactions may do so at once. */
export async function lockMembersShared(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('members of footprints'))`.execute(transaction);
}
