import type { Connection, Database } from '../../platform/database/database.ts';
import type { RegisterKeeping } from '../../register-keeping.ts';
import { type OrganisationTypes, takeInFile } from '../directory/index.ts';
import { chunksOf, gatherDifferences } from './check-file.ts';
import { type Finding, isSameFinding, type Upload } from './upload.ts';
import { lockWaitingContent, updateDecided, updateFinding } from './upload-repository.ts';

export interface Deciding {
  readonly personId: string;
  readonly onBehalfOf: string;
  readonly at: Date;
  readonly register: RegisterKeeping;
}

export type Decided =
  | { readonly kind: 'imported' }
  | { readonly kind: 'withdrawn' }
  /** Somebody else decided, or the same file came in on another way. */
  | { readonly kind: 'too-late' }
  /** The directory has changed since the check: what the file changes is another thing now, and must be looked at again. */
  | { readonly kind: 'found-other' };

/** Brings a waiting file in, if it changes what its check found and the person saw; else shows what it would change now. */
export async function confirmUpload(
  database: Database,
  types: OrganisationTypes,
  upload: Upload,
  deciding: Deciding,
): Promise<Decided> {
  try {
    return await database.transaction().execute((transaction) => bringIn(transaction, types, upload, deciding));
  } catch (error) {
    if (error instanceof OtherFindingEnd) {
      await updateFinding(database, upload.uploadId, error);
      return { kind: 'found-other' };
    }
    throw error;
  }
}

/** Takes back what the transaction has done, and carries out of it what it found. */
class OtherFindingEnd extends Error {
  override readonly name = 'OtherFindingEnd';
  readonly finding: Finding;
  readonly differences: Buffer;

  constructor(finding: Finding, differences: Buffer) {
    super('the file changes other things than its check found');
    this.finding = finding;
    this.differences = differences;
  }
}

async function bringIn(
  transaction: Connection,
  types: OrganisationTypes,
  upload: Upload,
  { personId, onBehalfOf, at, register }: Deciding,
): Promise<Decided> {
  const content = await lockWaitingContent(transaction, upload.uploadId);
  if (content === null) {
    return { kind: 'too-late' };
  }
  const gathered = gatherDifferences();
  const outcome = await takeInFile(transaction, types, {
    fileName: upload.fileName,
    layout: upload.layout,
    datedOn: upload.datedOn,
    open: () => chunksOf(content),
    importId: upload.uploadId,
    personId,
    onBehalfOf,
    now: at,
    register,
    onDifference: gathered.onDifference,
  });
  if (outcome.kind === 'known') {
    return { kind: 'too-late' };
  }
  if (!isSameFinding(outcome, upload.finding)) {
    const { kind: _, ...finding } = outcome;
    throw new OtherFindingEnd({ ...finding, shown: gathered.shown }, gathered.file());
  }
  await updateDecided(transaction, { uploadId: upload.uploadId, state: 'imported', personId, at });
  return { kind: 'imported' };
}

/** Puts a waiting file aside; nothing of it was ever in the directory. */
export async function withdrawUpload(
  database: Database,
  uploadId: string,
  { personId, at }: Deciding,
): Promise<Decided> {
  return database.transaction().execute(async (transaction) => {
    if ((await lockWaitingContent(transaction, uploadId)) === null) {
      return { kind: 'too-late' };
    }
    await updateDecided(transaction, { uploadId, state: 'withdrawn', personId, at });
    return { kind: 'withdrawn' };
  });
}
