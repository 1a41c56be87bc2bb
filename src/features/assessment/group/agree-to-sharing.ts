import type { Database } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { instrumentOfRound } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { readStanding } from '../settings/read-standing.ts';
import { beginTaking } from './begin-taking.ts';
import { decideSharing, type SharingDecision, stateOfSharing } from './sharing.ts';
import { auditSharing } from './sharing-audit.ts';
import { findSharing, lockSharing, lockSharings, updateAgreed } from './sharing-repository.ts';
import { isAnswering, type SharingStep, sectionsNotAlike } from './sharing-step.ts';

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
    const asked = await findSharing(transaction, sharingId);
    // What both answer for stays as it is meanwhile: whoever leaves out a care setting waits here too.
    await lockSharings(transaction, round.id, asked === null ? [] : [asked.takerId, asked.giverId]);
    const sharing = await lockSharing(transaction, sharingId);
    if (sharing === null) {
      throw new Error(`There is no sharing ${sharingId}`);
    }
    if (stateOfSharing(sharing) === 'agreed' && actingFor !== sharing.proposedFor) {
      return { kind: 'ok' };
    }
    const standings = await readStanding(transaction, pack, round, [sharing.takerId, sharing.giverId]);
    const taker = standings.find(({ organisationId }) => organisationId === sharing.takerId);
    const giver = standings.find(({ organisationId }) => organisationId === sharing.giverId);
    const instrument = instrumentOfRound(pack, round.id);
    const isAlike =
      taker !== undefined && sectionsNotAlike(instrument, sharing.sectionIds, { taker, giver }).length === 0;
    const facts = { isRoundOpen, actingFor, isTakerAnswering: isAnswering(taker), isAlike, reason: '' };
    const decision = decideSharing(sharing, 'agree', facts);
    if (decision.kind === 'ok' && taker !== undefined) {
      await updateAgreed(transaction, sharing, by);
      await beginTaking(transaction, instrument, taker, sharing.sectionIds);
      await auditSharing(transaction, sharing, 'sharing.agree', by);
    }
    return decision;
  });
}
