import { sql, type UpdateResult } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
import type { SubmittedOf } from '../return-documents/index.ts';
import type { AnswerRevision, AssessmentKey, Stamp } from '../scoring/index.ts';
import { type AnswerColumns, revisionOf } from './answering/answer-repository.ts';
import type { AssessmentState } from './assessment.ts';
import type { StoredAssessment } from './stored-assessment.ts';

/** The organisation's assessment of a round: that of one care setting, or where none is given the only one. Null while nobody has opened it. */
export async function findAssessment(
  connection: Connection,
  organisationId: string,
  roundId: string,
  careSetting: string | null = null,
): Promise<StoredAssessment | null> {
  const row = await connection
    .selectFrom('assessment')
    .leftJoin('person as requester', 'requester.id', 'assessment.authorisation_requested_by')
    .leftJoin('person as returner', 'returner.id', 'assessment.returned_by')
    .leftJoin('person as reopener', 'reopener.id', 'assessment.reopened_by')
    .leftJoin('person as authoriser', 'authoriser.id', 'assessment.authorised_by')
    .leftJoin('kept_instrument as kept', (join) =>
      join
        .onRef('kept.instrument_id', '=', 'assessment.instrument_id')
        .onRef('kept.version', '=', 'assessment.instrument_version'),
    )
    .selectAll('assessment')
    .select([
      'kept.digest as instrument_digest',
      'requester.name as requester_name',
      'returner.name as returner_name',
      'reopener.name as reopener_name',
      'authoriser.name as authoriser_name',
    ])
    .where('assessment.organisation_id', '=', organisationId)
    .where('assessment.round_id', '=', roundId)
    .where((eb) => (careSetting === null ? eb.lit(true) : eb('assessment.care_setting', '=', careSetting)))
    .orderBy('assessment.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) {
    return null;
  }
  const lastReturn = stamp(row.returner_name, row.returned_at);
  const reopening = stamp(row.reopener_name, row.reopened_at);
  return {
    organisationId: row.organisation_id,
    assessmentId: row.assessment_id,
    roundId: row.round_id,
    answers: { id: row.instrument_id, version: row.instrument_version, digest: row.instrument_digest },
    careSetting: row.care_setting,
    state: row.state as AssessmentState,
    illustrative: row.illustrative,
    apart: row.answered_apart,
    authorisationRequest: stamp(row.requester_name, row.authorisation_requested_at),
    lastReturn: lastReturn === null ? null : { ...lastReturn, reason: row.return_reason },
    reopening: reopening === null ? null : { ...reopening, reason: row.reopen_reason },
    submission: stamp(row.authoriser_name, row.submitted_at),
    boardApprovedOn: row.board_approved_on,
    taken: takenIn(row.taken_from, row.sections_taken),
    signedWith: takenIn(row.signed_taken_from, row.signed_sections_taken),
  };
}

function takenIn(giverId: string | null, sectionIds: readonly string[]): StoredAssessment['taken'] {
  return giverId === null ? null : { giverId, sectionIds };
}

