import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import type { SignedKey } from '../../return-documents/index.ts';
import type { Challenge, ChallengeDecision } from './challenge.ts';

interface ChallengeRow extends Omit<Challenge, 'by' | 'decision'> {
  readonly personId: string;
  readonly personName: string;
  readonly onBehalfOf: string;
  readonly decision: ChallengeDecision['decision'] | null;
  readonly why: string;
  readonly deciderId: string;
  readonly deciderName: string;
  readonly decidedFor: string;
  readonly decidedAt: Date;
}

/** What was challenged of the moderation of a signed document, the earliest first. */
export async function listChallenges(
  connection: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
): Promise<Challenge[]> {
  const { rows } = await sql<ChallengeRow>`
    select challenge.question_id as "questionId", challenge.revision, challenge.reason,
           challenge.challenged_by as "personId", challenger.name as "personName",
           challenge.on_behalf_of as "onBehalfOf", challenge.challenged_at as at, decided.decision,
           decided.reason as why, decided.decided_by as "deciderId", decider.name as "deciderName",
           decided.on_behalf_of as "decidedFor", decided.decided_at as "decidedAt"
    from moderation_challenge as challenge
    join person as challenger on challenger.id = challenge.challenged_by
    left join challenge_decision as decided on decided.organisation_id = challenge.organisation_id
      and decided.assessment_id = challenge.assessment_id and decided.digest = challenge.digest
      and decided.question_id = challenge.question_id
    left join person as decider on decider.id = decided.decided_by
    where challenge.organisation_id = ${organisationId} and challenge.assessment_id = ${assessmentId}::uuid
      and challenge.digest = ${digest}
    order by challenge.challenged_at, challenge.question_id`.execute(connection);
  return rows.map(({ questionId, revision, reason, at, personId, personName, onBehalfOf, ...row }) => ({
    ...{ questionId, revision, reason, at },
    by: { personId, personName, onBehalfOf },
    decision:
      row.decision === null
        ? null
        : {
            decision: row.decision,
            reason: row.why,
            by: { personId: row.deciderId, personName: row.deciderName, onBehalfOf: row.decidedFor },
            at: row.decidedAt,
          },
  }));
}

type By = Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>;

export async function insertChallenge(
  transaction: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  { questionId, revision, reason }: Pick<Challenge, 'questionId' | 'revision' | 'reason'>,
  by: By,
): Promise<void> {
  await transaction
    .insertInto('moderation_challenge')
    .values({
      organisation_id: organisationId,
      assessment_id: assessmentId,
      digest,
      question_id: questionId,
      revision,
      reason,
      challenged_by: by.personId,
      on_behalf_of: by.onBehalfOf,
      challenged_at: by.at,
    })
    .execute();
}

export async function insertDecision(
  transaction: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  { questionId, decision, reason }: Pick<ChallengeDecision, 'decision' | 'reason'> & { readonly questionId: string },
  by: By,
): Promise<void> {
  await transaction
    .insertInto('challenge_decision')
    .values({
      organisation_id: organisationId,
      assessment_id: assessmentId,
      digest,
      question_id: questionId,
      decision,
      reason,
      decided_by: by.personId,
      on_behalf_of: by.onBehalfOf,
      decided_at: by.at,
    })
    .execute();
}
