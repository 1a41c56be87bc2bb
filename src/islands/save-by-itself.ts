import { type NoSave, notSavedBecause } from './saving-words.ts';

/** Told to a form whose words are stored now. */
export const SAVED = 'ldr:saved';

/** From the last letter typed, and from a choice, until it is saved. */
const PAUSE = { typing: 5000, choosing: 1000 };
/** Whoever types on and on is saved all the same. */
const LONGEST_PAUSE = 30_000;
const UNTIL_NEXT_TRY = 10_000;

/** What the service answers when it has saved. */
interface SavedAnswer {
  /** What it has done and when. */
  readonly words: string;
  /** Fields that must be sent with the next save as they are now, such as the revision it is made from. */
  readonly fields: Readonly<Record<string, string>>;
  readonly shown: {
    /** What the page says differently now, by the names in its `data-shown`. */
    readonly texts: Readonly<Record<string, string>>;
    /** Which of its parts it hides now, by the names in its `data-hidden-as`. */
    readonly hidden: Readonly<Record<string, boolean>>;
  };
}

/** Saves the forms of a page that ask for it, while somebody is still typing, and says how that went. */
export function saveByItself(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-saves-itself]')) {
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
    try {
      const response = await fetch(this.#form.getAttribute('action') ?? location.href, {
        method: 'POST',
        body: new URLSearchParams([...new FormData(this.#form)].map(([name, value]) => [name, String(value)])),
        headers: { accept: 'application/json', 'x-saves-itself': '1' },
      });
      if (response.ok) {
        this.#saved((await response.json()) as SavedAnswer);
        return;
      }
      this.#notSaved(since, { status: response.status, code: await codeOf(response) });
    } catch {
      this.#notSaved(since, { status: null, code: '' });
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

  #saved({ words, fields, shown }: SavedAnswer): void {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) {
        field.value = value;
      }
    }
    for (const [name, text] of Object.entries(shown.texts)) {
      for (const element of document.querySelectorAll(`[data-shown="${CSS.escape(name)}"]`)) {
        element.textContent = text;
      }
    }
    for (const [name, isHidden] of Object.entries(shown.hidden)) {
      for (const element of document.querySelectorAll<HTMLElement>(`[data-hidden-as="${CSS.escape(name)}"]`)) {
        element.hidden = isHidden;
      }
    }
    if (this.#unsavedSince === null) {
      this.#say(words);
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

/** What the service says for machines about a refusal; empty where a page says it to people. */
async function codeOf(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) {
    return '';
  }
  const { code } = (await response.json()) as { readonly code: string };
  return code;
}
