import { KEPT_DAYS, type Typed } from './typed.ts';

/** What somebody reads of what they typed before. */
export interface TypedWords {
  readonly heading: string;
  readonly text: string;
}

export interface Situation {
  readonly isSignedIn: boolean;
  /** Not there any more, as it was, or saying something else. */
  readonly form: 'gone' | 'as it was' | 'changed';
}

/** Said over a form that has what was typed in it again. */
export function putBackWords({ at, state }: Typed): TypedWords {
  return {
    heading: 'What you typed is back in the form',
    text: `You typed it on ${formatMoment(at)}. ${savedOrNot(state)}`,
  };
}

/** Said where what was typed is offered, and the form left alone. */
export function offeredWords({ at, state }: Typed, { isSignedIn, form }: Situation): TypedWords {
  const sentences = [
    savedOrNot(state),
    ...(form === 'gone' ? ['The form that you typed it into is not on this page any more: copy what you need.'] : []),
    ...(form === 'changed' ? ['The form has changed since: compare the two before you send anything.'] : []),
    isSignedIn
      ? `Only this browser keeps it: until you send it, discard it or sign out, and for ${KEPT_DAYS} days at most.`
      : 'Only this tab keeps it, until you send it, discard it or close the tab.',
  ];
  return { heading: `You typed something here on ${formatMoment(at)}`, text: sentences.join(' ') };
}

/** Said under a form that is being filled in. */
export function keptWords(isSignedIn: boolean): string {
  return isSignedIn
    ? 'Not sent yet. What you type is kept in this browser, until you send it or sign out.'
    : 'Not sent yet. What you type is kept in this tab, until you send it or close the tab.';
}

/** Said under a form whose text the browser has no room for, or keeps nothing of. */
export const notKeptWords =
  'Not sent yet. This browser has no room to keep what you type: it is lost if you leave before you send it.';

function savedOrNot(state: Typed['state']): string {
  return state === 'typed'
    ? 'It is not saved yet.'
    : 'You sent it, but it is not certain that it arrived: look before you send it again.';
}

function formatMoment(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at);
}
