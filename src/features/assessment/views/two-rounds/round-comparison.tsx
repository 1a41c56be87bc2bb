import { type Column, DataTable } from '../../../../views/data-table.tsx';
import { Details } from '../../../../views/details.tsx';
import type { ComparisonRow, ComparisonView } from './comparison-view.ts';

interface RoundComparisonProps {
  readonly view: ComparisonView;
  /**
   * Whether every part is compared and questions are named. To the organisation alone: of a part with few questions what it scored on the
   * common ones gives away, beside what was published, single answers. For everybody the whole is compared.
   */
  readonly isInFull: boolean;
  /** Of its heading; for a page with several. */
  readonly id?: string;
}

/** Two rounds of an organisation side by side. Stands under a heading of level 2. */
export function RoundComparison({ view, isInFull, id = 'comparison' }: RoundComparisonProps) {
  const signed: readonly Column<ComparisonRow>[] = [
    { heading: 'Part', cell: (row) => row.label, isRowHeading: true },
    { heading: 'Signed then', cell: (row) => row.earlier, numeric: true },
    { heading: 'Signed now', cell: (row) => row.later, numeric: true },
  ];
  const compared: readonly Column<ComparisonRow>[] = [
    { heading: 'Common questions', cell: (row) => row.common, numeric: true },
    { heading: 'On these then', cell: (row) => row.earlierOnCommon, numeric: true },
    { heading: 'On these now', cell: (row) => row.laterOnCommon, numeric: true },
    { heading: 'Change', cell: (row) => <strong>{row.change}</strong>, numeric: true },
  ];
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>Change since {view.earlier}</h3>
      {view.headline !== null && <p>{view.headline}</p>}
      {view.basis.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <DataTable
        caption={`Scores in ${view.earlier} and in ${view.later}`}
        captionIsHidden
        columns={isInFull ? [...signed, ...compared] : signed}
        rows={isInFull ? view.rows : view.rows.filter(({ level }) => level !== 'section')}
        rowKey={({ level, id }) => `${level} ${id}`}
      />
      {view.breaks.length > 0 && <Breaks view={view} isInFull={isInFull} />}
    </section>
  );
}

function Breaks({ view: { breaks }, isInFull }: RoundComparisonProps) {
  return (
    <>
      <p>Left out of the change:</p>
      <ul>
        {breaks.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
      {isInFull && (
        <Details summary="Which questions are left out">
          {breaks.map(({ id, words, questions }) => (
            <div key={id}>
              <p>
                <strong>{words}</strong>
              </p>
              <ul>
                {questions.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </div>
          ))}
        </Details>
      )}
    </>
  );
}
