import { DataTable } from '../../../../views/data-table.tsx';
import { type MoneyTotals, moneyTotals, poundsInWords } from '../../content/deployments/money.ts';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import { consequences } from '../consequences.ts';
import { moneyOfYears } from '../money-by.ts';
import { asPlanned, type Scheduled, suppose, type WhatIf } from '../what-if.ts';
import { moneyInOneSentence } from './money-by-table.tsx';

interface WhatIfResultProps {
  readonly rows: readonly Scheduled[];
  readonly whatIf: WhatIf;
  readonly document: RoadmapDocument;
  readonly address: string;
}

const sums = [
  ['All', 'pounds'],
  ['Secured', 'secured'],
  ['Bid for', 'bid'],
  ['No funding yet', 'gap'],
  ['Not said', 'unstated'],
] as const satisfies readonly (readonly [string, keyof MoneyTotals])[];

/** A plan beside what it would be: its sums, the gap of each year, and what money alone does not say. */
export function WhatIfResult({ rows, whatIf, document, address }: WhatIfResultProps) {
  const planned = suppose(rows, asPlanned);
  const supposed = suppose(rows, whatIf);
  const before = moneyTotals(planned.flatMap(({ money }) => money));
  const after = moneyTotals(supposed.flatMap(({ money }) => money));
  const said = consequences(rows, whatIf, document);
  return (
    <section aria-labelledby="in-this-case">
      <div className="nhsuk-inset-text">
        <span className="nhsuk-u-visually-hidden">Information: </span>
        <p>
          This is what would be, not what is planned. Nothing is saved: the address of this page holds the case, and can
          be passed on. <a href={address}>Back to the plan as it is</a>
        </p>
      </div>
      <h2 id="in-this-case">In this case</h2>
      <p className="nhsuk-lede-text">{moneyInOneSentence(after)}</p>
      {said.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {said.map((sentence) => (
            <li key={sentence}>
              <span className="ldr-typed">{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      <Comparison
        caption="The plan and this case"
        heading="Money"
        rows={sums
          .filter(([, key]) => before[key] !== 0 || after[key] !== 0)
          .map(([label, key]) => ({ label, planned: before[key], supposed: after[key] }))}
      />
      <Comparison caption="No funding yet, by year" heading="Year" rows={gapsByYear(planned, supposed)} />
    </section>
  );
}

interface Compared {
  readonly label: string;
  readonly planned: number;
  readonly supposed: number;
}

function gapsByYear(planned: readonly Scheduled[], supposed: readonly Scheduled[]): Compared[] {
  const [before, after] = [moneyOfYears(planned), moneyOfYears(supposed)];
  const labels = [...new Set([...before, ...after].map(({ label }) => label))].toSorted();
  const gapIn = (years: typeof before, label: string) => years.find((year) => year.label === label)?.gap ?? 0;
  return labels.map((label) => ({ label, planned: gapIn(before, label), supposed: gapIn(after, label) }));
}

interface ComparisonProps {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly Compared[];
}

function Comparison({ caption, heading, rows }: ComparisonProps) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ label }) => label}
      isClose
      columns={[
        { heading, isRowHeading: true, cell: ({ label }) => label },
        { heading: 'As planned', numeric: true, cell: (row) => poundsInWords(row.planned) },
        { heading: 'In this case', numeric: true, cell: (row) => poundsInWords(row.supposed) },
        { heading: 'Change', numeric: true, cell: (row) => changeInWords(row.supposed - row.planned) },
      ]}
    />
  );
}

function changeInWords(pounds: number): string {
  if (pounds === 0) {
    return 'None';
  }
  return `${pounds > 0 ? '+' : '−'}${poundsInWords(Math.abs(pounds))}`;
}
