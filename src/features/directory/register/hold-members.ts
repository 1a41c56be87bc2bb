import type { Connection } from '../../../platform/database/database.ts';
import type { Footprint, Member } from '../directory.ts';
import { findFootprintById, listMembers } from '../directory-repository.ts';
import { getDayOfFootprint } from '../working-day-repository.ts';
import { lockMembersShared } from './register-lock-repository.ts';

/** The members of a footprint on its working day. */
export async function listMembersNow(
  connection: Connection,
  footprintId: string,
  positionOn: string,
): Promise<Member[]> {
  return listMembers(connection, footprintId, await getDayOfFootprint(connection, { areaId: footprintId }, positionOn));
}

/**
 * As `listMembersNow`, for a transaction that decides by them: they stay what they are until it ends. To be called before any row
 * of a roadmap or form is locked.
 */
export async function holdMembers(transaction: Connection, footprintId: string, positionOn: string): Promise<Member[]> {
  await lockMembersShared(transaction);
  return listMembersNow(transaction, footprintId, positionOn);
}

/** A footprint on its working day with its members, held as by `holdMembers`; null where it is none. */
export async function holdFootprint(
  transaction: Connection,
  footprintId: string,
  positionOn: string,
): Promise<{ readonly footprint: Footprint; readonly members: readonly Member[] } | null> {
  const members = await holdMembers(transaction, footprintId, positionOn);
  const day = await getDayOfFootprint(transaction, { areaId: footprintId }, positionOn);
  const footprint = await findFootprintById(transaction, footprintId, day);
  return footprint === null ? null : { footprint, members };
}
