import { type Instrument, questionsFor, wholeOrganisation } from '../programme/index.ts';
import type { ThreadSubject } from '../threads/index.ts';

/**
 * Whether a thread is about something that is asked of the organisation no more: a care setting that it has left out, or, of what was answered once,
 * a question that is put to none of those it answers for. It has no page of its own then.
 */
export function isLeftOut(
  { part, key }: Pick<ThreadSubject, 'part' | 'key'>,
  instrument: Instrument,
  settings: readonly string[],
): boolean {
  return part === wholeOrganisation
    ? !settings.some((setting) => questionsFor(instrument, setting).some(({ id }) => id === key))
    : !settings.includes(part);
}
