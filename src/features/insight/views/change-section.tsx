import type { PlotScale } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { sentenceStart } from '../../../views/format.ts';
import { smallestGroup } from '../../scoring/index.ts';
import type { PartChange } from '../change-statistics.ts';

export interface ChangeModel {
  readonly earlier: string;
  readonly later: string;
  /** What those are called who are compared. */
  readonly who: string;
  /** What the change rests on, in words. */
  readonly basis: string;
  /** Overall first, then each theme with its sections. */
  readonly rows: readonly PartChange[];
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
          { heading: 'Part', isRowHeading: true, cell: ({ label }) => label },
          { heading: 'Median then', numeric: true, cell: ({ earlier }) => median(earlier) },
          { heading: 'Median now', numeric: true, cell: ({ later }) => median(later) },
          {
            heading: sentenceStart(model.who),
            numeric: true,
            cell: ({ n, moves }) =>
              moves === null
                ? `Fewer than ${smallestGroup}`
                : `${moves.up} up, ${moves.down} down, ${n - moves.up - moves.down} as before`,
          },
        ]}
      />
    </>
  );
}
