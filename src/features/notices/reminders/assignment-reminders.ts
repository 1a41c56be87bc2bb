import { paths } from '../../../paths.ts';
import { daysBetween } from '../../../platform/days.ts';
import { formatDate } from '../../../views/format.ts';
import type { AssignedFact, AssignedPlace } from '../../assessment/index.ts';
import { answerersOf, hrefOf, linesOf, minutesOf, placeKnown } from '../assignment-notices.ts';
import type { NoticeDraft } from '../notice-draft.ts';
import { reminderOn, whenInWords } from './reminder.ts';

/**
 * What is to be said of assignments on a day, of itself: to whoever has something shortly before it is due and once it is overdue; to
 * those who coordinate once more is overdue than they were told, and where somebody who had something has no role any more.
 */
export function assignmentReminders(place: AssignedPlace, today: string): NoticeDraft[] {
  const waited = place.assigned.filter(({ standing }) => standing === 'to-do' || standing === 'overdue');
  const byPersonAndDay = Map.groupBy(waited, ({ personId, dueOn }) => `${personId} ${dueOn}`);
  return [
    ...[...byPersonAndDay.values()].flatMap((own) => personReminder(place, own, today)),
    ...overdueDigest(place, waited),
    ...leftDigests(place),
  ];
}

function personReminder(place: AssignedPlace, own: readonly AssignedFact[], today: string): NoticeDraft[] {
  const [first] = own;
  const reminder = first === undefined ? null : reminderOn(first.dueOn, today);
  // Sections are given out for days rather than weeks: so long before there is nothing to remind of.
  if (first === undefined || reminder === null || reminder === '14 days before') {
    return [];
  }
  return [
    {
      kind: reminder === 'overdue' ? 'assignment-overdue' : 'assignment-near',
      to: [answerersOf(place, [first.personId])],
      href: hrefOf(place, own),
      known: {
        ...placeKnown(place),
        sections: linesOf(own),
        minutes: minutesOf(own),
        when: whenInWords(daysBetween(today, first.dueOn)),
      },
      once: ['assignments', place.round.id, place.organisationId, first.dueOn, reminder].join(' '),
    },
  ];
}

function overdueDigest(place: AssignedPlace, waited: readonly AssignedFact[]): NoticeDraft[] {
  const overdue = waited.filter(({ standing }) => standing === 'overdue');
  const last = overdue.at(-1);
  return last === undefined
    ? []
    : [toCoordinators(place, 'assignments-overdue', overdue, { show: 'overdue' }, `overdue ${last.dueOn}`)];
}

function leftDigests(place: AssignedPlace): NoticeDraft[] {
  const left = place.assigned.filter(({ standing }) => standing === 'left');
  return [...Map.groupBy(left, ({ personId }) => personId)].map(([personId, own]) => {
    const draft = toCoordinators(place, 'assignments-of-nobody', own, { by: 'person' }, `left ${personId}`);
    return { ...draft, known: { ...draft.known, other: own[0]?.personName ?? '' } };
  });
}

function toCoordinators(
  place: AssignedPlace,
  kind: 'assignments-overdue' | 'assignments-of-nobody',
  facts: readonly AssignedFact[],
  query: { readonly show?: string; readonly by?: string },
  once: string,
): NoticeDraft {
  const { organisationId, addressKey, round } = place;
  return {
    kind,
    to: [{ roles: ['coordinator'], scopeKind: 'organisation', scopeIds: [organisationId] }],
    href: paths.assignments(addressKey, round.id, { ...query }),
    known: {
      ...placeKnown(place),
      sections: facts
        .map(({ personName, thing, dueOn }) => `- ${personName}: ${thing}, due on ${formatDate(dueOn)}`)
        .join('\n'),
    },
    once: ['assignments', round.id, organisationId, once].join(' '),
  };
}
