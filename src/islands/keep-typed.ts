import { SAVED } from './save-by-itself.ts';
import { type TypedValues, typedStore } from './typed-store.ts';

const NOBODY = 'nobody';

/** By which tabs of one browser tell each other that somebody signed out. */
const channel = new BroadcastChannel('ldr-signed-out');

/**
 * Keeps what is typed until it is sent, so that it is there again when one comes back to the page. Pages of a person are not stored by
 * the browser, which therefore forgets the fields with them. Everything is forgotten on signing out; passwords and files are never kept.
 */
export function keepTyped(): void {
  const person = document.body.dataset.person ?? NOBODY;
  channel.addEventListener('message', forgetAll);
  forgetOthers(person);
  settleWhatWasSent(person);
  for (const [index, form] of document.querySelectorAll<HTMLFormElement>('form[method="post"]').entries()) {
    if (form.dataset.endsSession !== undefined) {
      form.addEventListener('submit', () => {
        forgetAll();
        channel.postMessage(null);
      });
    } else if (form.querySelector('[type="password"]') === null) {
      const where = `${location.pathname}${location.search} ${form.getAttribute('action') ?? ''} ${index}`;
      keepForm(form, typedStore.key(person, where));
    }
  }
}

function keepForm(form: HTMLFormElement, key: string): void {
  putBack(form, key);
  const keep = (isSent: boolean) => typedStore.write(key, { values: valuesOf(form), isSent });
  form.addEventListener('input', () => keep(false));
  form.addEventListener(SAVED, () => typedStore.remove(key));
  // Without typing there is nothing to lose: a form of a single button is not kept.
  form.addEventListener('submit', () => typedStore.read(key) !== null && keep(true));
}

/** A page that has come after sending ends in a redirect where it was taken; anything else leaves what was typed to be sent again. */
function settleWhatWasSent(person: string): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isDone = (navigation?.redirectCount ?? 0) > 0 || document.querySelector('.nhsuk-error-summary') !== null;
  for (const key of typedStore.keys()) {
    const typed = typedStore.read(key);
    if (typed?.isSent !== true) {
      continue;
    }
    if (isDone && typedStore.belongsTo(key, person)) {
      typedStore.remove(key);
    } else {
      typedStore.write(key, { ...typed, isSent: false });
    }
  }
}

function putBack(form: HTMLFormElement, key: string): void {
  const typed = typedStore.read(key);
  if (typed === null) {
    return;
  }
  if (JSON.stringify(typed.values) === JSON.stringify(valuesOf(form))) {
    typedStore.remove(key);
    return;
  }
  fill(form, typed.values);
  const notice = noticeOf(key);
  form.before(notice);
  form.addEventListener(SAVED, () => notice.remove());
}

function noticeOf(key: string): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'nhsuk-inset-text';
  notice.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.textContent = 'What you typed here before is back in the form. It is not saved yet.';
  const discard = document.createElement('button');
  discard.type = 'button';
  discard.className = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small';
  discard.textContent = 'Discard what I typed';
  discard.addEventListener('click', () => {
    typedStore.remove(key);
    // What is saved comes from the service, whatever has happened to it since.
    location.reload();
  });
  notice.append(text, discard);
  return notice;
}

/** The token belongs to the page. The version the text was written over stays with the text, so that a clash is noticed. */
function valuesOf(form: HTMLFormElement): TypedValues {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && name !== '_csrf' ? [[name, value] as const] : [],
  );
}

function fill(form: HTMLFormElement, values: TypedValues): void {
  const left = Map.groupBy(values, ([name]) => name);
  for (const option of form.querySelectorAll<HTMLOptionElement>('select option')) {
    option.selected = isAmong(left.get(option.closest('select')?.name ?? ''), option.value);
  }
  for (const box of form.querySelectorAll<HTMLInputElement>('[type="checkbox"], [type="radio"]')) {
    box.checked = isAmong(left.get(box.name), box.value);
  }
  // Several fields of one name stand in the order in which they were sent.
  const others = 'textarea, input:not([type="checkbox"], [type="radio"], [type="file"])';
  for (const field of form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(others)) {
    const [, value] = left.get(field.name)?.shift() ?? [];
    field.value = value ?? field.value;
  }
}

function isAmong(values: TypedValues | undefined, wanted: string): boolean {
  return values?.some(([, value]) => value === wanted) ?? false;
}

/** Whoever sits at the browser now sees nothing of whoever sat there before. */
function forgetOthers(person: string): void {
  for (const key of typedStore.keys()) {
    if (person !== NOBODY && !typedStore.belongsTo(key, person) && !typedStore.belongsTo(key, NOBODY)) {
      typedStore.remove(key);
    }
  }
}

function forgetAll(): void {
  for (const key of typedStore.keys()) {
    typedStore.remove(key);
  }
}
