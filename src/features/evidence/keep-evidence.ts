import type { Connection } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Evidence, EvidenceDetails, EvidenceKey, FileContent, LinkContent, Scanned } from './evidence.ts';
import { auditEvidence, contentInTrail } from './evidence-audit.ts';
import { findSameContent, insertEvidence, insertVersion, lockEvidenceOf } from './evidence-repository.ts';
import { countBytesAdded, hasPieces, insertFile, insertPiece, insertScan } from './piece-repository.ts';

/** A file that was sent, looked at and found to be what is taken. */
export interface SentEvidence extends FileContent {
  readonly pieces: () => AsyncIterable<Buffer>;
  readonly scanned: Scanned;
}

/** Something to keep, and in which round. */
export interface ContentToKeep {
  readonly roundId: string;
  readonly content: LinkContent | SentEvidence;
  /** Of all files that an organisation adds in a round. */
  readonly roundBytes: number;
}

export interface KeepEvidence extends EvidenceKey, ContentToKeep {
  readonly details: EvidenceDetails;
  readonly illustrative: boolean;
}

export type NoRoom = {
  readonly kind: 'no-room';
  /** What the organisation has added in the round so far. */
  readonly usedBytes: number;
};

export type KeptEvidence =
  | { readonly kind: 'kept'; readonly evidenceId: string }
  /** The organisation has this very file or link already. */
  | { readonly kind: 'known'; readonly evidence: Evidence }
  | NoRoom;

/** Keeps a file or link for an organisation, in the transaction of the caller; one that it has already is not kept twice. */
export async function keepEvidence(
  transaction: Connection,
  keep: KeepEvidence,
  by: Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>,
): Promise<KeptEvidence> {
  await lockEvidenceOf(transaction, keep.organisationId);
  const known = await findSameContent(transaction, keep.organisationId, keep.content);
  if (known !== null) {
    return { kind: 'known', evidence: known };
  }
  const stored = await keepContent(transaction, keep, by.at);
  if (stored.kind === 'no-room') {
    return stored;
  }
  await insertEvidence(transaction, keep, by);
  await insertVersion(transaction, keep, { version: 1, ...keep.details, content: keep.content }, by);
  await auditEvidence(transaction, keep, 'evidence.add', by, { version: 1, ...contentInTrail(keep.content) });
  return { kind: 'kept', evidenceId: keep.evidenceId };
}

/** Stores the bytes of a file piece by piece, unless they are there. */
export async function keepContent(
  transaction: Connection,
  { organisationId, roundId, content, roundBytes }: ContentToKeep & Pick<EvidenceKey, 'organisationId'>,
  at: Date,
): Promise<{ readonly kind: 'stored' } | NoRoom> {
  if (content.kind === 'link') {
    return { kind: 'stored' };
  }
  const file = { organisationId, digest: content.digest };
  if (await hasPieces(transaction, file)) {
    return { kind: 'stored' };
  }
  const usedBytes = await countBytesAdded(transaction, { organisationId, roundId });
  if (usedBytes + content.byteCount > roundBytes) {
    return { kind: 'no-room', usedBytes };
  }
  await insertFile(transaction, { ...file, mediaType: content.mediaType, byteCount: content.byteCount });
  let number = 0;
  for await (const bytes of content.pieces()) {
    await insertPiece(transaction, file, { number, roundId, bytes });
    number += 1;
  }
  await insertScan(transaction, file, content.scanned, at);
  return { kind: 'stored' };
}
