import { isAnswer, targetOf } from '../answered-form.ts';
import { showSaved } from '../ask-to-save.ts';
import { SAVED } from '../save-by-itself.ts';
import type { TypedValues } from '../typed.ts';
import { fill, servedValuesOf, valuesOf } from '../typed-form.ts';
import type { AnswerSender, Sent } from './answer-sender.ts';
import {
  afterTyping,
  isSameAnswer,
  nextToSend,
  type TypedAnswer,
  type Waiting,
  whenSent,
  whenServed,
} from './waiting.ts';
import { keyIn, type WaitingKey, waitingStore } from './waiting-store.ts';
import { backInFormWords, lineOf, noRoomWords } from './waiting-words.ts';

/** From the last letter typed, and from a choice, until it is sent. */
const PAUSE = { typing: 5000, choosing: 1000 };
/** Whoever types on and on is saved all the same. */
const LONGEST_PAUSE = 30_000;

/** The form of a section: each question is kept in the browser from its first letter until it is stored, whatever comes between. */
export class AnswersForm {
  readonly #form: HTMLFormElement;
  readonly #person: string;
  readonly #target: string;
  readonly #sender: AnswerSender;
  /** What is stored, as far as the page knows, by question; empty on a page that sends back what was typed. */
  readonly #served = new Map<string, TypedValues>();
  /** Questions whose answers the browser has no room for. */
  readonly #unkept = new Set<string>();
  /** When the oldest letter was typed that was not sent; null where everything was. */
  #typedSince: number | null = null;
  #savedWords = '';
  #hasTyped = false;
  #isSent = false;
  #isEnded = false;

  constructor(form: HTMLFormElement, person: string, sender: AnswerSender) {
    this.#form = form;
    this.#person = person;
    this.#target = targetOf(form);
    this.#sender = sender;
    const served = servedValuesOf(form);
    if (!isAnswer()) {
      for (const question of questionsOf(form)) {
        this.#served.set(question, answerIn(served, question));
      }
    }
  }

