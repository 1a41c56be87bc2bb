import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';

/** That a round was answered with one version of an instrument. */
export interface UsedVersion {
  readonly roundId: string;
  readonly id: string;
  readonly version: string;
  readonly assessments: number;
}

/** Which versions were answered in which rounds, by whomever. */
export async function listUsedVersions(connection: Connection): Promise<UsedVersion[]> {
  const result = await sql<UsedVersion>`
    select assessment.round_id as "roundId", assessment.instrument_id as id, assessment.instrument_version as version,
           count(*)::integer as assessments
    from assessment
    group by 1, 2, 3
    order by 1, min(assessment.created_at)`.execute(connection);
  return result.rows;
}
