import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { holdersAmong, listAssignments } from '../../assignments/index.ts';
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

/** What is assigned in the part of an assessment that a page is about, for those who may answer it. `saved`: its answers, as they come. */
export async function readWorkHere(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  assessed: AssessedOrganisation,
  saved: Promise<readonly SavedAnswer[]>,
): Promise<WorkHere> {
  const { actor, subject, organisation, round, state } = assessed;
  const asked = { roundIds: [round.id], organisationIds: [organisation.organisationId] };
  const [answers, assignments] = await Promise.all([
    saved,
    can(actor, 'assessment.answer', subject) ? listAssignments(database, asked) : [],
  ]);
  if (assignments.length === 0) {
    return { isAnythingAssigned: false, things: [], own: [] };
  }
  const part = workOfPart({ ...assessed, state, label: null, saved: answers });
  const day = today(clock);
  const things = whoseWork([part], assignments, holdersAmong(assignments), day);
  const own = owedByPeople(things, day).filter(({ assignment }) => assignment.person.personId === actor.personId);
  return { isAnythingAssigned: true, things, own };
}
