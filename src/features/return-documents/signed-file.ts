import { z } from 'zod';
import { digestOf } from '../../platform/canonical-json.ts';
import { digest, instant, text } from '../../platform/document-shapes.ts';
import { publicEdition } from '../agreement/index.ts';
import { type ReturnDocument, returnDigest, returnShape } from './frozen-return.ts';

/** Names the layout of the file. */
export const returnDownloadSchema = 'local-digital-roadmaps/return-download/1';

const signature = z.strictObject({
  organisation: text,
  /** Who signed, by name and role; null in the file for everybody, which names nobody. */
  person: z.strictObject({ name: text, role: text }).nullable(),
  declaration: text,
  boardApprovedOn: z.iso.date().nullable(),
  at: instant,
  digest,
});

/** Strict throughout: a key that no digest covers and no reader shows would be a place to hide something. */
export const returnDownloadShape = z.strictObject({
  schema: z.literal(returnDownloadSchema),
  illustrative: z.boolean(),
  digest,
  /** Of the rest of the file, so that a changed signature shows too. */
  recordDigest: digest,
  /** Null while it waits, and where it was returned. */
  signature: signature.nullable(),
  document: returnShape,
});

export type ReturnDownload = Readonly<z.infer<typeof returnDownloadShape>>;
export type ReturnSignature = z.infer<typeof signature>;

/** The file by which anyone can check a signed assessment. For everybody it leaves out answers, notes and names. */
export function returnDownload(
  document: ReturnDocument,
  signed: ReturnSignature | null,
  edition: 'organisation' | 'public',
): ReturnDownload {
  const isPublic = edition === 'public';
  const record = {
    schema: returnDownloadSchema,
    illustrative: document.illustrative,
    digest: returnDigest(document),
    signature: signed === null || !isPublic ? signed : { ...signed, person: null },
  } as const;
  return { ...record, recordDigest: digestOf(record), document: isPublic ? publicEdition(document) : document };
}

/** Digest of the file without its document, which has a digest of its own. */
export function returnRecordDigest({ schema, illustrative, digest: of, signature: signed }: ReturnDownload): string {
  return digestOf({ schema, illustrative, digest: of, signature: signed });
}
