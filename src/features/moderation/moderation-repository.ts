import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { storedJson } from '../../platform/stored-json.ts';
import type { ActingPerson } from '../identity/index.ts';
import {
  answerValueShape,
  type Checkers,
  checkersIn,
  type FinishedModeration,
  type ModerationOutcome,
  type SignedKey,
  storedOutcome,
} from '../return-documents/index.ts';
import type { AnswerValue } from '../scoring/index.ts';
import type { Finding, SavedFinding } from './finding.ts';
import type { PostedFinding } from './plan-findings.ts';

const storedValue = storedJson<AnswerValue>('moderation_finding.value', answerValueShape);

/** Every save of a finding about a signed document, those of a question in order. */
export async function listFindings(
  connection: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
): Promise<SavedFinding[]> {
  const rows = await connection
    .selectFrom('moderation_finding')
    .innerJoin('person', 'person.id', 'moderation_finding.found_by')
    .select([
      'question_id',
      'revision',
      'verdict',
      'value',
      'reason',
      'found_by',
      'person.name',
      'on_behalf_of',
      'found_at',
    ])
    .where('organisation_id', '=', organisationId)
    .where('assessment_id', '=', assessmentId)
    .where('digest', '=', digest)
    .orderBy('question_id')
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    questionId: row.question_id,
    revision: row.revision,
    finding: findingIn(row),
    by: { personId: row.found_by, personName: row.name, onBehalfOf: row.on_behalf_of },
    at: row.found_at,
  }));
}

function findingIn({
  verdict,
  value,
  reason,
}: {
  readonly verdict: string;
  readonly value: unknown;
  readonly reason: string;
}): Finding {
  switch (verdict) {
    case 'other':
      return { verdict, value: storedValue.read(value), reason };
    case 'same':
      return { verdict, value: null, reason };
    default:
      return { verdict: 'none', value: null, reason };
  }
}

/** Keeps findings for good, in one statement. */
export async function insertFindings(
  transaction: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  findings: readonly PostedFinding[],
  by: Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>,
): Promise<void> {
  await sql`
    insert into moderation_finding (organisation_id, assessment_id, digest, question_id, revision, verdict, value, reason,
                                    found_by, on_behalf_of, found_at)
    select ${organisationId}, ${assessmentId}::uuid, ${digest}, row.question_id, row.revision, row.verdict,
           row.value::jsonb, row.reason, ${by.personId}, ${by.onBehalfOf}, ${by.at}
    from unnest(${findings.map(({ questionId }) => questionId)}::text[],
                ${findings.map(({ revision }) => revision)}::integer[],
                ${findings.map(({ finding }) => finding.verdict)}::text[],
                ${findings.map(({ finding }) => (finding.value === null ? null : storedValue.write(finding.value)))}::text[],
                ${findings.map(({ finding }) => finding.reason)}::text[])
      as row (question_id, revision, verdict, value, reason)`.execute(transaction);
}

/** What the moderation of a signed document came to, each time that it was worked out; none while it is not finished. */
export async function listOutcomes(
  connection: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
): Promise<Omit<FinishedModeration, 'isChallenged'>[]> {
  const rows = await connection
    .selectFrom('moderation_outcome')
    .select(['outcome', 'checked_by', 'made_at'])
    .where('organisation_id', '=', organisationId)
    .where('assessment_id', '=', assessmentId)
    .where('digest', '=', digest)
    .orderBy('number')
    .execute();
  return rows.map(({ outcome, checked_by: by, made_at: finishedAt }) => ({
    outcome: storedOutcome.read(outcome),
    checkedBy: checkersIn(by),
    finishedAt,
  }));
}

/** The signed documents with a finished moderation, of one round or of all, by organisation. */
export async function listFinished(
  connection: Connection,
  roundId: string | null,
): Promise<(SignedKey & { readonly roundId: string; readonly careSetting: string })[]> {
  const { rows } = await sql<SignedKey & { readonly roundId: string; readonly careSetting: string }>`
    select made.organisation_id as "organisationId", made.assessment_id as "assessmentId", made.digest,
           assessment.round_id as "roundId", assessment.care_setting as "careSetting"
    from moderation_outcome as made
    join assessment on assessment.organisation_id = made.organisation_id and assessment.assessment_id = made.assessment_id
    where made.number = 1 and (${roundId}::text is null or assessment.round_id = ${roundId})
    order by assessment.round_id, made.organisation_id, made.assessment_id, made.made_at`.execute(connection);
  return rows;
}

interface NewOutcome {
  readonly number: number;
  readonly outcome: ModerationOutcome;
  readonly checkedBy: Checkers;
}

export async function insertOutcome(
  transaction: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  { number, outcome, checkedBy }: NewOutcome,
  by: Pick<ActingPerson, 'personId' | 'onBehalfOf' | 'at'>,
): Promise<void> {
  await transaction
    .insertInto('moderation_outcome')
    .values({
      organisation_id: organisationId,
      assessment_id: assessmentId,
      digest,
      number,
      outcome: storedOutcome.write(outcome),
      checked_by: checkedBy,
      made_by: by.personId,
      on_behalf_of: by.onBehalfOf,
      made_at: by.at,
    })
    .execute();
}

/** Whether somebody has answered anything for one of these organisations in a round. */
export async function hasAnswered(
  connection: Connection,
  organisationIds: readonly string[],
  { roundId, personId }: { readonly roundId: string; readonly personId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from assessment
    where assessment.organisation_id = any(${organisationIds}::text[]) and assessment.round_id = ${roundId}
      and exists (
        select from answer_history as saved
        where saved.organisation_id = assessment.organisation_id and saved.assessment_id = assessment.assessment_id
          and saved.answered_by = ${personId})
    limit 1`.execute(connection);
  return rows.length > 0;
}

/** Ids of the organisations that have ever agreed with one to answer together, be it as those who gave or who took. */
export async function listGroup(connection: Connection, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ otherId: string }>`
    select distinct case when sharing.taker_id = ${organisationId} then sharing.giver_id else sharing.taker_id end as "otherId"
    from answer_sharing as sharing
    where ${organisationId} in (sharing.taker_id, sharing.giver_id) and sharing.agreed_at is not null
    order by 1`.execute(connection);
  return rows.map(({ otherId }) => otherId);
}

/** Whether somebody has signed a document. */
export async function hasSigned(
  connection: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  personId: string,
): Promise<boolean> {
  const found = await connection
    .selectFrom('assessment_signature')
    .select('digest')
    .where('organisation_id', '=', organisationId)
    .where('assessment_id', '=', assessmentId)
    .where('digest', '=', digest)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return found !== undefined;
}
