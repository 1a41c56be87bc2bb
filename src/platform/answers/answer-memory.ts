/** What an answer is right for: what had been changed when it was begun, and the day it speaks of. */
export interface Moment {
  /** Counts the changes to what anybody may see. */
  readonly revision: number;
  readonly day: string;
}

/** What is kept: anything that knows how many bytes it takes. */
export interface Kept {
  readonly bytes: number;
}

/** What came of an answer that others wait for: one for them too, one that is for whoever asked alone, or none at all. */
export type Outcome<Answer> = { readonly answer: Answer } | 'own' | 'abandoned';

/** An answer that is being made. Whoever begins one says what came of it; only the first word counts. */
export interface Beginning<Answer> {
  readonly finish: (outcome: Outcome<Answer>) => void;
  readonly finished: Promise<Outcome<Answer>>;
}

/** An answer that takes more of the memory than this would push too many others out of it. */
const LARGEST_SHARE = 0.25;

interface Entry<Answer> {
  readonly answer: Answer;
  /** As many as were counted for it. */
  bytes: number;
}

/**
 * Finished answers by address. They are forgotten, all at once, as soon as somebody asks at another moment; those asked for
 * longest ago go first when there are too many bytes. Whoever asks for an answer that is being made shares it, unless something has
 * changed since it was begun; such an answer still goes to those who asked before the change and is kept for nobody.
 */
export class AnswerMemory<Answer extends Kept> {
  readonly #mostBytes: number;
  #moment: Moment = { revision: -1, day: '' };
  #bytes = 0;
  // In the order in which they were last asked for.
  #entries = new Map<string, Entry<Answer>>();
  #beginnings = new Map<string, Beginning<Answer>>();

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  find(address: string, at: Moment): Answer | null {
    this.#turnTo(at);
    const entry = this.#entries.get(address);
    if (entry === undefined) {
      return null;
    }
    this.#entries.delete(address);
    this.#entries.set(address, entry);
    return entry.answer;
  }

  /** The answer that is being made for an address, if one is. */
  underWay(address: string, at: Moment): Beginning<Answer> | null {
    this.#turnTo(at);
    return this.#beginnings.get(address) ?? null;
  }

  begin(address: string, at: Moment): Beginning<Answer> {
    this.#turnTo(at);
    const { promise, resolve } = Promise.withResolvers<Outcome<Answer>>();
    const beginnings = this.#beginnings;
    const finish = (outcome: Outcome<Answer>) => {
      if (beginnings.get(address) === beginning) {
        beginnings.delete(address);
        // After a change, answers are begun in another map, and nobody keeps this one.
        if (beginnings === this.#beginnings && typeof outcome === 'object') {
          this.#keep(address, outcome.answer);
        }
      }
      resolve(outcome);
    };
    const beginning = { finish, finished: promise };
    beginnings.set(address, beginning);
    return beginning;
  }

  /** Counts an answer once more that has grown since it was kept. */
  recount(address: string): void {
    const entry = this.#entries.get(address);
    if (entry !== undefined) {
      this.#bytes += entry.answer.bytes - entry.bytes;
      entry.bytes = entry.answer.bytes;
      this.#dropOldest();
    }
  }

  #keep(address: string, answer: Answer): void {
    const { bytes } = answer;
    if (bytes > this.#mostBytes * LARGEST_SHARE) {
      return;
    }
    this.#entries.set(address, { answer, bytes });
    this.#bytes += bytes;
    this.#dropOldest();
  }

  #dropOldest(): void {
    for (const [address, { bytes }] of this.#entries) {
      if (this.#bytes <= this.#mostBytes) {
        return;
      }
      this.#entries.delete(address);
      this.#bytes -= bytes;
    }
  }

  #turnTo(at: Moment): void {
    if (at.revision !== this.#moment.revision || at.day !== this.#moment.day) {
      this.#moment = at;
      this.#bytes = 0;
      this.#entries = new Map();
      this.#beginnings = new Map();
    }
  }
}
