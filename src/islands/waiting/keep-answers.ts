import { SIGNED_OUT } from '../keep-typed.ts';
import { AnswerSender } from './answer-sender.ts';
import { AnswersForm } from './answers-form.ts';
import { BY_QUESTION } from './by-question.ts';
import { nextToSend } from './waiting.ts';
import { showNotice, waitingNotice } from './waiting-notice.ts';
import { type KeptWaiting, waitingStore } from './waiting-store.ts';
import { waitingWords } from './waiting-words.ts';

/**
 * Keeps the answers of a section in the browser until they are stored, and sends them question by question: at once, when the service
 * can be reached again, or from the next page that their writer opens. Whatever page that is says what waits.
 */
export function keepAnswers(): void {
  const { person } = document.body.dataset;
  waitingStore.forgetWhoLeft(person);
  if (person !== undefined) {
    new Answers(person).attend();
  }
}

class Answers {
  readonly #person: string;
  readonly #sender: AnswerSender;
  /** Null on a page that is no section to answer. */
  readonly #form: AnswersForm | null;
  readonly #leaving = document.querySelector<HTMLFormElement>('form[data-ends-session]');
  #isEnded = false;

  constructor(person: string) {
    this.#person = person;
    this.#sender = new AnswerSender(person, {
      onTaken: (sent) => this.#form?.taken(sent),
      onChange: () => this.#tell(),
    });
    const form = document.querySelector<HTMLFormElement>(`form[data-saves-itself="${BY_QUESTION}"]`);
    this.#form = form === null ? null : new AnswersForm(form, person, this.#sender);
  }

  attend(): void {
    this.#form?.attend();
    this.#leaving?.addEventListener('submit', () => waitingStore.markLeaving(this.#person));
    new BroadcastChannel(SIGNED_OUT).addEventListener('message', () => this.#end());
    addEventListener('online', () => this.#sendIfAny());
    document.addEventListener('visibilitychange', () => this.#sendIfAny());
    this.#sendIfAny();
    this.#tell();
  }

  #sendIfAny(): void {
    if (waitingStore.list(this.#person).some(({ waiting }) => nextToSend(waiting) !== null)) {
      void this.#sender.send();
    }
  }

  #tell(): void {
    this.#form?.tell();
    // A page that sends a form back says itself what became of it.
    const all = waitingStore.list(this.#person).filter(({ key }) => this.#form?.speaksOf(key) !== true);
    const isWorthSaying = this.#sender.failure !== null || all.some(({ waiting }) => waiting.held !== null);
    showNotice(
      all.length > 0 && !this.#isEnded && (isWorthSaying || this.#leaving !== null) ? this.#notice(all) : null,
    );
  }

  #notice(all: readonly KeptWaiting[]): HTMLElement {
    const { failure } = this.#sender;
    const words = waitingWords(
      all.map(({ waiting }) => waiting),
      failure,
      this.#leaving !== null,
    );
    return waitingNotice(words, all, {
      tryAgain: failure === null ? null : () => this.#sendIfAny(),
      discard: (kept) => {
        waitingStore.write(kept.key, null);
        // What is stored comes from the service, whatever has happened to it since.
        location.reload();
      },
    });
  }

  #end(): void {
    this.#isEnded = true;
    this.#sender.end();
    this.#form?.end();
    showNotice(null);
  }
}
