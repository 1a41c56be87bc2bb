import type { ReactNode } from 'react';
import { Details } from '../details.tsx';

interface ChartFigureProps {
  /** Stands above the chart as a heading of level 3; leave out where the page already has one. */
  readonly heading?: string;
  /** What it is, by which method, of how many, what is missing, of which date, from which source. */
  readonly note: ReactNode;
  /** The same numbers as a table, folded away beneath. */
  readonly table: ReactNode;
  readonly tableSummary?: string;
  readonly children: ReactNode;
}

/** A chart with all that must come with it: the line that says what it is, and its numbers as a table. */
export function ChartFigure({ heading, note, table, tableSummary, children }: ChartFigureProps) {
  return (
    <div className="ldr-chart-figure">
      {heading !== undefined && <h3 className="nhsuk-heading-s">{heading}</h3>}
      {children}
      <p className="ldr-figure-note">{note}</p>
      <Details summary={tableSummary ?? 'See this as a table'}>{table}</Details>
    </div>
  );
}
