import type { Connection, Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Evidence, EvidenceDetails, EvidenceKey, FileContent, LinkContent } from './evidence.ts';
import { auditEvidence, contentInTrail } from './evidence-audit.ts';
import {
  findEvidence,
  findSameContent,
  insertVersion,
  lockEvidenceOf,
  type WaitsToBeSigned,
} from './evidence-repository.ts';
import { type ContentToKeep, keepContent, type NoRoom } from './keep-evidence.ts';

export interface ChangeEvidence extends EvidenceKey, WaitsToBeSigned, Omit<ContentToKeep, 'content'> {
  readonly details: EvidenceDetails;
  /** What takes the place of the file or link; null where that stays. */
  readonly content: ContentToKeep['content'] | null;
  /** The version that the page was made from. */
  readonly version: number;
}

export type EvidenceChange =
  | { readonly kind: 'changed'; readonly version: number }
  | { readonly kind: 'unchanged' }
  /** Somebody else has changed it since the page was made; as it stands now. */
  | { readonly kind: 'conflict'; readonly stands: Evidence }
  /** The organisation has this very file or link already, under another name. */
  | { readonly kind: 'known'; readonly evidence: Evidence }
  | { readonly kind: 'removed' }
  /** Somebody is asked to sign what rests on it, as it is. */
  | { readonly kind: 'held' }
  | NoRoom;

/** Gives evidence other details, or another file or link in the place of the one before, as its next version. */
export function changeEvidence(
  database: Database,
  change: ChangeEvidence,
  by: Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>,
): Promise<EvidenceChange> {
  return database.transaction().execute(async (transaction): Promise<EvidenceChange> => {
    await lockEvidenceOf(transaction, change.organisationId);
    const stands = await findEvidence(transaction, change);
    if (stands === null || stands.removal !== null) {
      return { kind: 'removed' };
    }
    if (isSame(stands, change)) {
      return { kind: 'unchanged' };
    }
    if (await change.isHeld(transaction)) {
      return { kind: 'held' };
    }
    if (stands.version !== change.version) {
      return { kind: 'conflict', stands };
    }
    const { content } = change;
    const refusal = content === null ? null : await keepReplacement(transaction, { ...change, content }, by.at);
    if (refusal !== null) {
      return refusal;
    }
    const next = { version: stands.version + 1, ...change.details, content: content ?? stands.content };
    await insertVersion(transaction, change, next, by);
    await auditEvidence(transaction, change, 'evidence.change', by, {
      version: next.version,
      ...contentInTrail(next.content),
    });
    return { kind: 'changed', version: next.version };
  });
}

/** Stores what takes the place of the content before; why not, where it cannot. */
async function keepReplacement(
  transaction: Connection,
  replacement: EvidenceKey & ContentToKeep,
  at: Date,
): Promise<Extract<EvidenceChange, { kind: 'known' | 'no-room' }> | null> {
  const known = await findSameContent(transaction, replacement.organisationId, replacement.content);
  if (known !== null && known.evidenceId !== replacement.evidenceId) {
    return { kind: 'known', evidence: known };
  }
  const stored = await keepContent(transaction, replacement, at);
  return stored.kind === 'no-room' ? stored : null;
}

function isSame(stands: Evidence, { details, content }: Pick<ChangeEvidence, 'details' | 'content'>): boolean {
  return (
    details.title === stands.title &&
    details.effectiveOn === stands.effectiveOn &&
    details.expiresOn === stands.expiresOn &&
    (content === null || isSameContent(content, stands.content))
  );
}

function isSameContent(one: LinkContent | FileContent, other: LinkContent | FileContent): boolean {
  return one.kind === 'link'
    ? other.kind === 'link' && one.url === other.url
    : other.kind === 'file' && one.digest === other.digest;
}
