import { DataTable } from '../../../../../views/data-table.tsx';
import { Details } from '../../../../../views/details.tsx';
import { SelectField } from '../../../../../views/forms/fields.tsx';
import type { Fill } from '../made-up-answers.ts';
import { choiceField } from '../parse-scoring-query.ts';
import type { ScoringRow, ScoringView } from '../scoring-view.ts';

interface ScoringPageProps {
  readonly view: ScoringView;
  readonly action: string;
  readonly careSettings: readonly { readonly id: string; readonly label: string }[];
}

const fillLabels: Readonly<Record<Fill, string>> = {
  lowest: 'All lowest',
  highest: 'All highest',
  alternating: 'Lowest and highest in turn',
  none: 'No answer',
};

/** What made-up answers would score, with the sum behind every number. */
export function ScoringPage({ view, action, careSettings }: ScoringPageProps) {
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">{view.title}</span>
        Scoring with made-up answers
      </h1>
      <p>{view.method}</p>
      <form method="get" action={action}>
        <SelectField
          name="setting"
          label="Care setting"
          choices={careSettings.map(({ id, label }) => ({ value: id, label }))}
          value={view.careSetting}
          errors={[]}
        />
        <SelectField
          name="fill"
          label="Answers"
          hint="For every question that you choose none for below"
          choices={Object.entries(fillLabels).map(([value, label]) => ({ value, label }))}
          value={view.fill}
          errors={[]}
        />
        <Choose view={view} />
        <button className="nhsuk-button" type="submit">
          Work it out
        </button>
      </form>
      <h2>Overall: {view.overall}</h2>
      <p>The answers are made up, and nothing is saved.</p>
      <DataTable
        caption="Every score and how it adds up"
        rows={view.rows}
        rowKey={({ id }) => id}
        columns={[
          { heading: 'Part', isRowHeading: true, cell: (row) => <Part row={row} /> },
          { heading: 'Score', numeric: true, cell: ({ score }) => score },
          { heading: 'Sum or answer', cell: ({ sum }) => sum },
        ]}
      />
    </>
  );
}

function Choose({ view: { sections, hasChosen } }: { view: ScoringView }) {
  return (
    <Details summary="Choose answers" open={hasChosen}>
      {sections.map(({ title, questions }) => (
        <fieldset key={title} className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{title}</legend>
          {questions.map(({ id, label, chosen, choices }) => (
            <SelectField
              key={id}
              name={choiceField(id)}
              label={label}
              placeholder="As above"
              choices={choices}
              value={chosen}
              errors={[]}
            />
          ))}
        </fieldset>
      ))}
    </Details>
  );
}

/** Questions are not bold: the parts that they make up stand out. */
function Part({ row: { label, level } }: { row: ScoringRow }) {
  return level === 'question' ? <span className="nhsuk-u-font-weight-normal">{label}</span> : label;
}
