import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { EvidenceKey } from './evidence.ts';
import { auditEvidence } from './evidence-audit.ts';
import { findEvidence, insertRemoval, lockEvidenceOf, type WaitsToBeSigned } from './evidence-repository.ts';
import { deletePieces } from './piece-repository.ts';
import { listSignedWith } from './use-repository.ts';

export interface RemoveEvidence extends EvidenceKey, WaitsToBeSigned {
  readonly reason: string;
  /** Whether whoever removes it was told that a signed return rests on it, and wants it all the same. */
  readonly isSignedAccepted: boolean;
}

export type RemoveOutcome =
  | { readonly kind: 'removed' }
  /** A signed return rests on it, which must be said first. */
  | { readonly kind: 'signed' }
  /** Somebody is asked to sign what rests on it, as it is. */
  | { readonly kind: 'held' }
  | { readonly kind: 'gone' };

/**
 * Removes evidence: its bytes are gone, but for those that other evidence shares; that it was there, who removed it, when and why stays,
 * and so does what was signed on it.
 */
export function removeEvidence(
  database: Database,
  remove: RemoveEvidence,
  by: Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>,
): Promise<RemoveOutcome> {
  return database.transaction().execute(async (transaction): Promise<RemoveOutcome> => {
    await lockEvidenceOf(transaction, remove.organisationId);
    const stands = await findEvidence(transaction, remove);
    if (stands === null || stands.removal !== null) {
      return { kind: 'gone' };
    }
    if (await remove.isHeld(transaction)) {
      return { kind: 'held' };
    }
    const signed = await listSignedWith(transaction, remove);
    if (signed.length > 0 && !remove.isSignedAccepted) {
      return { kind: 'signed' };
    }
    await insertRemoval(transaction, remove, { reason: remove.reason, personId: by.personId, at: by.at });
    const digests = await deletePieces(transaction, remove);
    await auditEvidence(transaction, remove, 'evidence.remove', by, { version: stands.version, digests, signed });
    return { kind: 'removed' };
  });
}
