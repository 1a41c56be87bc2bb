import type { AssignedFact, AssignedPlace } from '../../assessment/index.ts';
import type { Round } from '../../programme/index.ts';
import { assignmentNotices } from '../assignment-notices.ts';
import { happeningOf } from '../happening.ts';
import type { NoticeDraft } from '../notice-draft.ts';
import { assignmentReminders } from '../reminders/assignment-reminders.ts';

/** What is told of what somebody has to answer: by steps, by days, and where they hold no role any more. */
export function draftsOfAssignments(round: Round): NoticeDraft[] {
  const fact = {
    assignmentId: 'a1',
    personId: 'ben',
    personName: 'Ben',
    thing: '2. Leadership',
    href: '/x',
    dueOn: '2016-01-08',
    isResponsible: true,
    by: 'Ann',
    message: 'Please',
    minutes: 10,
  };
  const placeOf = (standing: AssignedFact['standing']): AssignedPlace => ({
    organisationId: 'o1',
    addressKey: 'O1',
    name: 'One',
    round,
    assigned: [{ ...fact, standing }],
  });
  const steps = ['assign', 'change', 'end', 'remind'].flatMap((step) => {
    const detail = { assignments: ['a1'], reason: 'No', note: 'Soon' };
    const done = {
      chain: 'x:1',
      action: `assignment.${step}`,
      personId: 'ann',
      onBehalfOf: '',
      at: new Date(0),
      detail,
    };
    return assignmentNotices(happeningOf(done, 'Ann'), placeOf(step === 'end' ? 'ended' : 'to-do'));
  });
  return [
    ...steps,
    ...assignmentReminders(placeOf('to-do'), '2016-01-07'),
    ...assignmentReminders(placeOf('overdue'), '2016-01-09'),
    ...assignmentReminders(placeOf('left'), '2016-01-09'),
  ];
}
