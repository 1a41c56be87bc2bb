import { type Column, DataTable } from '../../../../views/data-table.tsx';
import { listInWords } from '../../../../views/format.ts';
import { type MoneyTotals, poundsInWords } from '../../content/deployments/money.ts';
import type { MoneyRow } from '../money-by.ts';

type Sum = Exclude<keyof MoneyTotals, 'unknown'>;

interface MoneyByTableProps {
  readonly caption: string;
  /** Of the first column. */
  readonly heading: string;
  readonly rows: readonly MoneyRow[];
  /** Whether capital and revenue stand apart too. */
  readonly withNature?: boolean;
}

/** Sums of money under one heading each, and how much of it is there. */
export function MoneyByTable({ caption, heading, rows, withNature = false }: MoneyByTableProps) {
  const sum = (title: string, key: Sum): Column<MoneyRow> => ({
    heading: title,
    numeric: true,
    cell: (row) => poundsInWords(row[key]),
  });
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      isClose
      columns={[
        { heading, isRowHeading: true, cell: ({ label }) => <span className="ldr-typed">{label}</span> },
        sum('All', 'pounds'),
        ...(withNature ? [sum('Capital', 'capital'), sum('Revenue', 'revenue')] : []),
        sum('Secured', 'secured'),
        sum('Bid for', 'bid'),
        sum('No funding yet', 'gap'),
        ...(rows.some(({ unstated }) => unstated > 0) ? [sum('Not said', 'unstated')] : []),
      ]}
    />
  );
}

/** `£3,000,000 in all: £1,000,000 secured, £2,000,000 bid for.` */
export function moneyInOneSentence({ pounds, secured, bid, gap, unstated }: MoneyTotals): string {
  const parts = [
    secured === 0 ? '' : `${poundsInWords(secured)} secured`,
    bid === 0 ? '' : `${poundsInWords(bid)} bid for`,
    gap === 0 ? '' : `${poundsInWords(gap)} without funding yet`,
    unstated === 0 ? '' : `${poundsInWords(unstated)} of which nobody says whether it is there`,
  ].filter((part) => part !== '');
  return parts.length === 0
    ? `${poundsInWords(pounds)} in all.`
    : `${poundsInWords(pounds)} in all: ${listInWords(parts)}.`;
}
