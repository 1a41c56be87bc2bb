import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { Tag } from '../../../views/tag.tsx';
import { PageHead } from '../../assessment/index.ts';
import type { ModerationPageView } from './moderation-view.ts';

interface ModerationPageProps {
  readonly view: ModerationPageView;
  readonly errors: readonly FieldError[];
}

/** What somebody from outside found of a signed return, by section, and the way to check more of it or to finish. */
export function ModerationPage({ view, errors }: ModerationPageProps) {
  const { organisation, state, facts, found, sections, canCheck, whyNot, links } = view;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title="Moderation" />
        <SummaryList
          rows={[
            {
              key: 'State',
              value: (
                <>
                  <Tag text={state.label} colour={state.colour} />
                  <span className="ldr-meaning">{state.meaning}</span>
                </>
              ),
            },
            ...facts,
          ]}
        />
        {whyNot !== '' && <p>{whyNot}</p>}
        <DataTable
          caption="Sections"
          columns={[
            { heading: 'Section', cell: ({ title, href }) => <a href={href}>{title}</a>, isRowHeading: true },
            { heading: canCheck ? 'Checked so far' : 'Checked', cell: ({ checked }) => checked },
          ]}
          rows={sections}
          rowKey={({ href }) => href}
        />
        {found !== null && (
          <DataTable
            caption="Answers that were found otherwise"
            columns={[
              { heading: 'Question', cell: ({ question }) => question, isRowHeading: true },
              { heading: 'Signed', cell: ({ signed }) => signed },
              { heading: 'Found', cell: ({ said }) => said },
              {
                heading: 'Why',
                cell: ({ reason, by }) => (
                  <>
                    <span className="ldr-as-typed">{reason}</span>
                    <span className="ldr-meaning">{by}</span>
                  </>
                ),
              },
            ]}
            rows={found}
            rowKey={({ id }) => id}
            empty="No answer was found otherwise."
          />
        )}
        {view.challenges.length > 0 && (
          <DataTable
            caption="Challenges"
            columns={[
              { heading: 'Answer', cell: ({ label, href }) => <a href={href}>{label}</a>, isRowHeading: true },
              { heading: 'State', cell: ({ state: said }) => said },
            ]}
            rows={view.challenges}
            rowKey={({ href }) => href}
          />
        )}
        <Finish view={view} />
        {links.result !== null && (
          <p>
            <a href={links.result}>See the result</a>
          </p>
        )}
        {links.invitation !== null && (
          <p>
            <a href={links.invitation}>Your invitation to check it, and how to give it back</a>
          </p>
        )}
        {links.peers !== null && (
          <p>
            <a href={links.peers}>Peers of other organisations who check it</a>
          </p>
        )}
        {links.queries !== null && (
          <p>
            <a href={links.queries}>Queries and validation</a>
          </p>
        )}
        {links.list !== null && (
          <p>
            <a href={links.list}>Back to the assessment</a>
          </p>
        )}
      </div>
    </div>
  );
}

function Finish({ view: { finish } }: Pick<ModerationPageProps, 'view'>) {
  return finish === null ? null : (
    <section aria-labelledby="finish">
      <h2 className="nhsuk-heading-m" id="finish">
        Finish the moderation
      </h2>
      <p>
        The answers are then scored as they were found, beside the scores that were signed, which stay as they are. The
        organisation reads both and every reason. {whoElse(finish)} It cannot be taken back.
      </p>
      <Form>
        <input type="hidden" name="digest" value={finish.digest} />
        <input type="hidden" name="read" value={finish.lastRead} />
        <SubmitButton>Finish the moderation</SubmitButton>
      </Form>
    </section>
  );
}

function whoElse({ arePublic, challengeDays }: NonNullable<ModerationPageView['finish']>): string {
  return arePublic
    ? `It has ${challengeDays} days to challenge what was found. Everybody sees both scores after that, once every challenge is answered.`
    : `It has ${challengeDays} days to challenge what was found, or until the results of the round are public if that is later. Everybody sees both scores after that, once every challenge is answered.`;
}
