import type { Connection } from '../../platform/database/database.ts';
import type { RecordListener, WrittenRecords } from '../../register-keeping.ts';

const following: unique symbol = Symbol('who follows the records');

/**
 * A transaction that alone may write the register: organisations, areas, links, memberships, relations and successions. Only
 * `changeRegister` makes one, so that the compiler refuses a write without the lock and without telling who is a member since.
 */
export type RegisterTransaction = Connection & { readonly [following]: readonly RecordListener[] };

/** A transaction that holds the lock of the register, with whoever follows the records that it writes. */
export function withFollowers(
  transaction: Connection,
  recordListeners: readonly RecordListener[],
): RegisterTransaction {
  return Object.assign(transaction, { [following]: recordListeners });
}

/** To be called by whatever writes records of organisations or areas, so that nothing that follows from them falls behind. */
export async function handOnRecords(register: RegisterTransaction, written: Partial<WrittenRecords>): Promise<void> {
  for (const listener of register[following]) {
    await listener(register, { organisationIds: [], areaIds: [], ...written });
  }
}
