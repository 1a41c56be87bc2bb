interface Noted {
  count: number;
  readonly example: string;
}

/** Counts what was read and left out, by sort, so that a long file says it in a line each. */
export class ReadingNotes {
  readonly #noted = new Map<string, Noted>();

  /** `sort` is a sentence without its full stop; `example` says where it was met. */
  add(sort: string, example: string): void {
    const noted = this.#noted.get(sort);
    if (noted === undefined) {
      this.#noted.set(sort, { count: 1, example });
    } else {
      noted.count += 1;
    }
  }

  /** The sentences, each with how often and where first. */
  inWords(): string[] {
    return [...this.#noted].map(([sort, { count, example }]) => {
      return count === 1 ? `${sort} (${example}).` : `${sort} (${count} times, first ${example}).`;
    });
  }
}
