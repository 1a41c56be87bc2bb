import { targetOf } from './answered-form.ts';
import { SAVED } from './save-by-itself.ts';
import { ontoPage, saysTheSame, standingOf, type Typed, type TypedValues } from './typed.ts';
import { fill, madeAnew, servedValuesOf, stampsOf, textsOf, valuesOf } from './typed-form.ts';
import { typedNotice } from './typed-notice.ts';
import { type TypedKey, typedStore } from './typed-store.ts';
import { keptWords, notKeptWords, offeredWords, putBackWords, type Situation } from './typed-words.ts';

const LINE = 'ldr-kept-line';

interface Place {
  /** Of what is typed into the form in this tab. */
  readonly own: TypedKey;
  /** Path and query of the page. */
  readonly page: string;
  /** True on a page that refuses this form, and says what was typed into it. */
  readonly isRefused: boolean;
  /** Ends the keeping. */
  readonly signal: AbortSignal;
}

/** One form of a page: what was typed into it before is given back, what is typed now is kept. */
export class TypedInForm {
  readonly #form: HTMLFormElement;
  readonly #place: Place;
  /** What the form says without anything typed. */
  #served: TypedValues;
  #notice: HTMLElement | null = null;

  constructor(form: HTMLFormElement, place: Place) {
    this.#form = form;
    this.#place = place;
    const before = place.isRefused ? typedStore.read(place.own) : null;
    // A form that came back with what was typed does not say what is saved.
    this.#served = before?.served ?? servedValuesOf(form);
  }

  attend(): void {
    const { own, isRefused, signal } = this.#place;
    if (!isRefused) {
      this.#giveBack();
    }
    if (typedStore.read(own) !== null) {
      this.#told(true);
    }
    signal.addEventListener('abort', () => this.#untold());
    this.#form.addEventListener('input', () => this.#keep(), { signal });
    // Without typing there is nothing to lose: a form of a single button is not kept.
    this.#form.addEventListener('submit', () => typedStore.read(own) !== null && this.#write('sent'), { signal });
    this.#form.addEventListener(SAVED, () => this.#saved(), { signal });
  }

  #keep(): void {
    if (saysTheSame(valuesOf(this.#form), this.#served, madeAnew(this.#form))) {
      typedStore.remove(this.#place.own);
    } else {
      this.#told(this.#write('typed'));
    }
  }

  /** Answers whether it is kept. Where there is no room, what was kept before is no more what was typed. */
  #write(state: Typed['state']): boolean {
    const { own, page } = this.#place;
    const [values, texts, target] = [valuesOf(this.#form), textsOf(this.#form), targetOf(this.#form)];
    const isKept = typedStore.write(own, { values, served: this.#served, texts, page, target, at: Date.now(), state });
    if (!isKept) {
      typedStore.remove(own);
    }
    return isKept;
  }

  #saved(): void {
    this.#served = valuesOf(this.#form);
    typedStore.remove(this.#place.own);
    this.#notice?.remove();
  }

  /** Whoever need not be asked before they leave is told so under a form for prose; one that saves itself has a line of its own. */
  #told(isKept: boolean): void {
    const isSignedIn = this.#isSignedIn();
    this.#form.toggleAttribute('data-outlives-tab', isKept && isSignedIn);
    if (this.#form.querySelector('.ldr-saving') === null && this.#form.querySelector('textarea') !== null) {
      const words = isKept ? keptWords(isSignedIn) : notKeptWords;
      const line = this.#line();
      // Read out when it changes, not at every letter.
      if (line.textContent !== words) {
        line.textContent = words;
      }
    }
  }

  /** Once nothing is kept any more, nothing says that it is. */
  #untold(): void {
    this.#form.removeAttribute('data-outlives-tab');
    this.#form.querySelector(`.${LINE}`)?.remove();
  }

  #line(): Element {
    const line = document.createElement('p');
    line.className = `nhsuk-hint ${LINE}`;
    line.setAttribute('role', 'status');
    return this.#form.querySelector(`.${LINE}`) ?? this.#form.appendChild(line);
  }

  #giveBack(): void {
    const { own } = this.#place;
    const anew = madeAnew(this.#form);
    for (const { key, typed } of typedStore.list(({ person, form }) => person === own.person && form === own.form)) {
      const isOfThisTab = key.tab === own.tab;
      const standing = standingOf(typed, { served: this.#served, madeAnew: anew }, isOfThisTab);
      if (standing === 'forgotten') {
        typedStore.remove(key);
      } else if (standing === 'put back') {
        this.#putBack(typed);
      } else if (standing === 'offered') {
        this.#offer(isOfThisTab ? typedStore.putAside(key) : key, typed, anew);
      }
    }
  }

  #putBack(typed: Typed): void {
    fill(this.#form, typed.values);
    const discard = () => {
      typedStore.remove(this.#place.own);
      // What is saved comes from the service, whatever has happened to it since.
      location.reload();
    };
    this.#notice = typedNotice(putBackWords(typed), [], [{ label: 'Discard what I typed', choose: discard }]);
    this.#form.before(this.#notice);
  }

  #offer(key: TypedKey, typed: Typed, anew: ReadonlySet<string>): void {
    const form = saysTheSame(typed.served, this.#served, anew) ? 'as it was' : 'changed';
    const use = { label: 'Use what I typed', choose: () => this.#use(key, typed) };
    this.#form.before(offerOf(key, typed, { isSignedIn: this.#isSignedIn(), form }, [use]));
  }

  /** Changes places with what is in the form, which is offered then. */
  #use(key: TypedKey, typed: Typed): void {
    const { own } = this.#place;
    const current = typedStore.read(own);
    // A form that saves itself is told by its stamps what it would write over; elsewhere its writer has looked at the page.
    const stamps = this.#form.dataset.savesItself === undefined ? stampsOf(this.#form) : new Set<string>();
    if (typedStore.write(own, ontoPage(typed, this.#served, stamps))) {
      typedStore.remove(key);
      if (current !== null) {
        typedStore.write(key, current);
      }
      // The design system's behaviours look at what is chosen when the page comes.
      location.reload();
    }
  }

  #isSignedIn(): boolean {
    return this.#place.own.person !== typedStore.nobody;
  }
}

/** What was typed, to be read and discarded, and whatever else can be done with it. */
export function offerOf(
  key: TypedKey,
  typed: Typed,
  situation: Situation,
  choices: Parameters<typeof typedNotice>[2],
): HTMLElement {
  const discard = () => {
    typedStore.remove(key);
    const next = notice.nextElementSibling;
    notice.remove();
    next?.querySelector<HTMLElement>('a, button, textarea, input:not([type="hidden"]), select')?.focus();
  };
  const all = [...choices, { label: 'Discard what I typed', choose: discard }];
  const notice = typedNotice(offeredWords(typed, situation), typed.texts, all);
  return notice;
}
