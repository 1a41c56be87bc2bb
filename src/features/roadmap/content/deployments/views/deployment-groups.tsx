import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../../../../views/data-table.tsx';
import { countOf } from '../../../../../views/format.ts';
import { Tag, type TagColour } from '../../../../../views/tag.tsx';
import {
  costInWords,
  type DeploymentStatus,
  type FundingState,
  fundingLabels,
  organisationsInWords,
  statusLabels,
} from '../deployment.ts';

/** A row of the schedule as it is shown, with names for every id. */
export interface DeploymentView {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly yearId: string;
  /** Names; empty means the whole footprint. */
  readonly organisations: readonly string[];
  readonly status: DeploymentStatus;
  readonly owner: string;
  readonly supplier: string;
  readonly costPounds: number | null;
  readonly fundingSource: string;
  readonly fundingState: FundingState | null;
  readonly supports: readonly string[];
}

interface DeploymentGroupsProps {
  readonly rows: readonly DeploymentView[];
  readonly years: readonly { readonly id: string; readonly label: string }[];
  /** The level of the heading of each year. */
  readonly headingLevel: 2 | 3 | 4;
  /** What stands in the first cell; the title alone when left out. */
  readonly titleOf?: (row: DeploymentView) => ReactNode;
}

/** The schedule in order of time: one table for each financial year in which something goes live. */
export function DeploymentGroups({ rows, years, headingLevel, titleOf }: DeploymentGroupsProps) {
  const Heading = `h${headingLevel}` as const;
  return [...years, ...unnamedYears(rows, years)].map(({ id, label }) => {
    const live = rows.filter(({ yearId }) => yearId === id);
    if (live.length === 0) {
      return null;
    }
    return (
      <section key={id}>
        <Heading>
          {label} <span className="nhsuk-u-font-weight-normal">({countOf(live.length, 'deployment')})</span>
        </Heading>
        <DataTable
          caption={`Deployments that go live in ${label}`}
          captionIsHidden
          rows={live}
          rowKey={(row) => row.id}
          columns={columnsOf(titleOf)}
        />
      </section>
    );
  });
}

/** Years that rows name and the list does not: a row is never left out for want of a heading. */
function unnamedYears(rows: readonly DeploymentView[], years: DeploymentGroupsProps['years']) {
  const named = new Set(years.map(({ id }) => id));
  return [...new Set(rows.map(({ yearId }) => yearId))].filter((id) => !named.has(id)).map((id) => ({ id, label: id }));
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
    { heading: 'State', cell: ({ status }) => <StatusTag status={status} /> },
    { heading: 'Cost and funding', cell: (row) => <Money row={row} /> },
    { heading: 'Owner and purpose', cell: (row) => <Particulars row={row} /> },
  ];
}

const statusColours: Readonly<Record<DeploymentStatus, TagColour>> = {
  planned: 'white',
  'under-way': 'blue',
  live: 'green',
  stopped: 'grey',
};

function StatusTag({ status }: { status: DeploymentStatus }) {
  return <Tag text={statusLabels[status]} colour={statusColours[status]} />;
}

function Money({ row }: { row: DeploymentView }) {
  const funding = [row.fundingState === null ? '' : fundingLabels[row.fundingState], row.fundingSource];
  const words = funding.filter((text) => text !== '').join(': ');
  return <Lines lines={[costInWords(row.costPounds), words]} />;
}

function Particulars({ row }: { row: DeploymentView }) {
  const supports =
    row.supports.length === 0
      ? ''
      : `Supports universal ${row.supports.length === 1 ? 'capability' : 'capabilities'} ${row.supports.join(', ')}`;
  return <Lines lines={[row.owner, row.supplier === '' ? '' : `Supplier: ${row.supplier}`, supports]} />;
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
