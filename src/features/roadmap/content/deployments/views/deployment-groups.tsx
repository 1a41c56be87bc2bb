import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../../../../views/data-table.tsx';
import { countOf } from '../../../../../views/format.ts';
import { Tag, type TagColour } from '../../../../../views/tag.tsx';
import { organisationsInWords } from '../deployment.ts';
import { type DeploymentStatus, statusLabels } from '../deployment-status.ts';
import type { DeploymentView } from '../deployment-view.ts';
import { benefitInWords, periodInWords } from '../deployment-words.ts';
import { moneyLineInWords } from '../money.ts';

interface DeploymentGroupsProps {
  readonly rows: readonly DeploymentView[];
  /** The level of the heading of each year. */
  readonly headingLevel: 2 | 3 | 4;
  /** What stands in the first cell; the title alone when left out. */
  readonly titleOf?: (row: DeploymentView) => ReactNode;
}

/** The schedule in order of time: one table for each financial year in which something goes live. */
export function DeploymentGroups({ rows, headingLevel, titleOf }: DeploymentGroupsProps) {
  const Heading = `h${headingLevel}` as const;
  const years = Map.groupBy(rows, ({ year }) => year);
  return [...years].map(([year, live]) => (
    <section key={year}>
      <Heading>
        {year} <span className="nhsuk-u-font-weight-normal">({countOf(live.length, 'deployment')})</span>
      </Heading>
      <DataTable
        caption={`Deployments that go live in ${year}`}
        captionIsHidden
        rows={live}
        rowKey={(row) => row.id}
        columns={columnsOf(titleOf)}
      />
    </section>
  ));
}

function columnsOf(titleOf: DeploymentGroupsProps['titleOf']): Column<DeploymentView>[] {
  return [
    {
      heading: 'Deployment',
      isRowHeading: true,
      cell: (row) => <span className="ldr-typed">{titleOf?.(row) ?? row.title}</span>,
    },
    { heading: 'Capability group', cell: ({ group }) => group },
    { heading: 'Where', cell: ({ organisations }) => organisationsInWords(organisations) },
    { heading: 'When', cell: (row) => <When row={row} /> },
    { heading: 'Money', cell: ({ money }) => <Lines lines={money.map(moneyLineInWords)} /> },
    { heading: 'Owner and purpose', cell: (row) => <Lines lines={particulars(row)} /> },
  ];
}

const statusColours: Readonly<Record<DeploymentStatus, TagColour>> = {
  planned: 'white',
  'under-way': 'blue',
  live: 'green',
  stopped: 'grey',
};

function When({ row: { status, starts, goesLive } }: { row: DeploymentView }) {
  return (
    <span className="ldr-lines">
      <Tag text={statusLabels[status]} colour={statusColours[status]} />
      {starts !== null && <span>Starts: {periodInWords(starts)}</span>}
      <span>Live by: {goesLive === null ? 'not stated' : periodInWords(goesLive)}</span>
    </span>
  );
}

function particulars(row: DeploymentView): string[] {
  const { supports } = row;
  const noun = supports.length === 1 ? 'capability' : 'capabilities';
  return [
    row.owner,
    labelled('Supplier', row.supplier),
    labelled('System', row.system),
    supports.length === 0 ? '' : `Supports universal ${noun} ${supports.join(', ')}`,
    labelled('Serves', row.roles.join('; ')),
    labelled('Priorities of the wider plan', row.stpPriorities),
    labelled('After', row.dependsOn.join('; ')),
    labelled('Needs from elsewhere', row.dependsElsewhere),
    ...row.benefits.map((benefit) => labelled('Benefit', benefitInWords(benefit))),
  ];
}

function labelled(label: string, words: string): string {
  return words === '' ? '' : `${label}: ${words}`;
}

function Lines({ lines }: { lines: readonly string[] }) {
  const said = lines.filter((line) => line !== '');
  if (said.length === 0) {
    return <span className="ldr-nothing">Not stated</span>;
  }
  return (
    <span className="ldr-lines">
      {said.map((line) => (
        <span key={line} className="ldr-typed">
          {line}
        </span>
      ))}
    </span>
  );
}
