import { ChartFigure, DistributionChart, type PlotScale } from '../../../views/charts/index.ts';
import type { GroupSpread } from '../national-statistics.ts';
import { SpreadTable, withheldWords } from './spread-table.tsx';

interface SpreadFigureProps {
  readonly id: string;
  readonly heading?: string;
  /** What is drawn, as the title of picture and table. */
  readonly title: string;
  readonly rows: readonly GroupSpread[];
  readonly basis: string;
  readonly scale: PlotScale;
}

/** Strips of scores, with the line that says what they are and their table. */
export function SpreadFigure({ id, heading, title, rows, basis, scale }: SpreadFigureProps) {
  return (
    <ChartFigure
      {...(heading === undefined ? {} : { heading })}
      note={`${title}: spread of scores from ${scale.least} to ${scale.most}; ${counts(rows)}. ${basis}`}
      table={<SpreadTable caption={title} rows={rows} scale={scale} />}
    >
      <DistributionChart
        id={id}
        title={title}
        description={describe(rows, scale)}
        scale={scale}
        rows={rows.map((row) => ({
          id: row.id,
          label: row.label,
          n: row.n,
          spread: row.spread,
          missing: withheldWords(row),
        }))}
      />
    </ChartFigure>
  );
}

/** How many scores stand behind the strips, and how many are missing. */
function counts(rows: readonly GroupSpread[]): string {
  const [first] = rows;
  const isSame = rows.every((row) => row.n === first?.n && row.missing === first.missing);
  return isSame && first !== undefined
    ? `n ${first.n}, missing ${first.missing}`
    : 'n in the picture, missing in the table';
}

/** `Readiness: median 74, middle half 66 to 82, n 239. …` */
function describe(rows: readonly GroupSpread[], scale: PlotScale): string {
  return rows.map((row) => describeRow(row, scale)).join(' ');
}

function describeRow(row: GroupSpread, { format }: PlotScale): string {
  if (row.spread === null) {
    return `${row.label}: ${withheldWords(row).toLowerCase()}, not shown.`;
  }
  const { median, q1, q3 } = row.spread;
  return `${row.label}: median ${format(median)}, middle half ${format(q1)} to ${format(q3)}, n ${row.n}.`;
}
