import type { PublishedFigure } from './figure.ts';
import { type Indicator, periodInWords, valueInWords } from './held-against.ts';

/** The figures of one indicator about an organisation, as a page shows them. */
export interface FigureView {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly doesNotSay: string;
  readonly isDeclared: boolean;
  readonly source: { readonly title: string; readonly publisher: string };
  /** One at least, the latest first. */
  readonly figures: readonly [FigureLine, ...FigureLine[]];
}

export interface FigureLine {
  readonly period: string;
  /** In words. */
  readonly value: string;
  /** `35 of 40`; empty where nothing was counted, or the note alone is there. */
  readonly counted: string;
  readonly note: string;
}

/** The indicators of which anything is on record, in the order of the programme. */
export function figureViews(indicators: readonly Indicator[], found: readonly PublishedFigure[]): FigureView[] {
  const bySeries = Map.groupBy(found, ({ series }) => series);
  return indicators.flatMap((indicator): FigureView[] => {
    const [latest, ...earlier] = bySeries.get(indicator.id) ?? [];
    const { id, title, says, doesNotSay, kind } = indicator;
    return latest === undefined
      ? []
      : [
          {
            ...{ id, title, says, doesNotSay },
            isDeclared: kind === 'declaration',
            source: { title: latest.title, publisher: latest.publisher },
            figures: [lineOf(indicator, latest), ...earlier.map((figure) => lineOf(indicator, figure))],
          },
        ];
  });
}

function lineOf(indicator: Indicator, { value, numerator, denominator, note, ...period }: PublishedFigure): FigureLine {
  const count = (number: string) => Number(number).toLocaleString('en-GB');
  return {
    period: periodInWords(period),
    value: value === null ? 'Not published' : valueInWords(indicator, value),
    counted: numerator === null || denominator === null ? '' : `${count(numerator)} of ${count(denominator)}`,
    note,
  };
}
