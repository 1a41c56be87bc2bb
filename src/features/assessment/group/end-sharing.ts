import type { Connection, Database } from '../../../platform/database/database.ts';
import { digestInPack } from '../../instruments/index.ts';
import { instrumentOfRound } from '../../programme/index.ts';
import { type HeldRound, holdForStep } from '../../rounds/index.ts';
import { openAssessment } from '../answering/open-assessment.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { lockAnswersGiven, updateState } from '../assessment-repository.ts';
import { acceptsAnswers } from '../assessment-state.ts';
import type { GroupAnswers } from '../settings/answers-in-effect.ts';
import { type OrganisationStanding, readStanding } from '../settings/read-standing.ts';
import { goOnWithAnswers, listSaid } from '../settings/take-answers-over.ts';
import { readGroupAnswers } from './read-group-answers.ts';
import { decideSharing, type Sharing, type SharingDecision } from './sharing.ts';
import { auditSharing } from './sharing-audit.ts';
import { lockSharing, updateEnded } from './sharing-repository.ts';
import { isAnswering, type SharingChange } from './sharing-step.ts';
import { takenIn } from './what-is-taken.ts';

export interface EndSharing extends SharingChange {
  /** Kept with the end, and shown to both. */
  readonly reason: string;
}

/**
 * Takes a proposal back, declines it, or ends what was agreed. What the giver has answered by then stays with the taker, as its own answers to go
 * on with; what is not answered there is as the taker had it before, and where it had said nothing as the giver said it beside no answer.
 */
export function endSharing(database: Database, request: EndSharing, by: AssessmentActing): Promise<SharingDecision> {
  const { pack, round, actingFor, sharingId, reason } = request;
  return database.transaction().execute(async (transaction): Promise<SharingDecision> => {
    const held = await holdForStep(transaction, round, by.at);
    const sharing = await lockSharing(transaction, sharingId);
    if (sharing === null) {
      throw new Error(`There is no sharing ${sharingId}`);
    }
    if (sharing.ended?.endedFor === actingFor) {
      return { kind: 'ok' };
    }
    const [taker] = await readStanding(transaction, pack, round, [sharing.takerId]);
    const facts = { isRoundOpen: held.isOpen, actingFor, isTakerAnswering: isAnswering(taker), isAlike: true, reason };
    const decision = decideSharing(sharing, 'end', facts);
    if (decision.kind === 'refused') {
      return decision;
    }
    const groups = await readGroupAnswers(transaction, pack, round.id, [sharing.takerId]);
    const group = groups.get(sharing.takerId) ?? null;
    if (taker !== undefined && group !== null) {
      await keepTaken(transaction, request, { sharing, taker, group, held }, by);
    }
    await updateEnded(transaction, sharing, { endedFor: actingFor, reason }, by);
    await auditSharing(transaction, sharing, 'sharing.end', by, { endedFor: actingFor, reason });
    return decision;
  });
}

interface Leaving {
  readonly sharing: Sharing;
  readonly taker: OrganisationStanding;
  readonly group: GroupAnswers;
  readonly held: HeldRound;
}

/** Makes what was taken the taker's own, in each assessment of it that still takes something. */
async function keepTaken(
  transaction: Connection,
  { pack, round, illustrative, newId }: EndSharing,
  { taker, group, held }: Leaving,
  by: AssessmentActing,
): Promise<void> {
  const { organisationId } = taker;
  const instrument = instrumentOfRound(pack, round.id);
  const digest = pack.instruments.includes(instrument) ? digestInPack(pack, instrument) : null;
  for (const { careSetting, takes } of takenIn(instrument, taker, group)) {
    const opening = { organisationId, round, instrument, digest, careSetting, illustrative, newId };
    for (const take of takes) {
      // Held as they are: what is found to be said is what is copied.
      await lockAnswersGiven(transaction, take.from === null ? [] : [take.from]);
      const isAnythingSaid = (await listSaid(transaction, opening, take)).length > 0;
      const outcome = isAnythingSaid ? await openAssessment(transaction, opening, held, by) : null;
      if (outcome?.kind === 'opened' && acceptsAnswers(outcome.assessment.state)) {
        const { assessment } = outcome;
        await goOnWithAnswers(transaction, opening, take, assessment, by);
        await updateState(transaction, assessment, 'in-progress');
        const detail = { sections: take.sectionIds, from: group.giver.organisationId };
        await auditAssessment(transaction, assessment.assessmentId, 'assessment.answer-apart', by, detail);
      }
    }
  }
}