/** Whether an organisation has an assessment in a round, be it for one of several care settings. */
export async function hasBegun(connection: Connection, organisationId: string, roundId: string): Promise<boolean> {
  const row = await connection
    .selectFrom('assessment')
    .select('assessment.assessment_id')
    .where('assessment.organisation_id', '=', organisationId)
    .where('assessment.round_id', '=', roundId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The submitted assessments of an organisation as they stand, the newest first; one that is being corrected among them, whose answers of today
 * are not those that were signed.
 */
export async function listSubmittedOf(
  connection: Connection,
  organisationId: string,
): Promise<readonly (SubmittedOf & Pick<StoredAssessment, 'roundId' | 'careSetting'> & { isAsSigned: boolean })[]> {
  return connection
    .selectFrom('assessment')
    .select(['organisation_id as organisationId', 'assessment_id as assessmentId', 'round_id as roundId'])
    .select('care_setting as careSetting')
    .select(({ ref }) => ref('submitted_at').$notNull().as('submittedAt'))
    .select((eb) => eb('state', '=', 'submitted').$castTo<boolean>().as('isAsSigned'))
    .where('organisation_id', '=', organisationId)
    .where('submitted_at', 'is not', null)
    .orderBy('submitted_at', 'desc')
    .execute();
}

/** Whose assessment it is, in which round and for which care setting; null where there is none of this id. */
export async function findAssessmentPlace(
  connection: Connection,
  assessmentId: string,
): Promise<{ readonly organisationId: string; readonly roundId: string; readonly careSetting: string } | null> {
  const row = await connection
    .selectFrom('assessment')
    .select(['organisation_id as organisationId', 'round_id as roundId', 'care_setting as careSetting'])
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst();
  return row ?? null;
}

function stamp(personName: string | null, at: Date | null): Stamp | null {
  return at === null ? null : { personName, at };
}

/** What decides a change, read under the lock that keeps it true until the transaction ends. */
export interface LockedAssessment extends AssessmentKey {
  readonly careSetting: string;
  readonly state: AssessmentState;
  readonly illustrative: boolean;
  readonly apart: readonly string[];
  /** Whether what was published stands while it is corrected, be its round open or not. */
  readonly isCorrected: boolean;
  /** The answers to the questions that were asked for, as the last save left them; those never saved are left out. */
  readonly stored: readonly AnswerRevision[];
}

/** Names the assessment of one care setting of an organisation in a round, be it opened or not. */
export interface AssessmentOf {
  readonly organisationId: string;
  readonly roundId: string;
  readonly careSetting: string;
}

/**
 * Holds the assessment against any other change until the transaction ends, and reads its answers to these questions; null while
 * nobody has opened it.
 */
export async function lockAssessment(
  transaction: Connection,
  { organisationId, roundId, careSetting }: AssessmentOf,
  questionIds: readonly string[] = [],
): Promise<LockedAssessment | null> {
  const result = await sql<HeldColumns>`
    select ${heldColumns}
    from hold_assessment(${organisationId}, ${roundId}, ${careSetting}, ${questionIds}::text[]) as held`.execute(
    transaction,
  );
  return result.rows.map(lockedOf)[0] ?? null;
}

/** A row of `hold_assessment`. */
export type HeldColumns = Omit<LockedAssessment, 'stored'> & { readonly answers: readonly AnswerColumns[] };

export const heldColumns = sql`held.organisation_id as "organisationId", held.assessment_id as "assessmentId",
  held.care_setting as "careSetting", held.state, held.illustrative, held.answered_apart as apart,
  held.is_corrected as "isCorrected", held.answers`;

export function lockedOf({ answers, ...held }: HeldColumns): LockedAssessment {
  return { ...held, stored: answers.map(revisionOf) };
}

/** Holds the answers of assessments as they are until the transaction ends, for whoever takes them; any number may at once. */
export async function lockAnswersGiven(transaction: Connection, keys: readonly AssessmentKey[]): Promise<void> {
  await sql`
    select assessment.assessment_id from assessment
    where (assessment.organisation_id, assessment.assessment_id) in (
      select * from unnest(${keys.map(({ organisationId }) => organisationId)}::text[],
                           ${keys.map(({ assessmentId }) => assessmentId)}::uuid[]))
    order by assessment.organisation_id, assessment.assessment_id
    for share`.execute(transaction);
}

export interface NewAssessment extends AssessmentKey {
  readonly roundId: string;
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  readonly careSetting: string;
  readonly illustrative: boolean;
  readonly createdAt: Date;
}

/** Adds an assessment in which nothing has happened yet; false when somebody else has just done so. */
export async function insertAssessment(transaction: Connection, assessment: NewAssessment): Promise<boolean> {
  const inserted = await transaction
    .insertInto('assessment')
    .values({
      organisation_id: assessment.organisationId,
      assessment_id: assessment.assessmentId,
      round_id: assessment.roundId,
      instrument_id: assessment.instrumentId,
      instrument_version: assessment.instrumentVersion,
      care_setting: assessment.careSetting,
      state: 'not-started',
      illustrative: assessment.illustrative,
      created_at: assessment.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'round_id', 'care_setting']).doNothing())
    .returning('assessment_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateState(transaction: Connection, key: AssessmentKey, state: AssessmentState): Promise<void> {
  await movesOn(updateAssessment(transaction, key).set({ state }));
}

export interface Step {
  readonly state: AssessmentState;
  readonly personId: string;
  readonly at: Date;
}

export async function updateRequested(
  transaction: Connection,
  key: AssessmentKey,
  step: Step & { readonly taken: StoredAssessment['taken'] },
): Promise<void> {
  await movesOn(
    updateAssessment(transaction, key).set({
      state: step.state,
      authorisation_requested_by: step.personId,
      authorisation_requested_at: step.at,
      taken_from: step.taken?.giverId ?? null,
      sections_taken: [...(step.taken?.sectionIds ?? [])],
    }),
  );
}

export async function updateReturned(
  transaction: Connection,
  key: AssessmentKey,
  step: Step & { readonly reason: string },
): Promise<void> {
  await movesOn(
    updateAssessment(transaction, key).set({
      state: step.state,
      returned_by: step.personId,
      returned_at: step.at,
      return_reason: step.reason,
    }),
  );
}

export async function updateSubmitted(
  transaction: Connection,
  key: AssessmentKey,
  step: Step & { readonly declaration: string; readonly boardApprovedOn: string | null },
): Promise<void> {
  await movesOn(
    updateAssessment(transaction, key).set(({ ref }) => ({
      state: step.state,
      authorised_by: step.personId,
      submitted_at: step.at,
      declaration: step.declaration,
      board_approved_on: step.boardApprovedOn,
      signed_taken_from: ref('taken_from'),
      signed_sections_taken: ref('sections_taken'),
      reopened_by: null,
      reopened_at: null,
      reopen_reason: '',
      opened_apart: null,
    })),
  );
}

/** The sections that an assessment answers by itself, though others answer them for it. */
export async function updateApart(
  transaction: Connection,
  key: AssessmentKey,
  sectionIds: readonly string[],
): Promise<void> {
  await movesOn(updateAssessment(transaction, key).set({ answered_apart: [...sectionIds] }));
}

/** Carries out the change of one assessment; throws where it is not one that changes. */
export async function movesOn(update: { executeTakeFirst: () => Promise<UpdateResult> }): Promise<void> {
  expectRows('an assessment moves on', 1, (await update.executeTakeFirst()).numUpdatedRows);
}

/** The change of one assessment, to be filled in. */
export function updateAssessment(transaction: Connection, { organisationId, assessmentId }: AssessmentKey) {
  return transaction
    .updateTable('assessment')
    .where('assessment.organisation_id', '=', organisationId)
    .where('assessment.assessment_id', '=', assessmentId);
}
