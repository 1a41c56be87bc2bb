import type { Connection } from '../../../platform/database/database.ts';
import { getRound, type ProgrammePack, roundState } from '../../programme/index.ts';
import { holdRound } from '../../rounds/index.ts';
import { findCurrentVersion, type RoadmapVersionRow } from './version-repository.ts';

/**
 * As `isSubmittingOpen` of the current version of a footprint, by its round as it stands now; nobody closes that until the transaction ends. False
 * where another version is the current one. To be called after the members are held, and before any row of a roadmap is locked.
 */
export async function holdSubmitting(
  transaction: Connection,
  pack: Pick<ProgrammePack, 'id' | 'rounds'>,
  { footprintId, number }: Pick<RoadmapVersionRow, 'footprintId' | 'number'>,
  day: string,
): Promise<boolean> {
  const seen = await findCurrentVersion(transaction, footprintId);
  if (seen === null || seen.number !== number) {
    return false;
  }
  if (!seen.isFirst) {
    return true;
  }
  const held = await holdRound(transaction, getRound(pack, seen.roundId));
  return held !== null && roundState(held, day) === 'open';
}
