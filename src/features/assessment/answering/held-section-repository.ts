import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { roundLocked, type StandingRound, standingColumns } from '../../rounds/index.ts';
import {
  type AssessmentOf,
  type HeldColumns,
  heldColumns,
  type LockedAssessment,
  lockedOf,
} from '../assessment-repository.ts';

/**
 * Holds the round as whoever takes a step in it does, and after it the assessment as `lockAssessment` does, by one question; of a round that
 * was withdrawn nothing is held. Each of the two sees what was committed while it waited.
 */
export async function lockRoundAndAssessment(
  transaction: Connection,
  { organisationId, roundId, careSetting }: AssessmentOf,
  questionIds: readonly string[] = [],
): Promise<{ readonly standing: StandingRound; readonly assessment: LockedAssessment | null }> {
  const result = await sql<StandingRound & (HeldColumns | { readonly assessmentId: null })>`
    select ${standingColumns}, ${heldColumns}
    from ${roundLocked(roundId)}
    left join lateral hold_assessment(case when not standing.is_withdrawn then ${organisationId}::text end, ${roundId},
                                      ${careSetting}, ${questionIds}::text[]) as held on true`.execute(transaction);
  const [row] = result.rows;
  if (row === undefined) {
    throw new Error(`Nothing is said of the round ${roundId}`);
  }
  const { isWithdrawn, steps, ...held } = row;
  return { standing: { isWithdrawn, steps }, assessment: held.assessmentId === null ? null : lockedOf(held) };
}
