import type { Database } from '../../platform/database/database.ts';
import { type ImportOutcome, importFile, type LayoutId, type OrganisationTypes } from '../directory/index.ts';
import { chunksOf, gatherDifferences } from './check-file.ts';
import { insertUpload } from './upload-repository.ts';

export interface SentFile {
  readonly uploadId: string;
  readonly fileName: string;
  readonly layout: LayoutId;
  readonly datedOn: string;
  readonly content: Buffer;
  readonly personId: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

export type Sent =
  /** Under the id of the upload that waits: of this one, or of the same file sent before. */
  | { readonly kind: 'waiting'; readonly uploadId: string }
  | Extract<ImportOutcome, { readonly kind: 'known' | 'refused' }>;

/** Checks a file that somebody sent, changes nothing in the directory, and keeps the file until it is decided on. */
export async function sendFile(database: Database, types: OrganisationTypes, sent: SentFile): Promise<Sent> {
  const gathered = gatherDifferences();
  const outcome = await importFile(database, types, {
    fileName: sent.fileName,
    layout: sent.layout,
    datedOn: sent.datedOn,
    open: () => chunksOf(sent.content),
    importId: sent.uploadId,
    personId: sent.personId,
    onBehalfOf: sent.onBehalfOf,
    now: sent.at,
    onDifference: gathered.onDifference,
    isWanted: () => false,
  });
  if (outcome.kind === 'known' || outcome.kind === 'refused') {
    return outcome;
  }
  const { kind: _, ...finding } = outcome;
  const uploadId = await insertUpload(database, {
    ...sent,
    finding: { ...finding, shown: gathered.shown },
    differences: gathered.file(),
  });
  return { kind: 'waiting', uploadId };
}
