import type { Database } from '../../platform/database/database.ts';
import type { RegisterKeeping } from '../../register-keeping.ts';
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
  readonly register: RegisterKeeping;
}

export type Sent = { readonly kind: 'waiting' } | Extract<ImportOutcome, { readonly kind: 'known' | 'refused' }>;

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
    register: sent.register,
    onDifference: gathered.onDifference,
    isWanted: () => false,
  });
  if (outcome.kind === 'known' || outcome.kind === 'refused') {
    return outcome;
  }
  const { kind: _, ...finding } = outcome;
  await insertUpload(database, {
    ...sent,
    finding: { ...finding, shown: gathered.shown },
    differences: gathered.file(),
  });
  return { kind: 'waiting' };
}
