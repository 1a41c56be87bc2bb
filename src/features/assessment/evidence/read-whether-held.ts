import type { Connection } from '../../../platform/database/database.ts';
import { type EvidenceKey, listUses } from '../../evidence/index.ts';
import { listAssessmentsOf } from './assessments-of-repository.ts';
import { waitsForSignature } from './evidence-here.ts';

/**
 * Whether somebody is asked to sign what rests on it. Whoever asks for a signature holds the evidence of the organisation first, so that in a
 * transaction that holds it too the answer stays true.
 */
export async function readWhetherHeld(
  transaction: Connection,
  { organisationId, evidenceId }: EvidenceKey,
): Promise<boolean> {
  const everywhere = await listUses(transaction, organisationId);
  const assessments = await listAssessmentsOf(transaction, organisationId);
  return waitsForSignature({ everywhere, assessments }, evidenceId);
}
