/** As many as may be on their way to several connections at once, many times over. */
const REMEMBERED = 1000;

/** Counts changes of which a process hears on several connections, each change once. */
export class ChangeRevision {
  #count = 0;
  readonly #heard = new Set<string>();

  get current(): number {
    return this.#count;
  }

  /** `change` names it. One that was forgotten over many others counts once more, which does no harm. */
  hear(change: string): void {
    if (this.#heard.has(change)) {
      return;
    }
    this.#heard.add(change);
    for (const oldest of this.#heard) {
      if (this.#heard.size <= REMEMBERED) {
        break;
      }
      this.#heard.delete(oldest);
    }
    this.#count += 1;
  }

  /** Nobody knows what has changed: something may have. Another server may answer from here on, which gives the same numbers again. */
  raise(): void {
    this.#heard.clear();
    this.#count += 1;
  }
}
