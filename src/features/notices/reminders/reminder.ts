import { daysBetween } from '../../../platform/days.ts';
import type { LetterKind } from '../../programme/index.ts';
import type { Audience, NoticeDraft } from '../notice-draft.ts';

/** An organisation or footprint that is asked in a round, and whom a letter about that is for. */
export interface AskedPlace {
  readonly roundId: string;
  readonly roundLabel: string;
  /** Id of the organisation or footprint. */
  readonly placeId: string;
  readonly name: string;
  readonly href: string;
  readonly to: readonly Audience[];
}

/** One that has not submitted, in a round that is open. */
export interface Unsubmitted extends AskedPlace {
  /** Its own deadline, as an ISO date. */
  readonly dueOn: string;
  /** The day on which its round opened by itself; null where somebody opened it, which is told at once. */
  readonly openedOn: string | null;
}

const DAYS_BEFORE = [1, 3, 14];
/** So long after a deadline people are still reminded of it; whatever is longer over they know, or it is of another time. */
const LONGEST_OVERDUE_DAYS = 14;

/** Which of the reminders of a deadline has its time on a day; null where none has. */
export function reminderOn(dueOn: string, today: string): string | null {
  const daysLeft = daysBetween(today, dueOn);
  if (daysLeft < 0) {
    return daysLeft < -LONGEST_OVERDUE_DAYS ? null : 'overdue';
  }
  const before = DAYS_BEFORE.find((days) => daysLeft <= days);
  return before === undefined ? null : `${before} days before`;
}

const DAYS_OPEN = 3;

/** Whether a day is among the first of a round: a service that was stopped on the very first tells of it later. */
export function isJustOpen(openedOn: string | null, today: string): boolean {
  const days = openedOn === null ? -1 : daysBetween(openedOn, today);
  return days >= 0 && days < DAYS_OPEN;
}

/** That a round has opened by itself, to be said in its first days; null later, and where somebody opened it. */
export function openingOf(unsubmitted: Unsubmitted, deadline: string, today: string): NoticeDraft | null {
  const { roundId, roundLabel: round, placeId, name: organisation, openedOn, href, to } = unsubmitted;
  return isJustOpen(openedOn, today)
    ? {
        kind: 'round-opened',
        to,
        href,
        known: { organisation, round, deadline },
        once: [roundId, placeId, 'opened on', openedOn].join(' '),
      }
    : null;
}

/** What is to be said today, of itself, of something that was not submitted; null for nothing. A deadline that was extended is another one. */
export function reminderOf(unsubmitted: Unsubmitted, deadline: string, today: string): NoticeDraft | null {
  const { roundId, placeId, dueOn } = unsubmitted;
  const reminder = reminderOn(dueOn, today);
  return reminder === null
    ? null
    : { ...draftOf(unsubmitted, deadline, today), once: [roundId, placeId, dueOn, reminder].join(' ') };
}

/** The same where somebody has people reminded, whenever that is; once a day, however often it is asked for. */
export function askedReminderOf(unsubmitted: Unsubmitted, deadline: string, today: string): NoticeDraft {
  const { roundId, placeId } = unsubmitted;
  return { ...draftOf(unsubmitted, deadline, today), once: [roundId, placeId, 'asked for on', today].join(' ') };
}

function draftOf(unsubmitted: Unsubmitted, deadline: string, today: string): NoticeDraft {
  const { roundLabel: round, name: organisation, dueOn, href, to } = unsubmitted;
  const daysLeft = daysBetween(today, dueOn);
  const kind: LetterKind = daysLeft < 0 ? 'deadline-passed' : 'deadline-near';
  return { kind, to, href, known: { organisation, round, deadline, when: whenInWords(daysLeft) } };
}

/** A deadline so many days ahead, to follow “is due”. */
export function whenInWords(daysLeft: number): string {
  if (daysLeft <= 0) {
    return 'today';
  }
  return daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
}
