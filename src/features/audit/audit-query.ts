import { decodeCursor, encodeCursor, listMark } from '../../platform/cursor.ts';
import { type FieldError, type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../platform/forms/typed-day.ts';
import type { PageKey } from '../../platform/page.ts';

/** Which events are asked for; empty text asks for all. */
export interface AuditFilter {
  /** A chain, or the kind of chain before its colon. */
  readonly chain: string;
  /** Part of a name or an e-mail address. */
  readonly person: string;
  /** A day where the programme is, `YYYY-MM-DD`. */
  readonly day: string;
}

export interface AuditQuery {
  readonly filter: AuditFilter;
  /** Only events older than the one with this key; null from the newest. */
  readonly before: PageKey | null;
  readonly errors: readonly FieldError[];
}

const LONGEST = 200;

/** Reads what the address asks for. A day that is none is told, and no day is asked for then. `today`: an ISO date. */
export function readAuditQuery(query: PostedForm, today: string): AuditQuery {
  const text = (name: string) => textOf(query, name).slice(0, LONGEST).toWellFormed();
  const { day, errors } = readDay(text('day').trim(), today);
  return {
    filter: { chain: text('chain'), person: text('person'), day },
    before: keyIn(textOf(query, 'before')),
    errors,
  };
}

function readDay(text: string, today: string): { readonly day: string; readonly errors: readonly FieldError[] } {
  if (text === '') {
    return { day: '', errors: [] };
  }
  const read = readTypedDay(text, today);
  return 'wrong' in read
    ? { day: '', errors: [{ field: 'day', message: `The day ${read.wrong}` }] }
    : { day: read.day, errors: [] };
}

const mark = listMark('audit events', {});

/** The place of an event in the list: its moment, chain and place there, as the address carries it. */
export function cursorOf(key: PageKey): string {
  return encodeCursor(mark, key);
}

/** An address that was cut off or typed by hand leads to the newest events. */
function keyIn(cursor: string): PageKey | null {
  const key = decodeCursor(cursor, mark, 3);
  const [at = '', , sequence = ''] = key ?? [];
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  return isMoment && /^\d{1,15}$/.test(sequence) ? key : null;
}
