const MOST_REMEMBERED = 500;

export interface Counted {
  /** Tells one state of what is counted from the next. */
  readonly revision: number;
  /** Tells one count from another. */
  readonly key: string;
  readonly count: () => Promise<number>;
}

/**
 * Counts, remembered as long as the revision stays: the exact number of rows of a long list costs more than a page of it, and
 * changes far less often. A count that was still running when the revision changed is given, and not kept.
 */
export function rememberCounts(): (counted: Counted) => Promise<number> {
  let known = { revision: Number.NaN, counts: new Map<string, number>() };
  return async ({ revision, key, count }) => {
    if (known.revision !== revision) {
      known = { revision, counts: new Map() };
    }
    const { counts } = known;
    const remembered = counts.get(key);
    if (remembered !== undefined) {
      return remembered;
    }
    const counting = await count();
    if (counts.size >= MOST_REMEMBERED) {
      counts.clear();
    }
    counts.set(key, counting);
    return counting;
  };
}
