import { today } from '../../../platform/days.ts';
import { type AssignedPlace, listAssigned } from '../../assessment/index.ts';
import { assessmentRounds, roundState } from '../../programme/index.ts';
import type { DraftContext } from '../notices-context.ts';

/** What is assigned in the open rounds of assessment, by organisation. */
export function listAssignedInOpenRounds({ connection, pack, clock }: DraftContext): Promise<AssignedPlace[]> {
  const day = today(clock);
  const open = assessmentRounds(pack).filter((round) => roundState(round, day) === 'open');
  return listAssigned({ database: connection, pack }, open, null, day);
}
