import type { Connection, Database } from '../../platform/database/database.ts';
import type {
  MembersChanged,
  NamedMember,
  RegisterChanged,
  RegisterKeeping,
  TakenBack,
} from '../../register-keeping.ts';
import { listEveryMember } from '../directory/index.ts';
import { areSameMembers, compareMembers } from './compare-members.ts';
import type { RegisterTransaction } from './hand-on-records.ts';
import { lockMembers, lockRegister, lockRegisterIfFree } from './register-lock-repository.ts';

export interface RegisterAction extends Pick<RegisterChanged, 'because' | 'by'> {
  /**
   * A short change keeps those who decide by members waiting from its beginning. A long one, a file of many thousand rows, does so
   * only while it settles what follows from it, so that nobody waits for minutes to endorse; it must lock no row of a roadmap or form.
   */
  readonly lasts: 'short' | 'long';
}

/**
 * The one way to write the register. Waits for every other writer, lets `write` do its work, and then, in the same transaction,
 * tells the listeners which footprints have other members than before, so that no agreement outlives the members who gave it.
 *
 * To be called before any row of a roadmap or form is locked: the register first, then the rows.
 */
export async function changeRegister<T>(
  transaction: Connection,
  keeping: RegisterKeeping,
  action: RegisterAction,
  write: (register: RegisterTransaction) => Promise<T>,
): Promise<T> {
  const { result } = await changeRegisterAndTell(transaction, keeping, action, write);
  return result;
}

/** As `changeRegister`, and tells what followed from it; whoever does not want that throws, which takes the change back. */
export async function changeRegisterAndTell<T>(
  transaction: Connection,
  { positionOn, listeners, recordListeners }: RegisterKeeping,
  { because, by, lasts }: RegisterAction,
  write: (register: RegisterTransaction) => Promise<T>,
): Promise<ChangeMade<T>> {
  const register = await lockRegister(transaction, recordListeners);
  if (lasts === 'short') {
    await lockMembers(register);
  }
  const before = await listEveryMember(register, positionOn);
  const result = await write(register);
  if (lasts === 'long') {
    await lockMembers(register);
  }
  const footprints = changedFootprints(before, await listEveryMember(register, positionOn));
  const takenBack: TakenBack[] = [];
  for (const listener of listeners) {
    takenBack.push(...(await listener(register, { footprints, because, by })));
  }
  return { result, footprints, takenBack };
}

/** A change of the register, with the footprints that have other members by it and what went back to be changed. */
export interface ChangeMade<T> {
  readonly result: T;
  readonly footprints: readonly MembersChanged[];
  readonly takenBack: readonly TakenBack[];
}

/**
 * Makes a change of the register exactly as `changeRegister` would, with all that follows from it, and takes all of it back: what a
 * person is shown beforehand is what happens. Null while somebody else writes the register, which may take minutes.
 */
export async function tryChange<T>(
  database: Database,
  keeping: RegisterKeeping,
  action: RegisterAction,
  write: (register: RegisterTransaction) => Promise<T>,
): Promise<ChangeMade<T> | null> {
  const transaction = await database.startTransaction().execute();
  try {
    return (await lockRegisterIfFree(transaction))
      ? await changeRegisterAndTell(transaction, keeping, action, write)
      : null;
  } finally {
    await transaction.rollback().execute();
  }
}

type MemberOf = NamedMember & { readonly footprintId: string };

function changedFootprints(before: readonly MemberOf[], after: readonly MemberOf[]): MembersChanged[] {
  const [was, is] = [before, after].map((members) => Map.groupBy(members, ({ footprintId }) => footprintId));
  const footprintIds = new Set([...before, ...after].map(({ footprintId }) => footprintId));
  return [...footprintIds]
    .map((footprintId) => ({
      footprintId,
      before: was?.get(footprintId) ?? [],
      after: is?.get(footprintId) ?? [],
    }))
    .filter(({ before: old, after: now }) => !areSameMembers(compareMembers(old, now)));
}
