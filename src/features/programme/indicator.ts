/** What answers to one question a figure bears out, and which it does not go together with. What is in neither it says nothing about. */
export interface IndicatorRule {
  /** Id of the instrument. */
  readonly instrument: string;
  readonly question: string;
  /** Values of the indicator. */
  readonly where: readonly string[];
  /** Options of the question's scale; either may be empty, not both. */
  readonly agrees: readonly string[];
  readonly conflicts: readonly string[];
  /** What is asked where an answer conflicts: a sentence or two, the last of them a question. */
  readonly asks: string;
}

/** Something that an official body publishes about organisations, and that nobody answers for themselves here. */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** What a figure says. */
  readonly says: string;
  /** What it must not be taken for. */
  readonly doesNotSay: string;
  /**
   * Somebody counted or looked; or the organisation itself declared it to another body. A declaration can conflict with an answer, and bears
   * none out: it is the same organisation's word.
   */
  readonly kind: 'observation' | 'declaration';
  /** The words that a figure can be, the lowest first; empty where figures are numbers. */
  readonly values: readonly { readonly id: string; readonly label: string }[];
  /** Of numbers: what is counted, after the figure, such as `% of practices`; null where figures are words. */
  readonly unit: string | null;
  /** Months after the end of its period in which a figure is held against answers. */
  readonly holdsMonths: number;
  readonly bearsOn: readonly IndicatorRule[];
}
