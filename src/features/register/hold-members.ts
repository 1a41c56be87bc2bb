import type { Connection } from '../../platform/database/database.ts';
import { findFootprintAtWork, type Member } from '../directory/index.ts';
import { lockMembersShared } from './register-lock-repository.ts';

/** The members of a footprint on its working day. */
export async function listMembersNow(
  connection: Connection,
  footprintId: string,
  positionOn: string,
): Promise<readonly Member[]> {
  const found = await findFootprintAtWork(connection, { areaId: footprintId }, positionOn);
  return found?.members ?? [];
}

/**
 * As `listMembersNow`, for a transaction that decides by them: they stay what they are until it ends. To be called before any row
 * of a roadmap or form is locked.
 */
export async function holdMembers(
  transaction: Connection,
  footprintId: string,
  positionOn: string,
): Promise<readonly Member[]> {
  await lockMembersShared(transaction);
  return listMembersNow(transaction, footprintId, positionOn);
}

/** A footprint on its working day with its members, held as by `holdMembers`; null where it is none. */
export async function holdFootprint(
  transaction: Connection,
  footprintId: string,
  positionOn: string,
): ReturnType<typeof findFootprintAtWork> {
  await lockMembersShared(transaction);
  return findFootprintAtWork(transaction, { areaId: footprintId }, positionOn);
}
