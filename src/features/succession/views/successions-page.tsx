import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import type { Proposal } from '../proposal.ts';
import { ProposalTag } from './proposal-tag.tsx';

interface SuccessionsPageProps {
  readonly proposals: readonly Proposal[];
  readonly mayPropose: boolean;
}

/** Every change of footprints and organisations that was proposed here. */
export function SuccessionsPage({ proposals, mayPropose }: SuccessionsPageProps) {
  return (
    <>
      <h1>Mergers and other changes</h1>
      <p>
        Footprints merge, are split, close or change their members; organisations merge. One person proposes the change
        and reads what it would do. A second person reads the same plan and confirms it. What was before stays on
        record, and a change can be taken back by a further one.
      </p>
      {mayPropose && <ButtonLink href={paths.newSuccession()}>Propose a change</ButtonLink>}
      <DataTable
        caption="Proposals, newest first"
        rows={proposals}
        rowKey={({ proposalId }) => proposalId}
        empty="Nothing has been proposed yet."
        columns={[
          {
            heading: 'Change',
            isRowHeading: true,
            cell: ({ proposalId, plan }) => <a href={paths.succession(proposalId)}>{plan.title}</a>,
          },
          { heading: 'First day', cell: ({ event }) => formatDate(event.effectiveOn) },
          { heading: 'Proposed by', cell: ({ proposedBy, proposedAt }) => `${proposedBy}, ${formatDate(proposedAt)}` },
          { heading: 'State', cell: ({ state }) => <ProposalTag state={state} /> },
        ]}
      />
    </>
  );
}