  attend(): void {
    if (isAnswer()) {
      this.#meetAnswer();
    } else {
      this.#giveBack();
    }
    this.#form.addEventListener('input', ({ target }) => this.#typed(target, PAUSE.typing));
    this.#form.addEventListener('change', ({ target }) => {
      const isChoice = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
      this.#typed(target, isChoice || target instanceof HTMLSelectElement ? PAUSE.choosing : PAUSE.typing);
    });
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    addEventListener('storage', ({ key, newValue }) => this.#typedInOtherTab(key, newValue));
    addEventListener('beforeunload', (event) => {
      if (this.#unkept.size > 0 && !this.#isSent) {
        event.preventDefault();
      }
    });
  }

  /** What was typed from now on is not kept: its writer has signed out. */
  end(): void {
    this.#isEnded = true;
    this.#say(noRoomWords);
  }

  taken({ key, saved, waiting }: Sent): void {
    if (key.target !== this.#target) {
      return;
    }
    showSaved(this.#form, saved);
    if (saved.fields[`revision-${key.question}`] !== undefined) {
      this.#served.set(key.question, waiting.said);
    }
    this.#savedWords = saved.words;
    this.#form.dispatchEvent(new Event(SAVED));
  }

  /** True for an answer of which the page itself says what became of it. */
  speaksOf({ target }: WaitingKey): boolean {
    return target === this.#target && this.#isSpokenFor();
  }

  /** Says how it stands with what was typed into the form. */
  tell(): void {
    const waiting = this.#waiting().map((each) => each.waiting);
    const isUnderWay = waiting.some((each) => nextToSend(each) !== null);
    if (this.#sender.isSending) {
      this.#typedSince = null;
    }
    if (this.#isEnded || this.#unkept.size > 0) {
      this.#say(noRoomWords);
    } else if (this.#sender.isSending && isUnderWay) {
      this.#say('Saving …');
    } else if (waiting.length === 0) {
      this.#say(this.#savedWords);
    } else if (this.#sender.failure !== null || (!isUnderWay && !this.#isSpokenFor())) {
      this.#say(lineOf(waiting, this.#sender.failure));
    }
  }

  #isSpokenFor(): boolean {
    return isAnswer() && !this.#hasTyped;
  }

  #waiting() {
    return waitingStore.list(this.#person).filter(({ key }) => key.target === this.#target);
  }

  #keyOf(question: string): WaitingKey {
    return { person: this.#person, question, target: this.#target };
  }

  #typed(target: EventTarget | null, pause: number): void {
    const question = questionOf(target);
    if (question === null || this.#isEnded || !questionsOf(this.#form).includes(question)) {
      return;
    }
    const key = this.#keyOf(question);
    const now = Date.now();
    const waiting = afterTyping(waitingStore.read(key), this.#read(question), now);
    if (waitingStore.write(key, waiting)) {
      this.#unkept.delete(question);
    } else {
      this.#unkept.add(question);
    }
    this.#hasTyped = true;
    this.#typedSince ??= now;
    this.#say(this.#unkept.size > 0 ? noRoomWords : 'Not saved yet');
    const longest = Math.max(0, this.#typedSince + LONGEST_PAUSE - now);
    this.#sender.sendAfter(Math.min(pause, longest));
  }

  #read(question: string): TypedAnswer {
    const values = valuesOf(this.#form);
    const over = values.find(([name]) => name === `revision-${question}`)?.[1] ?? '0';
    const served = this.#served.get(question) ?? null;
    return { said: answerIn(values, question), over, served, ...inWords(this.#form, question) };
  }

  /** What was typed before goes into the form again, over the revision that it was typed over. */
  #giveBack(): void {
    let count = 0;
    for (const { key, waiting } of this.#waiting()) {
      const served = this.#served.get(key.question);
      if (served === undefined) {
        continue;
      }
      const left = whenServed(waiting, served);
      waitingStore.write(key, left);
      if (left !== null) {
        this.#put(key.question, left);
        count += 1;
      }
    }
    if (count > 0) {
      this.#say(backInFormWords(count));
    }
  }

  #put(question: string, { said, over }: Waiting): void {
    const others = valuesOf(this.#form).filter(([name]) => !isOf(name, question));
    fill(this.#form, [...others, ...said, [`revision-${question}`, over]]);
    const note = this.#form.querySelector<HTMLTextAreaElement>(`[name="comment-${CSS.escape(question)}"]`);
    if (note !== null && note.value !== '') {
      note.closest('details')?.setAttribute('open', '');
    }
  }

  /** A page that sends back what was typed shows both answers where somebody else has changed one: theirs is chosen between here. */
  #meetAnswer(): void {
    for (const { key, waiting } of this.#waiting()) {
      const { over } = this.#read(key.question);
      waitingStore.write(key, { ...waiting, sent: null, held: over === waiting.over ? waiting.held : 'changed' });
    }
  }

  /** Tabs of one person show the same, so that neither writes over the other unseen. */
  #typedInOtherTab(name: string | null, stored: string | null): void {
    const key = name === null ? null : keyIn(name);
    if (key === null || key.person !== this.#person || key.target !== this.#target || stored === null) {
      return;
    }
    const waiting = waitingStore.read(key);
    if (waiting !== null && !isSameAnswer(waiting.said, this.#read(key.question).said)) {
      this.#put(key.question, waiting);
      this.#form.dispatchEvent(new Event(SAVED));
    }
  }

  /**
   * Where the service can be reached, the form goes on by itself; what is sent is known until a page says that it was taken. Else its
   * answers stay, and so does their writer.
   */
  #submit(event: SubmitEvent): void {
    const own = this.#waiting();
    if (!this.#sender.isSending && (this.#sender.isWithinReach || own.length === 0)) {
      this.#isSent = true;
      for (const { key, waiting } of own) {
        const { said, over } = this.#read(key.question);
        waitingStore.write(key, whenSent({ ...waiting, said, over, held: null }, said));
      }
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    void this.#sender.send().then(() => {
      if (this.#sender.isWithinReach) {
        this.#form.requestSubmit(submitter);
      } else {
        this.tell();
      }
    });
  }

  #say(words: string): void {
    const line = this.#form.querySelector<HTMLElement>('.ldr-saving');
    if (line !== null && line.textContent !== words) {
      line.hidden = words === '';
      line.textContent = words;
    }
  }
}

const REVISION = 'revision-';

function questionsOf(form: HTMLFormElement): readonly string[] {
  return [...form.querySelectorAll<HTMLInputElement>(`[type="hidden"][name^="${REVISION}"]`)].map(({ name }) =>
    name.slice(REVISION.length),
  );
}

/** The question that a field belongs to; null for a field of none. */
function questionOf(field: EventTarget | null): string | null {
  const name = field instanceof Element ? (field.getAttribute('name') ?? '') : '';
  return /^(?:answer|comment|desired)-(.+)$/.exec(name)?.[1] ?? null;
}

function isOf(name: string, question: string): boolean {
  return [`answer-${question}`, `comment-${question}`, `desired-${question}`, REVISION + question].includes(name);
}

/** The fields of a question but for its revision. */
function answerIn(values: TypedValues, question: string): TypedValues {
  return values.filter(([name]) => isOf(name, question) && !name.startsWith(REVISION));
}

/** A question and what is said to it, as they stand on the page. */
function inWords(form: HTMLFormElement, question: string): Pick<Waiting, 'question' | 'answer'> {
  const fields = [...form.querySelectorAll<HTMLInputElement>(`[name="answer-${CSS.escape(question)}"]`)];
  const legend = fields[0]?.closest('fieldset')?.querySelector('legend')?.textContent?.trim();
  const chosen = fields.filter(({ checked }) => checked).map((field) => field.labels?.[0]?.textContent?.trim() ?? '');
  const note = form.querySelector<HTMLTextAreaElement>(`[name="comment-${CSS.escape(question)}"]`)?.value.trim() ?? '';
  const said = chosen.length === 0 ? 'No answer chosen' : chosen.join('; ');
  return { question: legend ?? question, answer: note === '' ? said : `${said}\nNote: ${note}` };
}
