import { BarChart, ChartFigure } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, formatNumber, listInWords } from '../../../views/format.ts';
import type { Population } from '../../directory/index.ts';
import type { Pair } from './comparison.ts';

interface PeopleFigureProps {
  readonly names: Pair<string>;
  readonly populations: Pair<Population>;
}

/** How many people each serves, drawn on one scale; nothing where neither is known. */
export function PeopleFigure({ names, populations }: PeopleFigureProps) {
  const rows = names.map((name, index) => ({ name, population: populations[index === 0 ? 0 : 1] }));
  const largest = Math.max(...rows.map(({ population }) => population.total ?? 0));
  if (largest === 0) {
    return null;
  }
  return (
    <ChartFigure
      heading="People registered"
      note={noteOf(populations)}
      table={
        <DataTable
          caption="People registered with the GP practices of each footprint’s CCGs"
          captionIsHidden
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { heading: 'Footprint', isRowHeading: true, cell: ({ name }) => name },
            { heading: 'People', numeric: true, cell: ({ population }) => peopleOf(population) },
            { heading: 'CCGs counted', numeric: true, cell: ({ population }) => population.countedCcgs },
            { heading: 'CCGs without a figure', numeric: true, cell: ({ population }) => population.missingCcgs },
          ]}
        />
      }
    >
      <BarChart
        id="people"
        title="People registered"
        description={rows.map(({ name, population }) => `${name}: ${peopleOf(population)}`).join('; ')}
        scale={{ least: 0, most: largest, format: formatNumber }}
        axis={false}
        bars={rows.map(({ name, population }) => ({
          id: name,
          label: name,
          value: population.total,
          missing: 'Not known',
        }))}
      />
    </ChartFigure>
  );
}

function peopleOf({ total }: Population): string {
  return total === null ? 'Not known' : formatNumber(total);
}

function noteOf(populations: Pair<Population>): string {
  const days = [...new Set(populations.flatMap(({ measuredOn }) => measuredOn))].sort();
  return `On the lists of GP practices of the CCGs that lead each footprint or are its members, added up, on ${listInWords(days.map((day) => formatDate(day)))}. People who have moved may count twice.`;
}
