import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { EvidenceKey, Scanned } from './evidence.ts';
import { auditEvidence } from './evidence-audit.ts';
import { insertScan } from './piece-repository.ts';

/** Keeps what came of having the file of some evidence looked at again. */
export function recordScan(
  database: Database,
  key: EvidenceKey & { readonly digest: string },
  scanned: Scanned,
  by: Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>,
): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    await insertScan(transaction, key, scanned, by.at);
    await auditEvidence(transaction, key, 'evidence.scan', by, { digest: key.digest, outcome: scanned.outcome });
  });
}
