import type { PlotScale } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { smallestGroup } from '../national-statistics.ts';

/** One part of the questionnaire, as the page prints it. */
export interface ChangeRow {
  readonly id: string;
  readonly label: string;
  readonly isSection: boolean;
  readonly n: number;
  readonly earlier: number | null;
  readonly later: number | null;
  readonly up: number;
  readonly down: number;
}

export interface ChangeModel {
  readonly earlier: string;
  readonly later: string;
  /** What the change rests on, in words. */
  readonly basis: string;
  readonly rows: readonly ChangeRow[];
}

/** Two rounds of everybody, on the questions that both asked. */
export function ChangeSection({ model, scale }: { model: ChangeModel; scale: PlotScale }) {
  const caption = `Medians on common questions, ${model.earlier} and ${model.later}`;
  const median = (score: number | null) => (score === null ? `Fewer than ${smallestGroup}` : scale.format(score));
  return (
    <>
      <p>{model.basis}</p>
      <DataTable
        caption={caption}
        captionIsHidden
        rows={model.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            heading: 'Part',
            isRowHeading: true,
            cell: ({ label, isSection }) => (isSection ? label : <strong>{label}</strong>),
          },
          { heading: 'Providers', numeric: true, cell: ({ n }) => n },
          { heading: 'Median then', numeric: true, cell: ({ earlier }) => median(earlier) },
          { heading: 'Median now', numeric: true, cell: ({ later }) => median(later) },
          { heading: 'Went up', numeric: true, cell: ({ up }) => up },
          { heading: 'Went down', numeric: true, cell: ({ down }) => down },
          { heading: 'Stayed', numeric: true, cell: ({ n, up, down }) => n - up - down },
        ]}
      />
    </>
  );
}
