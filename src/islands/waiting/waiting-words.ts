import { type NoSave, notSavedBecause } from '../saving-words.ts';
import { forgottenAt, type HeldBecause, type Waiting } from './waiting.ts';

export interface WaitingWords {
  readonly heading: string;
  readonly text: string;
}

/** Said of all answers that wait in the browser: how many, since when, why, and until when. */
export function waitingWords(
  waiting: readonly Waiting[],
  failure: NoSave | null,
  /** True on the page that signs out. */
  isLeaving: boolean,
): WaitingWords {
  const oldest = Math.min(...waiting.map(({ since }) => since));
  const areHeld = waiting.filter(({ held }) => held !== null).length;
  const sentences = [
    `Not saved since ${formatMoment(oldest)}.`,
    ...(areHeld < waiting.length && failure !== null ? [whyWaiting(failure)] : []),
    ...(areHeld === 0 ? [] : [areHeld === 1 ? '1 needs you to look at it.' : `${areHeld} need you to look at them.`]),
    isLeaving
      ? 'Signing out removes what waits from this browser. Go back and save it first if you want it to count.'
      : `Kept in this browser alone, until ${formatDay(forgottenAt(oldest))} or until you sign out.`,
  ];
  return { heading: `${countInWords(waiting.length)} in this browser`, text: sentences.join(' ') };
}

/** Said beside an answer that its writer has to look at. */
export function whatToDo(held: HeldBecause): string {
  switch (held) {
    case 'changed':
      return 'Somebody else has changed this answer meanwhile. Open the section and save it: you are shown both answers.';
    case 'locked':
      return 'It came too late: the section is not open to answers any more, because it was sent to be signed or is answered elsewhere now. Nothing of it was taken. If it matters, ask your coordinator to have the answers sent back; once the section is open again, this stands in it for you to save. Otherwise copy what you need and discard it.';
    case 'open again':
      return 'It could not be taken when it was typed, and can be now. It stands in its section: see whether it still holds, and save it there or discard it.';
    case 'wrong':
      return 'Something has to be put right first. Open the section and save it to see what.';
    case 'refused':
      return 'It was not taken: you may no longer answer this question, or it is not asked any more. Copy what you need and discard it.';
  }
}

/** Said under the form of a section once something of it could not be sent. */
export function lineOf(waiting: readonly Waiting[], failure: NoSave | null): string {
  const held = waiting.find((each) => each.held !== null)?.held ?? null;
  if (failure === null && held === 'open again') {
    return 'Not saved: what you typed could not be taken then, and can be now. See whether it still holds, and use the save button.';
  }
  const { words } = notSavedBecause(failure ?? asRefused(held));
  return failure === null ? words : `${words} ${countInWords(waiting.length)} in this browser.`;
}

/** Said once what waited before is in the form again. */
export function backInFormWords(count: number): string {
  return count === 1
    ? 'An answer that you typed before is back in the form. It is not saved yet.'
    : `${count} answers that you typed before are back in the form. They are not saved yet.`;
}

export const noRoomWords =
  'Not saved yet. This browser has no room to keep what you type: it is lost if you leave before it is saved.';

function asRefused(held: HeldBecause | null): NoSave {
  switch (held) {
    case 'locked':
      return { status: 409, code: 'answers-locked' };
    case 'wrong':
      return { status: 422, code: '' };
    case 'refused':
      return { status: 403, code: '' };
    default:
      return { status: 409, code: '' };
  }
}

function whyWaiting(failure: NoSave): string {
  const { status } = failure;
  if (notSavedBecause(failure).next === 'in a while') {
    return status === null
      ? 'The service cannot be reached: what waits is sent as soon as it can.'
      : 'The service does not take anything just now: sending is tried again.';
  }
  return status === 401
    ? 'You are signed out: what waits is sent once you have signed in again.'
    : 'The page has been open for too long: what waits is sent once you open it again.';
}

function countInWords(count: number): string {
  return count === 1 ? '1 answer waits' : `${count} answers wait`;
}

function formatMoment(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

function formatDay(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(at);
}
