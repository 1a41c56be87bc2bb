import { by } from '../../platform/compare.ts';
import type { AssignedPlace } from '../assessment/index.ts';
import type { Actor } from '../identity/index.ts';
import type { WorkItem } from './work-item.ts';

/** What somebody was given of the self-assessments of their organisations and is still waited for, the earliest due first. */
export function assignedItems({ personId }: Actor, places: readonly AssignedPlace[]): WorkItem[] {
  return places
    .flatMap(({ organisationId, name, assigned }) =>
      assigned
        .filter((each) => each.personId === personId && (each.standing === 'to-do' || each.standing === 'overdue'))
        .map(({ assignmentId, thing, href, dueOn, by: asker, isResponsible, standing }) => ({
          id: `assigned-${assignmentId}`,
          text: `${isResponsible ? 'Answer' : 'Help with'} ${thing}, for ${name}`,
          href,
          hint: standing === 'overdue' ? 'Overdue' : 'Assigned to you',
          dueOn,
          asker,
          waits: true,
          part: { place: organisationId, step: 'answer' as const },
          heldBy: null,
        })),
    )
    .toSorted(by(({ dueOn }) => dueOn));
}

/** Whether somebody has anything in the assessment of an organisation, be it done or not: what is asked of them there is that. */
export function hasAssigned(
  { personId }: Actor,
  places: readonly AssignedPlace[],
  assessment: { readonly organisationId: string; readonly roundId: string },
): boolean {
  return places
    .filter(
      ({ organisationId, round }) => organisationId === assessment.organisationId && round.id === assessment.roundId,
    )
    .some(({ assigned }) => assigned.some((each) => each.personId === personId && each.standing !== 'ended'));
}
