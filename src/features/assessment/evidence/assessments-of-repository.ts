import type { Connection } from '../../../platform/database/database.ts';
import type { AssessmentState } from '../assessment.ts';

export interface AssessmentOfRound {
  readonly assessmentId: string;
  readonly roundId: string;
  readonly careSetting: string;
  readonly state: AssessmentState;
}

/** Every assessment of an organisation, of any round. */
export async function listAssessmentsOf(connection: Connection, organisationId: string): Promise<AssessmentOfRound[]> {
  const rows = await connection
    .selectFrom('assessment')
    .select(['assessment_id as assessmentId', 'round_id as roundId', 'care_setting as careSetting', 'state'])
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .execute();
  // The table holds no other: a check of its own says so.
  return rows.map((row) => ({ ...row, state: row.state as AssessmentState }));
}
