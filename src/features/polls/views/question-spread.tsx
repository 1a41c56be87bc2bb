import { BarChart, ChartFigure } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf } from '../../../views/format.ts';
import type { PollChoice } from '../poll-choices.ts';
import { cannotSay, fewestShown, type QuestionResult, type Spread } from '../spread.ts';

interface QuestionSpreadProps {
  readonly questionId: string;
  readonly choices: readonly PollChoice[];
  readonly result: QuestionResult;
}

/** How colleagues answered a question, or why that is not to be seen. */
export function QuestionSpread({ questionId, choices, result }: QuestionSpreadProps) {
  return result.kind === 'shown' ? (
    <Shown questionId={questionId} choices={choices} spread={result.spread} />
  ) : (
    <p>{unseen[result.kind]}</p>
  );
}

const unseen = {
  open: 'The answers are shown once the poll is closed, to whoever opened it too.',
  few: `Fewer than ${fewestShown} colleagues gave an answer, so nothing is shown, and what they chose is deleted.`,
  withdrawn: 'The poll was withdrawn, and what was answered is deleted.',
} as const;

interface ShownProps {
  readonly questionId: string;
  readonly choices: readonly PollChoice[];
  readonly spread: Spread;
}

function Shown({ questionId, choices, spread }: ShownProps) {
  const { answers, unsaid, comments } = spread;
  const rows = choices
    .filter(({ value }) => value !== cannotSay)
    .map(({ value, label }) => ({ id: value, label, votes: spread.votes.get(value) ?? 0 }));
  const scale = { least: 0, most: answers, format: String };
  return (
    <>
      <ChartFigure
        note={`${countOf(answers, 'colleague')} answered${unsaid === 0 ? '' : `, and ${unsaid} could not say`}. Nobody knows who chose what.`}
        table={
          <DataTable
            caption={`What colleagues answered to ${questionId}`}
            columns={[
              { heading: 'Answer', cell: ({ label }) => label, isRowHeading: true },
              { heading: 'Colleagues', cell: ({ votes }) => votes, numeric: true },
            ]}
            rows={rows}
            rowKey={({ id }) => id}
          />
        }
        tableSummary={`See the answers to ${questionId} as a table`}
      >
        <BarChart
          id={`spread-${questionId}`}
          title={`What colleagues answered to ${questionId}`}
          description={rows.map(({ label, votes }) => `${label}: ${votes} of ${answers}`).join('; ')}
          bars={rows.map(({ id, label, votes }) => ({
            id,
            label,
            value: votes,
            valueText: `${votes} of ${answers}`,
          }))}
          scale={scale}
          axis={false}
        />
      </ChartFigure>
      {comments.length > 0 && (
        <>
          {/* No heading: the spread stands under headings of several levels. */}
          <p className="nhsuk-u-font-weight-bold" id={`written-${questionId}`}>
            What they wrote, in no order
          </p>
          <ul aria-labelledby={`written-${questionId}`}>
            {comments.map(({ id, text }) => (
              <li key={id} className="ldr-as-typed">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
