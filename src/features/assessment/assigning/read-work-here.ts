import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { listAssignments, listColleagues } from '../../assignments/index.ts';
import { can } from '../../identity/index.ts';
import type { SavedAnswer } from '../../scoring/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { workOfPart } from './part-at-work.ts';
import { type Owed, owedByPeople, type WorkThing, whoseWork } from './whose-work.ts';

/** Who owes what in one part of an assessment, and of that what the person of the page does. */
export interface WorkHere {
  /** Whether anything of the round is, in any care setting; false for who reads from outside. */
  readonly isAnythingAssigned: boolean;
  /** Empty where nothing is. */
  readonly things: readonly WorkThing[];
  /** The earliest due first. */
  readonly own: readonly Owed[];
}

/** What is assigned in the part of an assessment that a page is about, for those who may answer it. */
export async function readWorkHere(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  assessed: AssessedOrganisation,
  saved: readonly SavedAnswer[],
): Promise<WorkHere> {
  const { actor, subject, organisation, round, state } = assessed;
  const { organisationId } = organisation;
  const assignments = can(actor, 'assessment.answer', subject)
    ? await listAssignments(database, { roundIds: [round.id], organisationIds: [organisationId] })
    : [];
  if (assignments.length === 0) {
    return { isAnythingAssigned: false, things: [], own: [] };
  }
  const holders = new Set((await listColleagues(database, organisationId)).map(({ personId }) => personId));
  const part = workOfPart({ ...assessed, state, label: null, saved });
  const day = today(clock);
  const things = whoseWork([part], assignments, holders, day);
  const own = owedByPeople(things, day).filter(({ assignment }) => assignment.person.personId === actor.personId);
  return { isAnythingAssigned: true, things, own };
}
