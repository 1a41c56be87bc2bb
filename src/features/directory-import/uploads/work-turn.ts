import type { Connection, Database } from '../../../platform/database/database.ts';
import type { Gathered } from './gather-differences.ts';
import type { UploadFaults, UploadReason } from './upload.ts';
import { getUploadToWorkOn, lockUpload, type UploadToWorkOn, updateUpload } from './upload-repository.ts';
import { nextUploadState, type UploadAction, workOn } from './upload-state.ts';

/** One turn of the work on one file. */
export interface Turn {
  readonly turnId: string;
  readonly task: 'check' | 'bring-in';
  readonly upload: UploadToWorkOn;
}

/** The file is no longer this turn's: a person stopped it, or another turn began. What the turn did must not count. */
export class TurnLostError extends Error {
  override readonly name = 'TurnLostError';

  constructor() {
    super('the work on this file was stopped or taken over');
  }
}

/** A file that ends the process each time must not do so for ever. */
const TURNS_CUT_SHORT = 3;

/**
 * Takes a file up; null where there is nothing to do, because a person decided meanwhile or another turn did it. A turn that was
 * cut short is taken over, but not endlessly.
 */
export function beginTurn(database: Database, uploadId: string, turnId: string): Promise<Turn | null> {
  return database.transaction().execute(async (transaction) => {
    const locked = await lockUpload(transaction, uploadId);
    const task = locked === null ? null : workOn(locked.state);
    if (locked === null || task === null) {
      return null;
    }
    const brokenOff = locked.brokenOff + (locked.workedBy === null ? 0 : 1);
    if (brokenOff >= TURNS_CUT_SHORT) {
      await updateUpload(transaction, uploadId, { state: 'failed', reason: 'broken-off', turnId: null, decided: null });
      return null;
    }
    const state = task === 'check' ? 'checking' : 'importing';
    const progress = { rows: 0, bytes: 0 };
    await updateUpload(transaction, uploadId, { state, reason: '', turnId, brokenOff, progress });
    return { turnId, task, upload: await getUploadToWorkOn(transaction, uploadId) };
  });
}

/** What came of a turn. */
export interface TurnEnding {
  readonly action: Extract<UploadAction, 'find' | 'finish' | 'find-other' | 'refuse' | 'put-back' | 'break-off'>;
  readonly reason?: UploadReason;
  readonly found?: Gathered;
  readonly faults?: UploadFaults;
}

/** Writes what came of a turn, and throws `TurnLostError` when it is not for this turn to say. */
export async function endTurn(connection: Connection, { turnId, upload }: Turn, ending: TurnEnding): Promise<void> {
  const locked = await lockUpload(connection, upload.uploadId);
  const state = locked?.workedBy === turnId ? nextUploadState(locked.state, ending.action) : null;
  if (state === null) {
    throw new TurnLostError();
  }
  const isDecided = state === 'imported' || state === 'confirmed';
  await updateUpload(connection, upload.uploadId, {
    state,
    reason: ending.reason ?? '',
    turnId: null,
    ...(isDecided ? {} : { decided: null }),
    ...(ending.found === undefined ? {} : { found: ending.found }),
    ...(ending.faults === undefined ? {} : { faults: ending.faults }),
  });
}
