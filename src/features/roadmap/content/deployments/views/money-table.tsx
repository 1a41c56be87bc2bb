import { DataTable } from '../../../../../views/data-table.tsx';
import { countOf } from '../../../../../views/format.ts';
import { type MoneyInYear, type MoneyLine, moneyByYear, moneyTotals, poundsInWords } from '../money.ts';

interface MoneyTableProps {
  readonly lines: readonly MoneyLine[];
  /** How many deployments are stopped and had money, which is not among the lines. */
  readonly stopped: number;
  readonly caption?: string;
}

/** What the schedule costs by year, and how much of that is there. */
export function MoneyTable({ lines, stopped, caption = 'Money by year' }: MoneyTableProps) {
  if (lines.length === 0) {
    return null;
  }
  const years = moneyByYear(lines);
  const all: MoneyInYear = { label: 'All years', ...moneyTotals(lines) };
  const hasUnstated = all.unstated > 0;
  const column = (heading: string, key: 'pounds' | 'capital' | 'revenue' | 'secured' | 'bid' | 'gap' | 'unstated') => ({
    heading,
    numeric: true,
    cell: (row: MoneyInYear) => poundsInWords(row[key]),
  });
  return (
    <>
      <DataTable
        caption={caption}
        rows={years.length === 1 ? years : [...years, all]}
        rowKey={({ label }) => label}
        isClose
        columns={[
          { heading: 'Year', isRowHeading: true, cell: ({ label }) => label },
          column('All', 'pounds'),
          column('Capital', 'capital'),
          column('Revenue', 'revenue'),
          column('Secured', 'secured'),
          column('Bid for', 'bid'),
          column('No funding yet', 'gap'),
          ...(hasUnstated ? [column('Not said', 'unstated')] : []),
        ]}
      />
      <MoneyNotes unknown={all.unknown} stopped={stopped} />
    </>
  );
}

/** What is in no sum. */
export function MoneyNotes({ unknown, stopped }: { readonly unknown: number; readonly stopped: number }) {
  return (
    <>
      {unknown > 0 && (
        <p className="ldr-figure-note">
          {countOf(unknown, 'line')} of money {unknown === 1 ? 'has' : 'have'} no amount, and{' '}
          {unknown === 1 ? 'is' : 'are'} in no sum.
        </p>
      )}
      {stopped > 0 && (
        <p className="ldr-figure-note">
          The money of {countOf(stopped, 'deployment')} that {stopped === 1 ? 'is' : 'are'} stopped is in no sum.
        </p>
      )}
    </>
  );
}
