import type { Database } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { instrumentOfRound } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { readStanding } from '../settings/read-standing.ts';
import { beginTaking } from './begin-taking.ts';
import { decideSharing, type SharingDecision, stateOfSharing } from './sharing.ts';
import { auditSharing } from './sharing-audit.ts';
import { lockSharing, updateAgreed } from './sharing-repository.ts';
import { isAnswering, type SharingStep } from './sharing-step.ts';

export interface AgreeToSharing extends SharingStep {
  readonly sharingId: string;
}

/** Agrees for the organisation that was asked. From then on the one takes what the other answers. */
export function agreeToSharing(
  database: Database,
  { pack, round, actingFor, sharingId }: AgreeToSharing,
  by: ActingPerson,
): Promise<SharingDecision> {
  return database.transaction().execute(async (transaction): Promise<SharingDecision> => {
    const { isOpen: isRoundOpen } = await holdForStep(transaction, round, by.at);
    const sharing = await lockSharing(transaction, sharingId);
    if (sharing === null) {
      throw new Error(`There is no sharing ${sharingId}`);
    }
    if (stateOfSharing(sharing) === 'agreed' && actingFor !== sharing.proposedFor) {
      return { kind: 'ok' };
    }
    const [taker] = await readStanding(transaction, pack, round, [sharing.takerId]);
    const facts = { isRoundOpen, actingFor, isTakerAnswering: isAnswering(taker), reason: '' };
    const decision = decideSharing(sharing, 'agree', facts);
    if (decision.kind === 'ok' && taker !== undefined) {
      await updateAgreed(transaction, sharing, by);
      await beginTaking(transaction, instrumentOfRound(pack, round.id), taker, sharing.sectionIds);
      await auditSharing(transaction, sharing, 'sharing.agree', by);
    }
    return decision;
  });
}
