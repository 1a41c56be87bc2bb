import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';

declare const writes: unique symbol;

/**
 * A transaction that alone may write the register: organisations, areas, links, memberships, relations and successions. Only
 * `changeRegister` makes one, so that the compiler refuses a write without the lock and without telling who is a member since.
 */
export type RegisterTransaction = Connection & { readonly [writes]: 'register' };

/* Two locks, always taken in this order, and before any row of a roadmap or form is locked. */

/** Keeps every other writer of the register waiting until this transaction ends: each decides by what it finds. */
export async function lockRegister(transaction: Connection): Promise<RegisterTransaction> {
  await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(transaction);
  return transaction as RegisterTransaction;
}

/** Keeps everybody waiting who decides something by who is a member, until this transaction ends. */
export async function lockMembers(register: RegisterTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('members of footprints'))`.execute(register);
}

/** Keeps members as they are until this transaction ends; any number of transactions may do so at once. */
export async function shareMembers(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('members of footprints'))`.execute(transaction);
}
