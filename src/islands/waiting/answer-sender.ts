import { askToSave, type SaveReply } from '../ask-to-save.ts';
import { type NoSave, notSavedBecause } from '../saving-words.ts';
import { afterAnswer, nextToSend, type Outcome, type Waiting, whenSent } from './waiting.ts';
import { type KeptWaiting, type WaitingKey, waitingStore } from './waiting-store.ts';

const UNTIL_NEXT_TRY = 10_000;
/** After which what was sent may or may not have arrived. */
const UNTIL_GIVEN_UP = 20_000;
/** A page of everybody who is signed in, with a form. */
const PAGE_WITH_TOKEN = '/sign-out';
/** By which the tabs of a browser send one after another. */
const LOCK = 'ldr-waiting';

export interface Sent {
  readonly key: WaitingKey;
  readonly saved: SaveReply;
  /** As it was sent. */
  readonly waiting: Waiting;
}

interface Told {
  readonly onTaken: (sent: Sent) => void;
  /** After every round of sending, and where one begins. */
  readonly onChange: () => void;
}

/** Sends the answers of a person that wait in the browser, question by question, and again in a while where the service cannot be reached. */
export class AnswerSender {
  readonly #person: string;
  readonly #told: Told;
  #token = document.querySelector<HTMLInputElement>('[name="_csrf"]')?.value ?? null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #failure: NoSave | null = null;
  /** Asked for while it was at it: what was typed since may have come after its last look. */
  #isAskedAgain = false;
  #isEnded = false;

  constructor(person: string, told: Told) {
    this.#person = person;
    this.#told = told;
  }

  /** Why nothing could be sent at the last try; null where something could, or nothing was tried. */
  get failure(): NoSave | null {
    return this.#failure;
  }

  get isSending(): boolean {
    return this.#sending !== null;
  }

  /** True where the service answers, as far as is known. */
  get isWithinReach(): boolean {
    const isTriedAgain = this.#failure !== null && notSavedBecause(this.#failure).next === 'in a while';
    return navigator.onLine && !isTriedAgain;
  }

  sendAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#isEnded) {
      this.#timer = setTimeout(() => void this.send(), milliseconds);
    }
  }

  /** Sends all that can be sent now; what is typed meanwhile too. */
  send(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending !== null) {
      this.#isAskedAgain = true;
      return this.#sending;
    }
    this.#sending = this.#sendInTurn().finally(() => this.#rest());
    this.#told.onChange();
    return this.#sending;
  }

  #rest(): void {
    this.#sending = null;
    this.#told.onChange();
    const isAskedAgain = this.#isAskedAgain;
    this.#isAskedAgain = false;
    if (this.#failure !== null) {
      if (notSavedBecause(this.#failure).next === 'in a while') {
        this.sendAfter(UNTIL_NEXT_TRY);
      }
    } else if (isAskedAgain && this.#next() !== undefined) {
      this.sendAfter(0);
    }
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#timer);
  }

  #sendInTurn(): Promise<void> {
    // Locks are there on a secure connection alone; without them the service sorts out what two tabs send at once.
    const { locks } = navigator as { readonly locks?: LockManager };
    return locks === undefined ? this.#sendAll() : locks.request(LOCK, () => this.#sendAll());
  }

  async #sendAll(): Promise<void> {
    this.#failure = null;
    let next = this.#next();
    while (next !== undefined && this.#failure === null && !this.#isEnded) {
      await this.#sendOne(next);
      next = this.#next();
    }
  }

  #next(): KeptWaiting | undefined {
    return waitingStore.list(this.#person).find(({ waiting }) => nextToSend(waiting) !== null);
  }

  async #sendOne({ key, waiting }: KeptWaiting): Promise<void> {
    const said = nextToSend(waiting) ?? waiting.said;
    if (!waitingStore.write(key, whenSent(waiting, said))) {
      // Without room it cannot be told apart from what is typed meanwhile: its page says so.
      this.#failure = { status: null, code: '' };
      return;
    }
    const answer = await this.#ask(key, { ...waiting, said });
    const outcome = outcomeOf(key, answer);
    if ('status' in answer && outcome.kind === 'unknown') {
      this.#failure = answer;
    }
    waitingStore.write(key, afterAnswer(waitingStore.read(key), { said, over: waiting.over }, outcome));
    if ('words' in answer) {
      this.#told.onTaken({ key, saved: answer, waiting: { ...waiting, said } });
    }
  }

  async #ask(key: WaitingKey, { said, over }: Waiting): Promise<SaveReply | NoSave> {
    const fields = [...said, [`revision-${key.question}`, over] as const];
    const answer = this.#token === null ? expired : await this.#post(key.target, fields, this.#token);
    if (!('status' in answer) || answer.code !== expired.code) {
      return answer;
    }
    const token = await this.#fetchToken();
    return typeof token === 'string' ? this.#post(key.target, fields, token) : token;
  }

  #post(target: string, fields: readonly (readonly [string, string])[], token: string): Promise<SaveReply | NoSave> {
    return askToSave(target, [['_csrf', token], ...fields], {
      signal: AbortSignal.timeout(UNTIL_GIVEN_UP),
      // A page that is being left still sends what is short.
      keepalive: document.visibilityState === 'hidden',
    });
  }

  /** For a page without a form, and for one that is older than the session: made for the same person, or nothing is sent. */
  async #fetchToken(): Promise<string | NoSave> {
    try {
      const response = await fetch(PAGE_WITH_TOKEN, { signal: AbortSignal.timeout(UNTIL_GIVEN_UP), cache: 'no-store' });
      if (!response.ok) {
        return { status: response.status, code: '' };
      }
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const token = page.querySelector<HTMLInputElement>('[name="_csrf"]')?.value;
      if (page.body.dataset.person !== this.#person || token === undefined) {
        return { status: 401, code: '' };
      }
      this.#token = token;
      return token;
    } catch {
      return { status: null, code: '' };
    }
  }
}

const expired: NoSave = { status: 403, code: 'form-expired' };

/** What an answer of the service means for what was sent. */
function outcomeOf({ question }: WaitingKey, answer: SaveReply | NoSave): Outcome {
  if ('words' in answer) {
    return { kind: 'taken', over: answer.fields[`revision-${question}`] ?? null };
  }
  const { status, code } = answer;
  switch (status) {
    case 409:
      return { kind: 'held', held: code === 'answers-locked' ? 'locked' : 'changed' };
    case 413:
    case 422:
      return { kind: 'held', held: 'wrong' };
    case 403:
    case 404:
      return code === expired.code ? { kind: 'unknown' } : { kind: 'held', held: 'refused' };
    default:
      return { kind: 'unknown' };
  }
}
