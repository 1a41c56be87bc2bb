const EXAMPLES = 5;

interface Noted {
  count: number;
  readonly examples: string[];
}

/** Counts what was read and left out, by sort, so that a long file says it in a line each. */
export class ReadingNotes {
  readonly #noted = new Map<string, Noted>();

  /** `sort` is a sentence without its full stop; `example` says where it was met. */
  add(sort: string, example: string): void {
    const noted = this.#noted.get(sort) ?? { count: 0, examples: [] };
    noted.count += 1;
    if (noted.examples.length < EXAMPLES) {
      noted.examples.push(example);
    }
    this.#noted.set(sort, noted);
  }

  /** The sentences, each with how often and the first places. */
  inWords(): string[] {
    return [...this.#noted].map(([sort, { count, examples }]) => {
      const times = count === 1 ? '' : count > examples.length ? `${count} times, first ` : `${count} times: `;
      return `${sort} (${times}${examples.join('; ')}).`;
    });
  }
}
