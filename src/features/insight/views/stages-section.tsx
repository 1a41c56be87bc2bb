import { paths } from '../../../paths.ts';
import { BarChart, ChartFigure } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatNumber } from '../../../views/format.ts';
import type { StageCount } from '../tally-stages.ts';

/** How many footprints are at each stage of their roadmap, from the first stage to the last. */
export function StagesSection({ stages }: { stages: readonly StageCount[] }) {
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  const published = stages.at(-1)?.count ?? 0;
  const title = 'Footprints by stage of their roadmap';
  return (
    <>
      <p>
        {published === 0 ? 'None' : published} of the {countOf(total, 'footprint')} on record{' '}
        {published === 1 ? 'has' : 'have'} published a roadmap on this service.{' '}
        <a href={paths.footprints()}>See every footprint</a>.
      </p>
      <ChartFigure
        note={`${title}; n ${total}. Only what is recorded on this service counts: a footprint may have done more elsewhere.`}
        table={
          <DataTable
            caption={title}
            rows={stages}
            rowKey={(stage) => stage.id}
            columns={[
              { heading: 'Stage', isRowHeading: true, cell: (stage) => stage.label },
              { heading: 'Footprints', numeric: true, cell: (stage) => stage.count },
            ]}
          />
        }
      >
        <BarChart
          id="stages"
          title={title}
          description={`${stages.map(({ label, count }) => `${label}: ${count}`).join('; ')}.`}
          scale={{ least: 0, most: Math.max(1, ...stages.map(({ count }) => count)), format: formatNumber }}
          axis={false}
          bars={stages.map(({ id, label, count }) => ({ id, label, value: count }))}
        />
      </ChartFigure>
    </>
  );
}
