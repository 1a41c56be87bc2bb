import type { Clock } from '../../platform/clock.ts';
import { dayOf, parseDay, today } from '../../platform/days.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { formatDate } from '../../views/format.ts';
import type { ProgrammePack } from '../programme/index.ts';

interface ReadingContext {
  readonly pack: Pick<ProgrammePack, 'positionOn'>;
  readonly clock: Clock;
}

/** The day a page shows the directory at. */
export interface Day {
  readonly asAt: string;
  /** The day that pages show unless asked for another. */
  readonly usual: string;
  /** True when the reader asked for a day of their own. */
  readonly isChosen: boolean;
  /** True of a day after the present one. */
  readonly isToCome: boolean;
  /** What was done on this service counts up to this day; null, all of it, unless the reader chose a day. */
  readonly recordedBy: string | null;
  /** What was asked for and is no date; null when there was nothing wrong. */
  readonly refused: string | null;
  /** The same address, on the same day: a chosen day follows the reader from page to page. */
  readonly link: (href: string) => string;
}

/** The day a page shows: members as at it, and what was done on this service up to it. */
export type ReadDay = Pick<Day, 'asAt' | 'recordedBy'>;

/** `?as-at=YYYY-MM-DD`, or the programme's own position date when it is absent or not a date. */
export function readDay(query: unknown, { pack, clock }: ReadingContext): Day {
  const wanted = textOf(postedForm(query), 'as-at');
  const asAt = parseDay(wanted);
  const usual = pack.positionOn;
  if (asAt === null || asAt === usual) {
    const refused = wanted === '' || asAt !== null ? null : wanted.slice(0, 40);
    return { asAt: usual, usual, isChosen: false, isToCome: false, recordedBy: null, refused, link: (href) => href };
  }
  const isToCome = asAt > today(clock);
  return { asAt, usual, isChosen: true, isToCome, recordedBy: asAt, refused: null, link: (href) => onDay(href, asAt) };
}

/** Whether something done at that moment counts on the day: everything does where no day was chosen. */
export function isRecordedBy(at: Date, { recordedBy }: Pick<Day, 'recordedBy'>): boolean {
  return recordedBy === null || dayOf(at) <= recordedBy;
}

/** Up to when assessments and roadmaps are counted, as it follows a comma. */
export function asRecorded(day: Pick<Day, 'recordedBy' | 'isToCome'>): string {
  const pastDay = recordedByPastDay(day);
  return pastDay === null ? 'as it stands today' : `as recorded on this service by ${formatDate(pastDay)}`;
}

/** The day up to which what was done here counts, for words that name it; null where all counts: nothing was done on a day to come. */
export function recordedByPastDay({ recordedBy, isToCome }: Pick<Day, 'recordedBy' | 'isToCome'>): string | null {
  return isToCome ? null : recordedBy;
}

/** An address on another day than the page it stands on. */
export function onDay(href: string, asAt: string): string {
  const [address = '', fragment] = href.split('#', 2);
  const dated = `${address}${address.includes('?') ? '&' : '?'}as-at=${asAt}`;
  return fragment === undefined ? dated : `${dated}#${fragment}`;
}
