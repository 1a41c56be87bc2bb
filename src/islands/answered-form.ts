import { marksIn, targetsSince } from './answered-cookie.ts';
import { type TypedKey, typedStore } from './typed-store.ts';

const SENT_FROM = 'ldr-sent-from';
/** What the service had said when a form was sent from this tab. */
const ANSWERED_BEFORE = 'ldr-answered-before';
const relay = 'data-sends-kept';

/**
 * Gives a page that answers a form without a redirect the address of the page that the form is on: one comes back to that, instead of
 * being asked to send the form again. A browser that stores nothing shows the address it knows.
 */
export function returnToForm(): void {
  const from = takeSentFrom();
  if (from !== null && isAnswer()) {
    history.replaceState(history.state, '', from);
  }
  // At the window, after whatever keeps a form from being sent.
  addEventListener('submit', (event) => {
    if (!event.defaultPrevented && event.target instanceof HTMLFormElement && event.target.method === 'post') {
      keepSentFrom();
    }
  });
}

/** True for a page that answers a form, instead of leading on from it. */
export function isAnswer(): boolean {
  return answer() !== undefined;
}

function answer(): string | undefined {
  return document.body.dataset.answersForm;
}

/** True for a form that sends on, from a page between, what was typed into another. */
export function isRelay(form: HTMLFormElement): boolean {
  return form.hasAttribute(relay);
}

/** Where a form is sent: path and query. */
export function targetOf(form: HTMLFormElement): string {
  const { pathname, search } = new URL(form.getAttribute('action') ?? '', location.href);
  return pathname + search;
}

/** What was typed into a form is sent once a page between sends it on. */
export function markRelayed(form: HTMLFormElement, isOwn: (key: TypedKey) => boolean): void {
  for (const { key, typed } of typedStore.list(isOwn)) {
    if (typed.target === targetOf(form)) {
      typedStore.write(key, { ...typed, state: 'sent' });
    }
  }
}

/**
 * What was sent from this tab and taken is forgotten: the service says so on the page that answers, or by a cookie where it leads on.
 * Returns the forms that this page sends back: it says itself what was typed into them. Whoever's session has ended is nobody to the page that says so, and goes on after signing in.
 */
export function settleWhatWasSent(person: string, tab: string): ReadonlySet<string> {
  const answered = targetsSince(answeredBefore(), document.cookie);
  const sent = typedStore.list((each) => each.tab === tab).filter(({ typed }) => typed.state === 'sent');
  for (const { key, typed } of sent) {
    const isTaken = answered.has(typed.target) || answer() === 'taken';
    if (isTaken && key.person === person) {
      typedStore.remove(key);
    } else {
      typedStore.write(key, { ...typed, state: answer() === 'refused' ? 'typed' : 'uncertain' });
    }
  }
  return new Set(isAnswer() ? sent.map(({ key }) => key.form) : []);
}

function takeSentFrom(): string | null {
  try {
    const from = sessionStorage.getItem(SENT_FROM);
    sessionStorage.removeItem(SENT_FROM);
    return from;
  } catch {
    return null;
  }
}

function answeredBefore(): string {
  try {
    return sessionStorage.getItem(ANSWERED_BEFORE) ?? '';
  } catch {
    return '';
  }
}

function keepSentFrom(): void {
  try {
    sessionStorage.setItem(SENT_FROM, location.pathname + location.search);
    sessionStorage.setItem(ANSWERED_BEFORE, marksIn(document.cookie));
  } catch {
    // Then the page that answers keeps its own address.
  }
}
