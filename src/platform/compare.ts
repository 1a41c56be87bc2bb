const english = new Intl.Collator('en-GB');

/** For keys, codes and days: by the numbers of their characters, and so the same wherever it runs. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For names that somebody looks through: as an English reader would sort them. */
export function compareNames(a: string, b: string): number {
  return english.compare(a, b);
}

/** Compares things by a text they have, e.g. `rounds.toSorted(by(({ opensOn }) => opensOn))`. */
export function by<Thing>(textOf: (thing: Thing) => string, compare = compareText): (a: Thing, b: Thing) => number {
  return (a, b) => compare(textOf(a), textOf(b));
}
