import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import type { SignedKey } from '../../return-documents/index.ts';
import type { Finding, SavedFinding } from '../finding.ts';
import { holdModeration, type Moderation, type ModerationOutcomeOfStep } from '../hold-moderation.ts';
import { moderationOutcome, type ToModerate } from '../moderated-answers.ts';
import { insertFindings, insertOutcome } from '../moderation-repository.ts';
import { decideModeration } from '../moderation-state.ts';
import { checkedBy } from '../peers/checked-by.ts';
import { listInvitations } from '../peers/invitation-repository.ts';
import { challengedFinding, decisionOf, whyNotDecide } from './challenge.ts';
import { insertDecision } from './challenge-repository.ts';

export interface SettleChallenge extends Omit<ToModerate, 'findings'> {
  readonly key: SignedKey;
  readonly questionId: string;
  /** What is found after the challenge, with the reason for it. */
  readonly found: Finding;
}

/**
 * Answers a challenge for good. What was found stands, or something else is found in its place and what the moderation comes to is worked out anew; the
 * finding that was challenged, the challenge and the answer all stay on record.
 */
export function settleChallenge(
  database: Database,
  { key, questionId, found, ...toModerate }: SettleChallenge,
  by: ActingPerson,
): Promise<ModerationOutcomeOfStep> {
  return database.transaction().execute(async (transaction): Promise<ModerationOutcomeOfStep> => {
    const held = await holdModeration(transaction, key);
    if (held === null) {
      return { kind: 'signed-anew' };
    }
    const challenge = held.challenges.find((each) => each.questionId === questionId && each.decision === null);
    const challenged = challenge === undefined ? null : challengedFinding(held.saves, challenge);
    const step = decideModeration('answer-challenge', { ...held, isAllRead: true, isInTime: true });
    if (challenge === undefined || challenged === null || step.kind === 'refused') {
      return { kind: 'refused', reason: 'Somebody else has answered this challenge already' };
    }
    const whyNot = whyNotDecide(by.personId, challenge, challenged);
    if (whyNot !== null) {
      return { kind: 'refused', reason: whyNot };
    }
    const decision = decisionOf(challenged.finding, found);
    await insertDecision(transaction, key, { questionId, decision, reason: found.reason }, by);
    if (decision === 'upheld') {
      await insertFound(transaction, { key, held, challenged, found, toModerate }, by);
    }
    await appendAuditEvent(transaction, {
      chain: `assessment:${key.assessmentId}`,
      action: 'assessment.answer-challenge',
      personId: by.personId,
      onBehalfOf: by.onBehalfOf,
      at: by.at,
      detail: { digest: key.digest, question: questionId, decision },
    });
    return { kind: 'done' };
  });
}

interface FoundInstead {
  readonly key: SignedKey;
  readonly held: Moderation;
  readonly challenged: SavedFinding;
  readonly found: Finding;
  readonly toModerate: Omit<ToModerate, 'findings'>;
}

/** Puts what is found now in the place of what was, and scores all of it anew. */
async function insertFound(
  transaction: Connection,
  { key, held, challenged: { questionId, revision }, found, toModerate }: FoundInstead,
  by: ActingPerson,
): Promise<void> {
  const instead = { questionId, revision: revision + 1, finding: found };
  await insertFindings(transaction, key, [instead], by);
  const saved = { ...instead, by: { ...by, personName: by.name } };
  const findings = [...held.findings.filter((each) => each.questionId !== questionId), saved];
  const outcome = moderationOutcome({ ...toModerate, findings });
  const who = checkedBy(findings, await listInvitations(transaction, key));
  await insertOutcome(transaction, key, { number: held.outcomes + 1, outcome, checkedBy: who }, by);
}
