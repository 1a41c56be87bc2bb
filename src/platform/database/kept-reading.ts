import type { Changes } from './change-listener.ts';

interface KeptOptions<Value> {
  readonly changes: Changes;
  readonly read: () => Promise<Value>;
  /** What holds until it was read. */
  readonly first: Value;
  /** Done with each value before it counts as read; where this fails it is read again. */
  readonly follow?: (value: Value) => Promise<void>;
}

/**
 * Something small that nearly every page needs, kept in memory and read again only after something public has changed, which every
 * process hears of at the commit. Of several readings under way the one that began last holds: an answer that comes late would bring
 * back what was there before.
 */
export class KeptReading<Value> {
  readonly #options: KeptOptions<Value>;
  #current: Value;
  #begun = 0;
  #applied = 0;
  /** At which it was read; null before that, and where nobody heard of changes. */
  #revision: number | null = null;

  constructor(options: KeptOptions<Value>) {
    this.#options = options;
    this.#current = options.first;
  }

  get current(): Value {
    return this.#current;
  }

  /** False until it was read once. */
  get isKnown(): boolean {
    return this.#applied > 0;
  }

  /** False where anything may have changed since. */
  get isFresh(): boolean {
    const revision = this.#options.changes.revision();
    return revision !== null && revision === this.#revision;
  }

  async read(): Promise<void> {
    this.#begun += 1;
    const turn = this.#begun;
    // As of before it is read: a change while it is being read is read again.
    const revision = this.#options.changes.revision();
    const value = await this.#options.read();
    if (turn > this.#applied) {
      this.#applied = turn;
      this.#current = value;
      await this.#options.follow?.(value);
      this.#revision = revision;
    }
  }
}
