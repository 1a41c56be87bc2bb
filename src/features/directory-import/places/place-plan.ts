import type { DatedPlace } from '../../register/index.ts';

/** Something that is or is to be stored, whoever says so. */
export type StatedPlace = Omit<DatedPlace, 'sourceId' | 'sourceRow'>;

/** A stored fact. */
export interface KnownPlace extends StatedPlace {
  readonly rowId: string;
  /** The newest day of those who say so; a year or a month where they say no more; empty where they do not say. */
  readonly knownOn: string;
}

/** A fact of the file, and its line. */
export interface NewPlace extends StatedPlace {
  readonly validFrom: string;
  readonly line: number;
}

export interface PlaceDifference {
  readonly kind: 'added' | 'ended' | 'changed';
  readonly line: number;
  /** What was known; empty where nothing was. */
  readonly before: string;
  readonly after: string;
}

/** What to do to the rows of one thing: all that was known and is no longer so goes, parts that stay are cut to size. */
export interface PlaceChange {
  readonly removed: readonly string[];
  /** What is left of a known row, as one or two periods. */
  readonly cut: readonly { readonly rowId: string; readonly periods: readonly Period[] }[];
  readonly added: readonly NewPlace[];
}

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}
