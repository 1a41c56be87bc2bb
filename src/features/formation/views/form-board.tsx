import { paths } from '../../../paths.ts';
import { BoardTable } from '../../agreement/index.ts';
import { can } from '../../identity/index.ts';
import type { FormBoard } from '../decisions/form-endorsement.ts';
import type { FormPlace } from '../formation-place.ts';

/** Each commissioner that is asked, with its decision. */
export function FormBoardTable({ place, board }: { place: FormPlace; board: FormBoard }) {
  const isOpen = place.form.state === 'with-ccgs';
  return (
    <BoardTable
      caption="Decisions of the commissioners"
      heading="Commissioner"
      rows={board.rows}
      isAsked
      empty="This form changes nothing about who takes part, so no commissioner is asked."
      decideHref={({ organisationId, code }) =>
        isOpen && can(place.actor, 'formation.endorse', { organisationIds: [organisationId] })
          ? paths.endorseFootprintForm(place.slug, code)
          : null
      }
    />
  );
}
