import type { Connection } from '../../platform/database/database.ts';
import { wholeOrganisation } from '../programme/index.ts';

/** Whether any organisation has begun an assessment in a round. */
export async function hasAssessmentsIn(connection: Connection, roundId: string): Promise<boolean> {
  const found = await connection
    .selectFrom('assessment')
    .select('assessment_id')
    .where('round_id', '=', roundId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Ids of the rounds in which an organisation has begun an assessment and not submitted it. */
export async function listRoundsUnderWay(connection: Connection, organisationId: string): Promise<string[]> {
  const rows = await connection
    .selectFrom('assessment')
    .select('assessment.round_id')
    .distinct()
    .where('assessment.organisation_id', '=', organisationId)
    .where('assessment.state', '!=', 'submitted')
    .where('assessment.care_setting', '!=', wholeOrganisation)
    .execute();
  return rows.map(({ round_id: id }) => id);
}

/** How many assessments were submitted, in whatever round; an organisation counts once for each care setting. */
export async function countSubmitted(connection: Connection): Promise<number> {
  const { count } = await connection
    .selectFrom('assessment')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('assessment.submitted_at', 'is not', null)
    .where('assessment.care_setting', '!=', wholeOrganisation)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Ids of the organisations that have begun an assessment in a round, each as often as it has begun one for a care setting. */
export async function listBegun(connection: Connection, roundId: string): Promise<string[]> {
  const rows = await connection
    .selectFrom('assessment')
    .select('assessment.organisation_id')
    .where('assessment.round_id', '=', roundId)
    .where('assessment.state', '!=', 'not-started')
    .where('assessment.care_setting', '!=', wholeOrganisation)
    .execute();
  return rows.map(({ organisation_id: id }) => id);
}
