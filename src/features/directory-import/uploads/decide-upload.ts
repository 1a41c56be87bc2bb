import type { Connection, Database } from '../../../platform/database/database.ts';
import type { DirectoryWork } from './attach-directory-work.ts';
import { lockUpload, type UploadChanges, updateUpload } from './upload-repository.ts';
import { nextUploadState, type UploadAction, type UploadState } from './upload-state.ts';

export const uploadDecisions = ['confirm', 'stop', 'withdraw', 'retry'] as const satisfies readonly UploadAction[];

export type UploadDecision = (typeof uploadDecisions)[number];

export interface Deciding {
  readonly uploadId: string;
  readonly decision: UploadDecision;
  readonly personId: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

export type Decided =
  | { readonly kind: 'done' }
  /** Somebody else decided, or the work came to its end before. */
  | { readonly kind: 'too-late' };

/** Does what a person decided of a file. What is to be done after that is a job, which exists if and only if this is kept. */
export async function decideUpload(database: Database, work: DirectoryWork, deciding: Deciding): Promise<Decided> {
  const queue = await work.started();
  return database.transaction().execute(async (transaction) => {
    const state = await nextState(transaction, deciding);
    if (state === null) {
      return { kind: 'too-late' };
    }
    await updateUpload(transaction, deciding.uploadId, changesOf(state, deciding));
    if (deciding.decision === 'confirm' || deciding.decision === 'retry') {
      await queue.add(transaction, { uploadId: deciding.uploadId });
    }
    return { kind: 'done' };
  });
}

async function nextState(connection: Connection, { uploadId, decision }: Deciding): Promise<UploadState | null> {
  const locked = await lockUpload(connection, uploadId);
  return locked === null ? null : nextUploadState(locked.state, decision);
}

function changesOf(state: UploadState, { decision, personId, onBehalfOf, at }: Deciding): UploadChanges {
  const decided = { personId, onBehalfOf, at };
  const begunAnew = { queuedAt: at, brokenOff: 0, progress: { rows: 0, bytes: 0 } };
  // Without a turn: whoever works on the file finds that it is no longer theirs.
  const to = { state, reason: '', turnId: null } as const;
  switch (decision) {
    case 'confirm':
      return { ...to, decided, ...begunAnew };
    case 'stop':
      return { ...to, reason: 'stopped', decided: null };
    case 'withdraw':
      return { ...to, decided };
    case 'retry':
      return { ...to, decided: null, ...begunAnew, found: null };
  }
}
