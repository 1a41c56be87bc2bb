import { by } from '../../../../../platform/compare.ts';
import { DataTable } from '../../../../../views/data-table.tsx';
import { countOf } from '../../../../../views/format.ts';
import { type MoneyLine, moneyTotals, poundsInWords } from '../money.ts';

interface MoneyTableProps {
  readonly lines: readonly MoneyLine[];
  readonly caption?: string;
}

/** What the schedule costs by year, and how much of that is there. */
export function MoneyTable({ lines, caption = 'Money by year' }: MoneyTableProps) {
  if (lines.length === 0) {
    return null;
  }
  const years = [...Map.groupBy(lines, ({ year }) => year ?? 'Year not stated')]
    .toSorted(by(([year]) => year))
    .map(([label, ofYear]) => ({ label, ...moneyTotals(ofYear) }));
  const all = { label: 'All years', ...moneyTotals(lines) };
  const hasUnstated = all.unstated > 0;
  const column = (heading: string, key: 'pounds' | 'capital' | 'revenue' | 'secured' | 'bid' | 'gap' | 'unstated') => ({
    heading,
    numeric: true,
    cell: (row: typeof all) => poundsInWords(row[key]),
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
      {all.unknown > 0 && (
        <p className="ldr-figure-note">
          {countOf(all.unknown, 'line')} of money {all.unknown === 1 ? 'has' : 'have'} no amount, and{' '}
          {all.unknown === 1 ? 'is' : 'are'} in no sum.
        </p>
      )}
    </>
  );
}
