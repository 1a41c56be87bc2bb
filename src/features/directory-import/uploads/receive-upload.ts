import { createHash } from 'node:crypto';
import type { Database } from '../../../platform/database/database.ts';
import { findImport } from '../take-in/import-repository.ts';
import type { DirectoryWork } from './attach-directory-work.ts';
import { insertUpload, type NewUpload } from './upload-repository.ts';

export type Received =
  /** Under the id of this one, or of the same file that the same person has sent before and that is not over. */
  | { readonly kind: 'received'; readonly uploadId: string }
  /** The same bytes, of the same day, are in already. */
  | { readonly kind: 'known'; readonly importedAt: Date };

/** Keeps a file that somebody sent and has it checked; it waits for no other file here, and nothing in the directory is read of it. */
export async function receiveUpload(database: Database, work: DirectoryWork, upload: NewUpload): Promise<Received> {
  const digest = createHash('sha256').update(upload.content).digest('hex');
  const known = await findImport(database, { digest, layout: upload.layout, datedOn: upload.datedOn });
  if (known !== null) {
    return { kind: 'known', importedAt: known.importedAt };
  }
  const queue = await work.started();
  return database.transaction().execute(async (transaction) => {
    const uploadId = await insertUpload(transaction, upload);
    if (uploadId === upload.uploadId) {
      await queue.add(transaction, { uploadId });
    }
    return { kind: 'received', uploadId };
  });
}
