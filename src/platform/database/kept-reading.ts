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

/** As many as are asked for again; where keys name days, those of days gone by are asked for no more. */
const MOST_KEPT = 50;

/** A reading for each of several things, by key, begun when it is first asked for; of very many, those begun last. */
export class KeptReadings<Value extends object> {
  readonly #changes: Changes;
  readonly #readings = new Map<string, KeptReading<Value | null>>();

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /** What was read for the key, unless something public has changed since; `read` is the same for the same key. */
  async get(key: string, read: () => Promise<Value>): Promise<Value> {
    const reading = this.#readings.get(key) ?? this.#begin(key, read);
    if (!reading.isFresh) {
      await reading.read();
    }
    return reading.current ?? read();
  }

  #begin(key: string, read: () => Promise<Value>): KeptReading<Value | null> {
    const reading = new KeptReading<Value | null>({ changes: this.#changes, read, first: null });
    this.#readings.set(key, reading);
    const [oldest = key] = this.#readings.keys();
    if (this.#readings.size > MOST_KEPT) {
      this.#readings.delete(oldest);
    }
    return reading;
  }
}
