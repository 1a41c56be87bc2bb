import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatTime } from '../../../views/format.ts';
import { PlainText } from '../../../views/plain-text.tsx';
import { Tag } from '../../../views/tag.tsx';
import { can } from '../../identity/index.ts';
import {
  type FormBoard,
  type FormBoardRow,
  formDecisionLabels,
  type LapsedFormEndorsement,
} from '../form-endorsement.ts';
import type { FormPlace } from '../formation-place.ts';

/** Each CCG that is asked, with its decision. */
export function BoardTable({ place, board }: { place: FormPlace; board: FormBoard }) {
  return (
    <DataTable
      caption="Decisions of the CCGs"
      rows={board.rows}
      rowKey={({ ccg }) => ccg.organisationId}
      empty="This form changes nothing about who takes part, so no CCG is asked."
      columns={[
        {
          heading: 'CCG',
          isRowHeading: true,
          cell: ({ ccg }) => <a href={paths.organisation(ccg.code)}>{ccg.name}</a>,
        },
        { heading: 'Decision', cell: (row) => <Decision row={row} /> },
        { heading: 'By whom and when', cell: (row) => <Decider row={row} place={place} /> },
      ]}
    />
  );
}

function Decision({ row: { endorsement } }: { row: FormBoardRow }) {
  if (endorsement === null) {
    return <Tag text="Still to decide" colour="yellow" />;
  }
  const { decision, reason } = endorsement;
  return (
    <>
      <Tag text={formDecisionLabels[decision]} colour={decision === 'endorse' ? 'green' : 'red'} />
      {reason !== '' && <PlainText text={reason} />}
    </>
  );
}

function Decider({ row, place }: { row: FormBoardRow; place: FormPlace }) {
  const { ccg, endorsement } = row;
  const mayDecide =
    place.form.state === 'with-ccgs' &&
    can(place.actor, 'formation.endorse', { organisationIds: [ccg.organisationId] });
  return (
    <>
      {endorsement === null
        ? 'Nobody yet'
        : `${endorsement.person.name}, ${endorsement.person.role}, ${formatTime(endorsement.at)}`}
      {mayDecide && (
        <span className="ldr-baseline-note">
          <a href={paths.endorseFootprintForm(place.slug, ccg.code)}>
            {endorsement === null ? 'Decide' : 'Change the decision'} for {ccg.name}
          </a>
        </span>
      )}
    </>
  );
}

interface LapsedTableProps {
  readonly lapsed: readonly LapsedFormEndorsement[];
  readonly nameOf: (organisationId: string) => string;
}

/** Decisions that no longer stand, and why. */
export function LapsedTable({ lapsed, nameOf }: LapsedTableProps) {
  if (lapsed.length === 0) {
    return null;
  }
  return (
    <>
      <h2>Decisions that no longer stand</h2>
      <p>A decision holds for one text only. When the form is put again, each CCG decides again.</p>
      <DataTable
        caption="Decisions that no longer stand"
        captionIsHidden
        rows={lapsed}
        rowKey={({ endorsement }) => `${endorsement.organisationId} ${endorsement.digest}`}
        columns={[
          { heading: 'CCG', isRowHeading: true, cell: ({ endorsement }) => nameOf(endorsement.organisationId) },
          {
            heading: 'What it decided',
            cell: ({ endorsement: { decision, at } }) => `${formDecisionLabels[decision]}, ${formatTime(at)}`,
          },
          { heading: 'Why it no longer stands', cell: ({ reason }) => reason },
        ]}
      />
    </>
  );
}
