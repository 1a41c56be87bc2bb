/** How dark a place is drawn, and how much of its disc is full. Null: nothing is known, an empty outline. */
export type MapStep = 0 | 1 | 2 | 3 | 4 | null;

/** A line of a legend. */
export interface MapKey {
  readonly step: MapStep;
  readonly text: string;
}

/** Places whose values lie close together in rank. */
export interface ValueClass {
  /** The smallest and the largest value in it, both present. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const STEPS = 5;

/**
 * Values in classes of about the same number, lowest first. Equal values are always in one class, so there may be fewer
 * classes, and none is empty; no values make no class.
 */
export function quantileClasses(values: readonly number[], wanted = STEPS): ValueClass[] {
  const sorted = values.toSorted((a, b) => a - b);
  const groups = Map.groupBy(sorted, (value) => Math.floor((wanted * sorted.indexOf(value)) / sorted.length));
  return [...groups.values()].map((group) => ({
    from: group[0] ?? 0,
    to: group.at(-1) ?? 0,
    count: group.length,
  }));
}

/** The steps that so many classes take, spread from the palest to the darkest; a single class takes the middle. */
export function stepsFor(classCount: number): Exclude<MapStep, null>[] {
  const all = [0, 1, 2, 3, 4] as const;
  return Array.from({ length: Math.min(classCount, all.length) }, (_, index) => {
    const share = classCount === 1 ? 0.5 : index / (classCount - 1);
    return all[Math.round(share * (all.length - 1))] ?? 0;
  });
}

/** The step of a value among classes made of values that hold it; null stays null. */
export function stepOfValue(classes: readonly ValueClass[], value: number | null): MapStep {
  if (value === null) {
    return null;
  }
  const index = classes.findIndex(({ from, to }) => from <= value && value <= to);
  return stepsFor(classes.length)[index] ?? null;
}

/** The classes in words, palest first, with how many places are in each, and those without a value before them. */
export function classLegend(
  classes: readonly ValueClass[],
  unknownCount: number,
  words: {
    readonly value: (value: number) => string;
    readonly count: (count: number) => string;
    readonly unknown: string;
  },
): MapKey[] {
  const steps = stepsFor(classes.length);
  const keys = classes.map(({ from, to, count }, index) => {
    const range =
      words.value(from) === words.value(to) ? words.value(from) : `${words.value(from)} to ${words.value(to)}`;
    return { step: steps[index] ?? null, text: `${range} (${words.count(count)})` };
  });
  return unknownCount === 0 ? keys : [{ step: null, text: `${words.unknown} (${words.count(unknownCount)})` }, ...keys];
}
