import { DataTable } from '../../../../../views/data-table.tsx';
import { formatDate, formatNumber } from '../../../../../views/format.ts';
import type { FlowShares, FlowStep } from '../flow-shares.ts';

/** The share of flows that are digital, and structured, now and after each change that is planned. */
export function FlowStepsTable({ steps }: { readonly steps: readonly FlowStep[] }) {
  const hasUnknown = steps.some(({ unknown }) => unknown > 0);
  return (
    <DataTable
      caption="How many flows are digital"
      rows={steps}
      rowKey={({ on }) => on ?? ''}
      columns={[
        { heading: 'When', isRowHeading: true, cell: ({ on }) => (on === null ? 'Now' : `By ${formatDate(on)}`) },
        { heading: 'Digital', numeric: true, cell: (step) => shareInWords(step, 'digital') },
        { heading: 'Structured', numeric: true, cell: (step) => shareInWords(step, 'structured') },
        ...(hasUnknown
          ? [{ heading: 'Not known', numeric: true, cell: ({ unknown }: FlowStep) => formatNumber(unknown) }]
          : []),
      ]}
    />
  );
}

/** `12 of 40 (30%)`, of the flows of which it is known how they go. */
export function shareInWords(shares: FlowShares, which: 'digital' | 'structured'): string {
  const { known, [which]: count } = shares;
  return known === 0
    ? 'Not known'
    : `${formatNumber(count)} of ${formatNumber(known)} (${Math.round((count / known) * 100)}%)`;
}
