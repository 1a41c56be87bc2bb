import type { Connection } from '../../platform/database/database.ts';
import type { AssessmentKey, Stamp } from '../scoring/index.ts';
import type { SenseCheck } from './sense-check.ts';
import { storedSenseChecks } from './stored-sense-checks.ts';

/** What an organisation says to a question about its answers. */
export interface SenseNote {
  readonly key: string;
  readonly revision: number;
  /** Empty where it was taken back. */
  readonly note: string;
  readonly noted: Stamp;
}

/** What stands to each question that anything was ever said to, by its key; by a moment, where one is given. */
export async function listSenseNotes(
  connection: Connection,
  key: AssessmentKey,
  saidBy: Date | null = null,
): Promise<ReadonlyMap<string, SenseNote>> {
  const rows = await connection
    .selectFrom('sense_check_note')
    .innerJoin('person', 'person.id', 'sense_check_note.noted_by')
    .distinctOn('sense_check_note.check_key')
    .select(['sense_check_note.check_key', 'sense_check_note.revision', 'sense_check_note.note'])
    .select(['sense_check_note.noted_at', 'person.name'])
    .where('sense_check_note.organisation_id', '=', key.organisationId)
    .where('sense_check_note.assessment_id', '=', key.assessmentId)
    .$if(saidBy !== null, (query) => query.where('sense_check_note.noted_at', '<=', saidBy))
    .orderBy('sense_check_note.check_key')
    .orderBy('sense_check_note.revision', 'desc')
    .execute();
  return new Map(
    rows.map(({ check_key, revision, note, noted_at, name }) => [
      check_key,
      { key: check_key, revision, note, noted: { personName: name, at: noted_at } },
    ]),
  );
}

export async function insertSenseNotes(
  transaction: Connection,
  { organisationId, assessmentId }: AssessmentKey,
  notes: readonly Pick<SenseNote, 'key' | 'revision' | 'note'>[],
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('sense_check_note')
    .values(
      notes.map(({ key, revision, note }) => ({
        organisation_id: organisationId,
        assessment_id: assessmentId,
        check_key: key,
        revision,
        note,
        noted_by: by.personId,
        noted_at: by.at,
      })),
    )
    .execute();
}

/** Keeps what was asked about the answers that somebody is asked to sign. */
export async function insertSenseChecks(
  transaction: Connection,
  { organisationId, assessmentId }: AssessmentKey,
  requestedAt: Date,
  checks: readonly SenseCheck[],
): Promise<void> {
  await transaction
    .insertInto('sense_check')
    .values({
      organisation_id: organisationId,
      assessment_id: assessmentId,
      requested_at: requestedAt,
      checks: storedSenseChecks.write(checks),
    })
    .execute();
}

/** What was asked when the signature was asked for that stands or is waited for; null where nothing was looked at then. */
export async function findSenseChecksAsked(
  connection: Connection,
  { organisationId, assessmentId }: AssessmentKey,
): Promise<readonly SenseCheck[] | null> {
  const found = await connection
    .selectFrom('sense_check')
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.organisation_id', '=', 'sense_check.organisation_id')
        .onRef('assessment.assessment_id', '=', 'sense_check.assessment_id'),
    )
    .select('sense_check.checks')
    // What was asked in a correction that was taken back came after it.
    .where(({ eb, or }) =>
      or([
        eb('assessment.authorisation_requested_at', 'is', null),
        eb('sense_check.requested_at', '<=', eb.ref('assessment.authorisation_requested_at')),
      ]),
    )
    .where('sense_check.organisation_id', '=', organisationId)
    .where('sense_check.assessment_id', '=', assessmentId)
    .orderBy('sense_check.requested_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found === undefined ? null : storedSenseChecks.read(found.checks);
}
