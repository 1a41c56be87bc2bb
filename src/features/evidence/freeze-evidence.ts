import { by } from '../../platform/compare.ts';
import type { Connection } from '../../platform/database/database.ts';
import { isLive } from './evidence.ts';
import { type AnsweredKey, insertSigned, listUseFacts } from './use-repository.ts';

/** What the trail says of it: which evidence by its id, and no word of what it is. */
export interface FrozenUse {
  readonly questionId: string;
  readonly evidenceId: string;
  readonly version: number;
  readonly isLive: boolean;
}

/** Keeps what the answers of an assessment rest on at the moment it is signed, in the transaction that signs it; answers with what it was. */
export async function freezeEvidence(
  transaction: Connection,
  key: AnsweredKey,
  { day, at }: { readonly day: string; readonly at: Date },
): Promise<FrozenUse[]> {
  const uses = await listUseFacts(transaction, [key]);
  const frozen = uses.map((use) => ({ ...use, isLive: isLive(use, day) }));
  await insertSigned(transaction, key, frozen, at);
  return frozen
    .map(({ questionId, evidenceId, version, isLive }) => ({ questionId, evidenceId, version, isLive }))
    .toSorted(by(({ questionId, evidenceId }) => `${questionId} ${evidenceId}`));
}
