import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { Instrument } from '../programme/index.ts';
import type { Answer, AssessmentKey } from '../scoring/index.ts';
import { joinedElements } from './answering/answer-repository.ts';
import type { AssessmentState } from './assessment.ts';

/** An assessment that comes whole, not question by question from a person. */
export interface WholeAssessment extends AssessmentKey {
  readonly careSetting: string;
  readonly state: AssessmentState;
  readonly answers: readonly Answer[];
  /** When the answers are said to have been given. */
  readonly answeredAt: Date;
  /** When its authorisation was asked for; left out where it was not, or nothing is said of it. */
  readonly requestedAt?: Date;
  /** Null unless the state is `submitted` or later; scores are stored only with it. */
  readonly submittedAt: Date | null;
}

export interface AssessmentBatch {
  readonly roundId: string;
  readonly instrument: Instrument;
  readonly assessments: readonly WholeAssessment[];
  /** Where they come from, for the audit trail. */
  readonly origin: string;
  readonly at: Date;
}

/** The assessments themselves, in one statement. */
export async function insertRows(transaction: Connection, batch: AssessmentBatch): Promise<void> {
  const { roundId, instrument, assessments } = batch;
  await sql`
    insert into assessment (organisation_id, assessment_id, round_id, instrument_id, instrument_version, care_setting, state,
                            illustrative, declaration, authorisation_requested_at, submitted_at, created_at)
    select row.organisation_id, row.assessment_id, ${roundId}, ${instrument.id}, ${instrument.version}, row.care_setting,
           row.state, true, case when row.submitted_at is null then null else ${instrument.declaration} end,
           row.requested_at, row.submitted_at, row.answered_at
    from unnest(${assessments.map(({ organisationId }) => organisationId)}::text[],
                ${assessments.map(({ assessmentId }) => assessmentId)}::uuid[],
                ${assessments.map(({ careSetting }) => careSetting)}::text[], ${assessments.map(({ state }) => state)}::text[],
                ${assessments.map(({ requestedAt }) => requestedAt ?? null)}::timestamptz[],
                ${assessments.map(({ submittedAt }) => submittedAt)}::timestamptz[],
                ${assessments.map(({ answeredAt }) => answeredAt)}::timestamptz[])
      as row (organisation_id, assessment_id, care_setting, state, requested_at, submitted_at, answered_at)`.execute(
    transaction,
  );
}

/** Their answers, each in the history too, in one statement. */
export async function insertAnswers(transaction: Connection, assessments: readonly WholeAssessment[]): Promise<void> {
  const rows = assessments.flatMap(({ organisationId, assessmentId, answeredAt, answers }) =>
    answers.map((answer) => ({ organisationId, assessmentId, answeredAt, ...answer })),
  );
  const optionIds = rows.map(({ value }) => (value.kind === 'option' ? value.optionId : null));
  await sql`
    with saved as (
      insert into answer (organisation_id, assessment_id, question_id, option_id, elements_met, not_applicable, comment,
                          answered_at, revision)
      select row.organisation_id, row.assessment_id, row.question_id, row.option_id, string_to_array(row.elements, ' '),
             row.not_applicable, row.comment, row.answered_at, 1
      from unnest(${rows.map(({ organisationId }) => organisationId)}::text[],
                  ${rows.map(({ assessmentId }) => assessmentId)}::uuid[],
                  ${rows.map(({ questionId }) => questionId)}::text[], ${optionIds}::text[],
                  ${rows.map(({ value }) => joinedElements(value))}::text[],
                  ${rows.map(({ value }) => value.kind === 'not-applicable')}::boolean[],
                  ${rows.map(({ comment }) => comment)}::text[],
                  ${rows.map(({ answeredAt }) => answeredAt)}::timestamptz[])
        as row (organisation_id, assessment_id, question_id, option_id, elements, not_applicable, comment, answered_at)
      returning answer.*
    )
    insert into answer_history (organisation_id, assessment_id, question_id, revision, option_id, elements_met,
                                not_applicable, comment, answered_by, answered_at)
    select saved.organisation_id, saved.assessment_id, saved.question_id, saved.revision, saved.option_id,
           saved.elements_met, saved.not_applicable, saved.comment, saved.answered_by, saved.answered_at
    from saved`.execute(transaction);
}

/** The planner learns of the new rows now: until it does, a page of all providers may take longer than a statement may. */
export async function analyzeAssessments(connection: Connection): Promise<void> {
  await sql`analyze assessment, answer, answer_history, assessment_score`.execute(connection);
}
