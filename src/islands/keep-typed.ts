import { isAnswer, isRelay, markRelayed, returnToForm, settleWhatWasSent } from './answered-form.ts';
import { isExpired } from './typed.ts';
import { hasSecret } from './typed-form.ts';
import { offerOf, TypedInForm } from './typed-in-form.ts';
import { type TypedKey, typedStore } from './typed-store.ts';
import { BY_QUESTION } from './waiting/by-question.ts';

/** By which tabs of one browser tell each other that somebody signed out. */
export const SIGNED_OUT = 'ldr-signed-out';
const channel = new BroadcastChannel(SIGNED_OUT);

/**
 * Keeps what is typed into any form until it is sent, and gives it back on the form's page: of whoever is signed in in the browser, of
 * anybody else in the tab. Pages of a person are not stored by the browser, which therefore forgets the fields with them. Everything
 * is forgotten on signing out; passwords, codes and files are never kept. A form that is saved question by question has a way of its own.
 */
export function keepTyped(): void {
  returnToForm();
  const keeping = new Keeping();
  keeping.forgetOthers();
  keeping.attendForms();
  if (document.querySelector('.nhsuk-error-summary') === null) {
    document.querySelector<HTMLElement>('.ldr-typed-before')?.focus();
  }
}

class Keeping {
  readonly #person = document.body.dataset.person ?? typedStore.nobody;
  readonly #tab = typedStore.tab();
  readonly #page = location.pathname + location.search;
  /** Once somebody has signed out, here or in another tab, nothing is kept any more. */
  readonly #end = new AbortController();

  /** Whoever sits at the browser now sees nothing of whoever sat there before, and nobody anything that is old. */
  forgetOthers(): void {
    const { nobody } = typedStore;
    const isOfAnother = ({ person }: TypedKey) => this.#person !== nobody && ![this.#person, nobody].includes(person);
    const now = Date.now();
    for (const key of typedStore.keys()) {
      const typed = typedStore.read(key);
      if (typed === null || isExpired(typed, now) || isOfAnother(key)) {
        typedStore.remove(key);
      }
    }
  }

  attendForms(): void {
    channel.addEventListener('message', () => this.#forgetAll());
    const refused = settleWhatWasSent(this.#person, this.#tab);
    const names = [...document.querySelectorAll<HTMLFormElement>('form[method="post"]')].flatMap((form, index) => {
      if (form.dataset.savesItself === BY_QUESTION) {
        return [];
      }
      const name = `${this.#page} ${form.getAttribute('action') ?? ''} ${index}`;
      this.#attendForm(form, name, refused.has(name));
      return name;
    });
    // A page that answers a form says itself what was typed into it.
    if (!isAnswer()) {
      this.#offerWhatHasNoForm(names);
    }
  }

  #attendForm(form: HTMLFormElement, name: string, isRefused: boolean): void {
    if (form.dataset.endsSession !== undefined) {
      form.addEventListener('submit', () => {
        this.#forgetAll();
        channel.postMessage(null);
      });
    } else if (isRelay(form)) {
      form.addEventListener('submit', () => markRelayed(form, (key) => this.#isOfThisTab(key)));
    } else if (this.#isSignedIn() || !hasSecret(form)) {
      const own = { person: this.#person, tab: this.#tab, form: name };
      new TypedInForm(form, { own, page: this.#page, isRefused, signal: this.#end.signal }).attend();
    }
  }

  /** What somebody typed into a form that this page had, and has no more. */
  #offerWhatHasNoForm(names: readonly string[]): void {
    const isLeft = ({ person, form }: TypedKey) => person === this.#person && !names.includes(form);
    for (const { key, typed } of typedStore.list(isLeft)) {
      if (typed.page === this.#page && typed.texts.length > 0) {
        const notice = offerOf(key, typed, { isSignedIn: this.#isSignedIn(), form: 'gone' }, []);
        document.querySelector('main')?.prepend(notice);
      }
    }
  }

  #forgetAll(): void {
    this.#end.abort();
    typedStore.keys().forEach(typedStore.remove);
  }

  #isOfThisTab({ person, tab }: TypedKey): boolean {
    return person === this.#person && tab === this.#tab;
  }

  #isSignedIn(): boolean {
    return this.#person !== typedStore.nobody;
  }
}
