import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { SignedKey } from '../return-documents/index.ts';
import { holdModeration, type ModerationOutcomeOfStep } from './hold-moderation.ts';
import { moderationOutcome, type ToModerate } from './moderated-answers.ts';
import { insertOutcome } from './moderation-repository.ts';
import { decideModeration } from './moderation-state.ts';
import { checkedBy } from './peers/checked-by.ts';
import { listInvitations } from './peers/invitation-repository.ts';

export interface SettleModeration extends Omit<ToModerate, 'findings'> {
  readonly key: SignedKey;
  /** How many saves of findings there were on the page that it is finished from. */
  readonly lastRead: number;
}

/** Finishes a moderation: what was found is scored, and kept beside what was signed. */
export function settleModeration(
  database: Database,
  { key, lastRead, ...toModerate }: SettleModeration,
  by: ActingPerson,
): Promise<ModerationOutcomeOfStep> {
  return database.transaction().execute(async (transaction): Promise<ModerationOutcomeOfStep> => {
    const held = await holdModeration(transaction, key);
    if (held === null) {
      return { kind: 'signed-anew' };
    }
    const decision = decideModeration('finish', { ...held, isAllRead: held.saves.length === lastRead, isInTime: true });
    if (decision.kind === 'refused') {
      return decision;
    }
    const outcome = moderationOutcome({ ...toModerate, findings: held.findings });
    const invitations = await listInvitations(transaction, key);
    await insertOutcome(transaction, key, { number: 1, outcome, checkedBy: checkedBy(held.findings, invitations) }, by);
    const { checked, changed } = outcome;
    await appendAuditEvent(transaction, {
      chain: `assessment:${key.assessmentId}`,
      action: 'assessment.finish-moderation',
      personId: by.personId,
      onBehalfOf: by.onBehalfOf,
      at: by.at,
      detail: { digest: key.digest, checked, changed },
    });
    return { kind: 'done' };
  });
}
