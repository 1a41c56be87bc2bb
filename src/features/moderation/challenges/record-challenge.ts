import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Database } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import type { ActingPerson } from '../../identity/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { challengedBefore, type SignedKey } from '../../return-documents/index.ts';
import { holdModeration, type ModerationOutcomeOfStep } from '../hold-moderation.ts';
import { decideModeration } from '../moderation-state.ts';
import { challengeable } from './challenge.ts';
import { insertChallenge } from './challenge-repository.ts';

export interface RecordChallenge {
  readonly key: SignedKey;
  readonly roundId: string;
  readonly questionId: string;
  readonly reason: string;
  /** As it stands, with what was decided about its rounds. */
  readonly pack: ProgrammePack;
}

/** Keeps that an organisation does not agree with what was found of one answer. What was found stands until somebody answers. */
export function recordChallenge(
  database: Database,
  { key, roundId, questionId, reason, pack }: RecordChallenge,
  by: ActingPerson,
): Promise<ModerationOutcomeOfStep> {
  return database.transaction().execute(async (transaction): Promise<ModerationOutcomeOfStep> => {
    const held = await holdModeration(transaction, key);
    if (held === null) {
      return { kind: 'signed-anew' };
    }
    const before = held.finished === null ? null : challengedBefore(pack, roundId, held.finished);
    const decision = decideModeration('challenge', {
      ...held,
      isAllRead: true,
      isInTime: before !== null && dayOf(by.at) < before,
    });
    if (decision.kind === 'refused') {
      return decision;
    }
    const found = challengeable(held.findings, held.challenges).find((each) => each.questionId === questionId);
    if (found === undefined) {
      return { kind: 'refused', reason: 'This was challenged already, or not found otherwise' };
    }
    await insertChallenge(transaction, key, { questionId, revision: found.revision, reason }, by);
    // Why is for the organisation and its region; the trail is read by others.
    await appendAuditEvent(transaction, {
      chain: `assessment:${key.assessmentId}`,
      action: 'assessment.challenge-finding',
      personId: by.personId,
      onBehalfOf: by.onBehalfOf,
      at: by.at,
      detail: { digest: key.digest, question: questionId },
    });
    return { kind: 'done' };
  });
}
