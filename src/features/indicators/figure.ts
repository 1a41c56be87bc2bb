/** What was published about one organisation in one period. */
export interface Figure {
  readonly code: string;
  /** ISO dates, both included; the same where it is of a day. */
  readonly from: string;
  readonly to: string;
  /** A word of the indicator or a number, digit for digit as published; null where it was suppressed. */
  readonly value: string | null;
  /** Of a share: of how many how many; null where that was not published. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly note: string;
}

/** A figure with where it comes from. */
export interface PublishedFigure extends Figure {
  /** Id of the indicator. */
  readonly series: string;
  readonly version: number;
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
}
