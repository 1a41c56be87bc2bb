import { parseDay } from '../../../platform/days.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { asIsoDay, readTypedDay } from '../../../platform/forms/typed-day.ts';

/** Two days to compare, as asked for or as they are unless asked. */
export interface ChangePeriod {
  /** As ISO dates; what is none as it was typed, to be shown again. */
  readonly from: string;
  readonly to: string;
  /** Nothing can be compared while there are any. */
  readonly errors: readonly FieldError[];
}

/** Two days from what was typed; a year up to `usual`, the day pages show, where nothing was. */
export function changePeriod(typed: { readonly from: string; readonly to: string }, usual: string): ChangePeriod {
  const to = typed.to === '' ? usual : asIsoDay(typed.to);
  const from = typed.from === '' ? yearBefore(parseDay(to) ?? usual) : asIsoDay(typed.from);
  const wrong = [dayError('from', from, usual), dayError('to', to, usual)].filter((error) => error !== null);
  const order =
    wrong.length === 0 && from >= to ? [{ field: 'to', message: 'The second day must come after the first' }] : [];
  return { from, to, errors: [...wrong, ...order] };
}

function dayError(field: 'from' | 'to', text: string, usual: string): FieldError | null {
  const which = field === 'from' ? 'first' : 'second';
  const read = readTypedDay(text, usual);
  return 'wrong' in read ? { field, message: `The ${which} day ${read.wrong}` } : null;
}

/** The same day a year before; the last of February where there is none. */
function yearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace('-29', '-28') : before;
}
