import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type ActingPerson, listGrants } from '../../identity/index.ts';
import type { SignedKey } from '../../return-documents/index.ts';
import { holdModeration, type ModerationOutcomeOfStep } from '../hold-moderation.ts';
import { decidePeerStep, type PeerAction } from './invitation.ts';
import { findInvitation, insertPeerStep } from './invitation-repository.ts';
import { readConflict } from './read-conflict.ts';

export interface TakePeerStep {
  readonly key: SignedKey;
  readonly roundId: string;
  /** Of the organisation whose return it is. */
  readonly name: string;
  readonly invitationId: string;
  readonly action: PeerAction;
  readonly reason: string;
}

const audited = {
  accept: 'assessment.accept-invitation',
  decline: 'assessment.decline-invitation',
  withdraw: 'assessment.withdraw-invitation',
} as const satisfies Record<PeerAction, string>;

/** Accepts an invitation to check a signed document, declines or withdraws it. What was found until then stays. */
export function takePeerStep(
  database: Database,
  { key, roundId, name, invitationId, action, reason }: TakePeerStep,
  by: ActingPerson,
): Promise<ModerationOutcomeOfStep> {
  return database.transaction().execute(async (transaction): Promise<ModerationOutcomeOfStep> => {
    const held = await holdModeration(transaction, key);
    const invitation = held === null ? null : await findInvitation(transaction, key, invitationId);
    if (held === null || invitation === null) {
      return { kind: 'signed-anew' };
    }
    const { personId, organisationId } = invitation.peer;
    const scopeIds = (await listGrants(transaction, personId)).map(({ scopeId }) => scopeId);
    const asked = { signed: key, roundId, name, personId, who: 'you', scopeIds } as const;
    const decision = decidePeerStep(action, {
      steps: invitation.steps,
      reason,
      isFinished: held.isFinished,
      conflict: action === 'accept' ? await readConflict(transaction, asked) : '',
    });
    if (decision.kind === 'refused') {
      return decision;
    }
    await insertPeerStep(transaction, invitation, { kind: action, reason }, by);
    // Why is for those who invited them, or for them; the trail is read by others.
    await appendAuditEvent(transaction, {
      chain: `assessment:${key.assessmentId}`,
      action: audited[action],
      personId: by.personId,
      onBehalfOf: by.onBehalfOf,
      at: by.at,
      detail: {
        digest: key.digest,
        invitation: invitationId,
        person: personId,
        organisation: organisationId,
        inviter: invitation.by.personId,
      },
    });
    return { kind: 'done' };
  });
}
