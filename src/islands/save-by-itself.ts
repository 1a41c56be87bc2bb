import { askToSave, type SaveReply, showSaved } from './ask-to-save.ts';
import { type NoSave, notSavedBecause } from './saving-words.ts';

/** Told to a form whose words are stored now. */
export const SAVED = 'ldr:saved';

/** From the last letter typed, and from a choice, until it is saved. */
const PAUSE = { typing: 5000, choosing: 1000 };
/** Whoever types on and on is saved all the same. */
const LONGEST_PAUSE = 30_000;
const UNTIL_NEXT_TRY = 10_000;

/** Saves the forms of a page that ask for it as a whole, while somebody is still typing, and says how that went. */
export function saveByItself(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-saves-itself=""]')) {
    new SavingForm(form).attend();
  }
}

class SavingForm {
  readonly #form: HTMLFormElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest letter was typed that is not saved; null where everything is. */
  #unsavedSince: number | null = null;
  #saving: Promise<void> | null = null;
  #isSent = false;
  #isRefused = false;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  attend(): void {
    this.#form.addEventListener('input', () => this.#changed(PAUSE.typing));
    this.#form.addEventListener('change', ({ target }) => {
      const isChoice = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
      this.#changed(isChoice || target instanceof HTMLSelectElement ? PAUSE.choosing : PAUSE.typing);
    });
    this.#form.addEventListener('submit', (event) => this.#send(event));
    addEventListener('online', () => this.#unsavedSince !== null && this.#save());
    addEventListener('beforeunload', (event) => {
      if ((this.#unsavedSince !== null || this.#saving !== null) && !this.#isSent) {
        event.preventDefault();
      }
    });
  }

  #changed(pause: number): void {
    const now = Date.now();
    this.#unsavedSince ??= now;
    if (!this.#isRefused) {
      this.#say('Not saved yet');
      this.#saveAfter(Math.min(pause, Math.max(0, this.#unsavedSince + LONGEST_PAUSE - now)));
    }
  }

  #saveAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), milliseconds);
  }

  /** Whoever presses the button while a save is under way is sent after it, over what that save has stored. */
  #send(event: SubmitEvent): void {
    clearTimeout(this.#timer);
    if (this.#saving === null) {
      this.#isSent = true;
      return;
    }
    event.preventDefault();
    void this.#saving.then(() => this.#form.requestSubmit(event.submitter));
  }

  #save(): void {
    if (this.#saving === null && !this.#isSent) {
      clearTimeout(this.#timer);
      this.#saving = this.#ask().finally(() => {
        this.#saving = null;
      });
    }
  }

  async #ask(): Promise<void> {
    const since = this.#unsavedSince;
    this.#unsavedSince = null;
    this.#say('Saving …');
    const target = this.#form.getAttribute('action') ?? location.href;
    const fields = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)] as const);
    const answer = await askToSave(target, fields);
    if ('words' in answer) {
      this.#saved(answer);
    } else {
      this.#notSaved(since, answer);
    }
  }

  /** What needs its writer waits for them, and what has to be put right for a change; anything else is tried again. */
  #notSaved(since: number | null, why: NoSave): void {
    const { words, next } = notSavedBecause(why);
    this.#unsavedSince = since ?? this.#unsavedSince;
    this.#isRefused = next === 'when sent';
    this.#say(words);
    if (next === 'in a while') {
      this.#saveAfter(UNTIL_NEXT_TRY);
    }
  }

  #saved(answer: SaveReply): void {
    showSaved(this.#form, answer);
    if (this.#unsavedSince === null) {
      this.#say(answer.words);
      this.#form.dispatchEvent(new Event(SAVED));
    } else {
      this.#saveAfter(PAUSE.typing);
    }
  }

  #say(words: string): void {
    const line = this.#form.querySelector<HTMLElement>('.ldr-saving');
    if (line !== null && line.textContent !== words) {
      line.hidden = false;
      line.textContent = words;
    }
  }
}
