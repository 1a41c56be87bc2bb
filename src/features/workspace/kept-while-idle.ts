import type { Clock } from '../../platform/clock.ts';

/** What another process has changed, and nobody else reads, is seen after so long. */
const LONGEST_MILLISECONDS = 10_000;

interface KeptOptions<Value> {
  readonly read: () => Promise<Value>;
  /** Counts public changes; null while some may go unheard. */
  readonly revision: () => number | null;
  readonly clock: Clock;
}

/** Something that is on every page, read anew only once somebody has sent a form here, or something public has changed anywhere. */
export class KeptWhileIdle<Value> {
  readonly #options: KeptOptions<Value>;
  #sent = 0;
  #known: { readonly when: string; readonly readAt: number; readonly value: Promise<Value> } | null = null;

  constructor(options: KeptOptions<Value>) {
    this.#options = options;
  }

  /** Something may have changed. To be said after it was stored. */
  forget(): void {
    this.#sent += 1;
  }

  async read(): Promise<Value> {
    const { read, revision, clock } = this.#options;
    const when = `${this.#sent} ${revision()}`;
    const now = clock().getTime();
    const known = this.#known;
    if (known !== null && known.when === when && now - known.readAt < LONGEST_MILLISECONDS) {
      return known.value;
    }
    const value = read();
    this.#known = { when, readAt: now, value };
    // What could not be read is asked for again.
    value.catch(() => {
      this.#known = null;
    });
    return value;
  }
}
