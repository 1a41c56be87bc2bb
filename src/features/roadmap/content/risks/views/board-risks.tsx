import { DataTable } from '../../../../../views/data-table.tsx';
import { countOf } from '../../../../../views/format.ts';
import { sectionsOfKind } from '../../../documents/frozen-document.ts';
import type { BoardReading } from '../../content-kind.ts';
import { shortened } from '../../shortened.ts';
import { degreeLabels, inOrderOfRating, riskRatingOf, risksReader } from '../risk.ts';

const MOST_ROWS = 5;
const MOST_LETTERS = 120;

/** The gravest of the risks that are open. */
export function BoardRisks({ document }: BoardReading) {
  const risks = sectionsOfKind(document, risksReader)[0]?.content?.risks ?? [];
  const open = inOrderOfRating(risks).filter(({ state }) => state !== 'closed');
  if (open.length === 0) {
    return null;
  }
  return (
    <>
      <h2>Risks</h2>
      <DataTable
        caption="Rated highest"
        rows={open.slice(0, MOST_ROWS)}
        rowKey={({ id }) => id}
        columns={[
          { heading: 'What could go wrong', isRowHeading: true, cell: ({ title }) => shortened(title, MOST_LETTERS) },
          { heading: 'Rating', cell: (risk) => degreeLabels[riskRatingOf(risk)] },
          {
            heading: 'What is done about it',
            cell: ({ mitigation }) => shortened(mitigation, MOST_LETTERS) || 'Nothing is stated',
          },
          { heading: 'Owner', cell: ({ owner }) => shortened(owner, 60) || 'Nobody' },
        ]}
      />
      {open.length > MOST_ROWS && <p>And {countOf(open.length - MOST_ROWS, 'other')} in the register.</p>}
    </>
  );
}
