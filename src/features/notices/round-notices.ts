import type { LetterKind } from '../programme/index.ts';
import type { NoticeDraft } from './notice-draft.ts';
import type { AskedPlace } from './reminders/reminder.ts';

/** Something that is not submitted in a round, with its own deadline in words. */
export type WaitingPlace = Pick<AskedPlace, 'name' | 'roundLabel' | 'href' | 'to'> & { readonly deadline: string };

/** What is said to those who have signed, where a day is set on which everybody reads it; `when`: that day in words. */
export function resultsDayNotices(
  { by, reason, when }: { readonly by: string; readonly reason: string; readonly when: string },
  places: readonly Pick<AskedPlace, 'name' | 'roundLabel' | 'href' | 'to'>[],
): NoticeDraft[] {
  return places.map(({ name: organisation, roundLabel: round, href, to }) => {
    return { kind: 'results-day-set', to, href, known: { organisation, round, by, reason, when } };
  });
}

interface RoundChange {
  readonly kind: Extract<LetterKind, 'round-opened' | 'deadline-extended' | 'round-closed'>;
  /** Who changed it, and why. */
  readonly by: string;
  readonly reason: string;
}

/** What is said to those who have not submitted, where a round was opened, extended or closed. */
export function roundNotices({ kind, by, reason }: RoundChange, places: readonly WaitingPlace[]): NoticeDraft[] {
  return places.map(({ name: organisation, roundLabel: round, deadline, href, to }) => {
    return { kind, to, href, known: { organisation, round, deadline, by, reason } };
  });
}
