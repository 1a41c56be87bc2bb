import type { KnownPlace, NewPlace, Period, PlaceChange, PlaceDifference, StatedPlace } from './place-plan.ts';

export interface PeriodsReplaced {
  readonly change: PlaceChange;
  readonly differences: readonly PlaceDifference[];
  /** Lines of which something newer is known, and which change nothing. */
  readonly passedOver: readonly number[];
}

/**
 * Takes what a file of a day says about one thing into what is known of it. Where a newer source speaks of the same days the
 * file is passed over. A row that says the same with other days corrects them; one that says something else holds for its
 * own days, and what was known stays for the days before and after.
 */
export function replacePeriods(
  known: readonly KnownPlace[],
  rows: readonly NewPlace[],
  datedOn: string,
): PeriodsReplaced {
  const passedOver = rows.filter((row) => known.some((each) => sharesDay(each, row) && each.knownOn > datedOn));
  const taken = rows.filter((row) => !passedOver.includes(row));
  const fresh = taken.filter((row) => !known.some((each) => isSame(each, row)));
  const touched = known.filter((each) => fresh.some((row) => sharesDay(each, row)));
  const kept = touched.map((each) => ({ rowId: each.rowId, periods: partsLeft(each, fresh) }));
  return {
    change: {
      removed: kept.filter(({ periods }) => periods.length === 0).map(({ rowId }) => rowId),
      cut: kept.filter(({ periods }) => periods.length > 0),
      added: fresh,
    },
    differences: fresh.map((row) =>
      differenceOf(
        row,
        known.findLast((each) => sharesDay(each, row)),
      ),
    ),
    passedOver: passedOver.map(({ line }) => line),
  };
}

/** Whether the two share a day; those that only meet do not. */
export function sharesDay(one: Days, other: Days): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

type Days = Pick<StatedPlace, 'validFrom' | 'validTo'>;

function startsBeforeEnd({ validFrom }: Days, { validTo }: Days): boolean {
  return validTo === null || (validFrom ?? '') < validTo;
}

function isSame(known: KnownPlace, row: NewPlace): boolean {
  const isSameWord = known.standing === row.standing && known.note === row.note;
  return isSameWord && saysTheSame(known, row) && known.validFrom === row.validFrom && known.validTo === row.validTo;
}

function saysTheSame(known: StatedPlace, row: StatedPlace): boolean {
  return Object.entries(row.said).every(([column, value]) => known.said[column] === value);
}

/** What stays of a known fact: nothing where the same is said with other days, else the days that no row speaks of. */
function partsLeft(known: KnownPlace, rows: readonly NewPlace[]): Period[] {
  const over = rows.filter((row) => sharesDay(known, row));
  if (over.some((row) => saysTheSame(known, row))) {
    return [];
  }
  return over.reduce<Period[]>(
    (parts, row) => parts.flatMap((part) => without(part, row)),
    [{ from: known.validFrom, to: known.validTo }],
  );
}

function without({ from, to }: Period, row: NewPlace): Period[] {
  if (!sharesDay({ validFrom: from, validTo: to }, row)) {
    return [{ from, to }];
  }
  const before = (from ?? '') < row.validFrom ? [{ from, to: row.validFrom }] : [];
  const after = row.validTo !== null && (to === null || row.validTo < to) ? [{ from: row.validTo, to }] : [];
  return [...before, ...after];
}

function differenceOf(row: NewPlace, known: KnownPlace | undefined): PlaceDifference {
  const after = describe(row);
  if (known === undefined) {
    return { kind: 'added', line: row.line, before: '', after };
  }
  const isEnd = known.validTo === null && row.validTo !== null && saysTheSame(known, row);
  return { kind: isEnd ? 'ended' : 'changed', line: row.line, before: describe(known), after };
}

/** `lead, stated, 2016-06-30 to now`. */
function describe({ said, standing, note, validFrom, validTo }: StatedPlace): string {
  const words = [...Object.values(said), standing, note].filter((word) => word !== '');
  return `${words.join(', ')}, ${validFrom ?? 'unknown'} to ${validTo ?? 'now'}`;
}
