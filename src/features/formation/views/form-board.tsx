import { paths } from '../../../paths.ts';
import { BoardTable } from '../../agreement/index.ts';
import { can } from '../../identity/index.ts';
import type { FormBoard } from '../decisions/form-endorsement.ts';
import type { FormPlace } from '../formation-place.ts';

interface FormBoardTableProps {
  readonly place: FormPlace;
  readonly board: FormBoard;
  /** Names of those who can sign for each commissioner, by its id; null where all have decided. */
  readonly signers: ReadonlyMap<string, readonly string[]> | null;
}

/** Each commissioner that is asked, with its decision. */
export function FormBoardTable({ place, board, signers }: FormBoardTableProps) {
  const isOpen = place.form.state === 'with-ccgs';
  return (
    <BoardTable
      caption="Decisions of the commissioners"
      heading="Commissioner"
      rows={board.rows}
      isAsked
      {...(signers === null ? {} : { signers })}
      empty="This form changes nothing about who takes part, so no commissioner is asked."
      decideHref={({ organisationId, code }) =>
        isOpen && can(place.actor, 'formation.endorse', { organisationIds: [organisationId] })
          ? paths.endorseFootprintForm(place.slug, code)
          : null
      }
    />
  );
}
