import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { type AssignedPlace, listAssigned } from '../assessment/index.ts';
import { type Actor, mayAnywhere } from '../identity/index.ts';
import { assessmentRounds, roundState } from '../programme/index.ts';
import { scopesOf } from './places-of-work.ts';

/** What is assigned to anybody in the organisations that the person acts for, in every round of assessment that is open. */
export async function gatherAssigned({ database, pack, clock }: AppContext, actor: Actor): Promise<AssignedPlace[]> {
  const ids = [...scopesOf(actor, 'organisation').keys()];
  const day = today(clock);
  const open = assessmentRounds(pack).filter((round) => roundState(round, day) === 'open');
  return ids.length === 0 || !mayAnywhere(actor, 'assessment.answer')
    ? []
    : listAssigned({ database, pack }, open, ids, day);
}
