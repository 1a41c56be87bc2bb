import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { timeZone } from '../../platform/days.ts';
import type { AssessmentKey } from '../scoring/index.ts';
import { findSignedDigest } from './document-repository.ts';
import { checkersIn, type FinishedModeration, storedOutcome } from './moderation/moderation-outcome.ts';

/** What was signed, by its digest. */
export interface SignedKey extends AssessmentKey {
  readonly digest: string;
}

/** That a signed document was validated, or that this was taken back. */
export interface ValidationStep {
  readonly number: number;
  readonly kind: 'validate' | 'take-back';
  /** The note that was made of it, which may be empty, or why it was taken back. */
  readonly text: string;
  readonly by: { readonly personId: string; readonly personName: string; readonly onBehalfOf: string };
  readonly at: Date;
}

/**
 * The digest of what is signed of an assessment, while nobody else asks about it, validates it, checks its answers or changes what is signed
 * until the transaction ends; null where nothing is. Whoever does any of that takes this lock before deciding.
 */
export async function lockSigned(transaction: Connection, key: AssessmentKey): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtext(${`signed return ${key.assessmentId}`}))`.execute(transaction);
  return findSignedDigest(transaction, key);
}

/** Every time that a signed document was validated or this was taken back, in order. */
export async function listValidationSteps(
  connection: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
): Promise<ValidationStep[]> {
  const rows = await connection
    .selectFrom('return_validation')
    .innerJoin('person', 'person.id', 'return_validation.taken_by')
    .select(['number', 'kind', 'body', 'taken_by', 'person.name', 'on_behalf_of', 'taken_at'])
    .where('organisation_id', '=', organisationId)
    .where('assessment_id', '=', assessmentId)
    .where('digest', '=', digest)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind === 'validate' ? 'validate' : 'take-back',
    text: row.body,
    by: { personId: row.taken_by, personName: row.name, onBehalfOf: row.on_behalf_of },
    at: row.taken_at,
  }));
}

/** What is signed of an assessment, since when that is validated, and what its moderation came to; null where it is not, or no more. */
export interface SignedStanding {
  readonly digest: string;
  readonly validatedAt: Date | null;
  readonly moderation: FinishedModeration | null;
}

interface SignedStandingRow extends Omit<SignedStanding, 'moderation'> {
  readonly outcome: unknown;
  readonly checkedBy: string | null;
  readonly finishedAt: Date | null;
  readonly isChallenged: boolean;
}

/** The same as it was recorded by the end of a day, or as it is where none is given; null where nothing is signed, or it was before documents were kept. */
export async function findSignedStanding(
  connection: Connection,
  { organisationId, assessmentId }: AssessmentKey,
  recordedBy: string | null = null,
): Promise<SignedStanding | null> {
  const isRecorded = (at: string) =>
    sql`(${recordedBy}::date is null or (${sql.ref(at)} at time zone ${timeZone})::date <= ${recordedBy}::date)`;
  const { rows } = await sql<SignedStandingRow>`
    select signature.digest, case when last.kind = 'validate' then last.taken_at end as "validatedAt",
           moderation.outcome, moderation.checked_by as "checkedBy", moderation.finished_at as "finishedAt",
           exists (
             select from moderation_challenge as challenge
             where challenge.organisation_id = signature.organisation_id
               and challenge.assessment_id = signature.assessment_id and challenge.digest = signature.digest
               and ${isRecorded('challenge.challenged_at')} and not exists (
                 select from challenge_decision as decided
                 where decided.organisation_id = challenge.organisation_id
                   and decided.assessment_id = challenge.assessment_id and decided.digest = challenge.digest
                   and decided.question_id = challenge.question_id and ${isRecorded('decided.decided_at')})
           ) as "isChallenged"
    from assessment_signature as signature
    left join assessment_correction as correction on correction.organisation_id = signature.organisation_id
      and correction.assessment_id = signature.assessment_id and correction.digest = signature.digest
    left join lateral (
      select step.kind, step.taken_at from return_validation as step
      where step.organisation_id = signature.organisation_id and step.assessment_id = signature.assessment_id
        and step.digest = signature.digest and ${isRecorded('step.taken_at')}
      order by step.number desc limit 1
    ) as last on true
    left join lateral (
      select made.outcome, made.checked_by, min(made.made_at) over () as finished_at from moderation_outcome as made
      where made.organisation_id = signature.organisation_id and made.assessment_id = signature.assessment_id
        and made.digest = signature.digest and ${isRecorded('made.made_at')}
      order by made.number desc limit 1
    ) as moderation on true
    where signature.organisation_id = ${organisationId} and signature.assessment_id = ${assessmentId}::uuid
      and not exists (select from assessment_reopening as reopening
                      where reopening.organisation_id = signature.organisation_id
                        and reopening.assessment_id = signature.assessment_id and reopening.digest = signature.digest)
      and case when ${recordedBy}::date is null then correction.digest is null
          else (signature.signed_at at time zone ${timeZone})::date <= ${recordedBy}::date
            and coalesce((correction.corrected_at at time zone ${timeZone})::date > ${recordedBy}::date, true) end`.execute(
    connection,
  );
  return (
    rows.map(({ outcome, checkedBy, finishedAt, isChallenged, ...standing }) => ({
      ...standing,
      moderation:
        finishedAt === null
          ? null
          : {
              outcome: storedOutcome.read(outcome),
              checkedBy: checkersIn(checkedBy ?? ''),
              finishedAt,
              isChallenged,
            },
    }))[0] ?? null
  );
}

/** Whether a step was taken with the very same form, words and all, before. */
export async function hasValidationSending(
  connection: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  sendingId: string,
): Promise<boolean> {
  const found = await connection
    .selectFrom('return_validation')
    .select('number')
    .where('organisation_id', '=', organisationId)
    .where('assessment_id', '=', assessmentId)
    .where('digest', '=', digest)
    .where('sending_id', '=', sendingId)
    .executeTakeFirst();
  return found !== undefined;
}

export interface NewValidationStep extends Pick<ValidationStep, 'number' | 'kind' | 'text'> {
  readonly sendingId: string;
}

export async function insertValidationStep(
  transaction: Connection,
  { organisationId, assessmentId, digest }: SignedKey,
  { number, kind, text, sendingId }: NewValidationStep,
  by: { readonly personId: string; readonly onBehalfOf: string; readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('return_validation')
    .values({
      organisation_id: organisationId,
      assessment_id: assessmentId,
      digest,
      number,
      sending_id: sendingId,
      kind,
      body: text,
      taken_by: by.personId,
      on_behalf_of: by.onBehalfOf,
      taken_at: by.at,
    })
    .execute();
}
