import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { Tag } from '../../../views/tag.tsx';

export interface ManagedExemplar {
  readonly exemplarId: string;
  readonly title: string;
  readonly organisationName: string;
  readonly groupLabel: string;
  readonly stateLabel: string;
  readonly isLive: boolean;
  readonly designatedOn: string;
}

/** Every exemplar there is or was, for the team that designates them. */
export function ManageExemplarsPage({ exemplars }: { exemplars: readonly ManagedExemplar[] }) {
  return (
    <>
      <h1>Manage exemplars</h1>
      <p>
        Exemplars are public as soon as you designate them. Withdrawn ones leave the public list; their pages stay, with
        the reason.
      </p>
      <ButtonLink href={paths.nominateExemplar()}>Designate an exemplar</ButtonLink>
      <DataTable
        caption="Exemplars, newest first"
        rows={exemplars}
        rowKey={(row) => row.exemplarId}
        empty="There are no exemplars yet. Designate the first one: you need its organisation, its capability group and your reason."
        columns={[
          {
            heading: 'Title',
            isRowHeading: true,
            cell: (row) => <a href={paths.exemplar(row.exemplarId)}>{row.title}</a>,
          },
          { heading: 'Organisation', cell: (row) => row.organisationName },
          { heading: 'Capability group', cell: (row) => row.groupLabel },
          { heading: 'Designated', cell: (row) => row.designatedOn },
          { heading: 'State', cell: (row) => <Tag text={row.stateLabel} colour={row.isLive ? 'green' : 'grey'} /> },
          { heading: 'Action', cell: (row) => (row.isLive ? <WithdrawLink exemplar={row} /> : '–') },
        ]}
      />
    </>
  );
}

function WithdrawLink({ exemplar }: { exemplar: ManagedExemplar }) {
  return (
    <a href={paths.withdrawExemplar(exemplar.exemplarId)}>
      Withdraw<span className="nhsuk-u-visually-hidden"> {exemplar.title}</span>
    </a>
  );
}
