import { Fragment } from 'react';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { Tag } from '../../../views/tag.tsx';
import { PageHead, SignedAnswers } from '../../assessment/index.ts';
import { textLimitInWords } from '../parse-query-forms.ts';
import type { QueriesLink, QueriesPageView } from './queries-view.ts';

interface QueriesPageProps {
  readonly view: QueriesPageView;
  /** What tells one opening of the page from another. */
  readonly formId: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** A signed return: what is asked about it, whether it is validated, and its answers as they were signed with the queries beside them. */
export function QueriesPage(props: QueriesPageProps) {
  const { view, errors } = props;
  const { organisation, state, facts, open, links } = view;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title="Queries and validation" />
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
            {
              key: 'Who reads the queries',
              value: 'The organisation, its region and the national team. They are never published.',
            },
          ]}
        />
        <DataTable
          caption="Open queries"
          columns={[
            { heading: 'About', cell: ({ about, href }) => <a href={href}>{about}</a>, isRowHeading: true },
            { heading: 'State', cell: ({ state: { label, colour } }) => <Tag text={label} colour={colour} /> },
            { heading: 'Last written in', cell: ({ last }) => last },
          ]}
          rows={open}
          rowKey={({ id }) => id}
          empty="No query is open."
        />
        {view.opened !== null && (
          <div className="nhsuk-inset-text">
            <p>
              <strong>{view.opened.head}</strong>
            </p>
            <p className="ldr-as-typed">{view.opened.reason}</p>
          </div>
        )}
        {view.withdrawn.map((steps) => (
          <div className="nhsuk-inset-text" key={steps[0]?.head}>
            {steps.map(({ head, reason }) => (
              <Fragment key={head}>
                <p>
                  <strong>{head}</strong>
                </p>
                <p className="ldr-as-typed">{reason}</p>
              </Fragment>
            ))}
          </div>
        ))}
        <Validation {...props} />
        <p>
          <a href={links.moderation}>Moderation: what somebody from outside finds of single answers</a>
        </p>
        {view.whyNotReopened !== '' && <p>{view.whyNotReopened}</p>}
        {view.opens !== null && <WayToOpen {...view.opens} />}
        <Answers view={view} />
        {links.document !== null && (
          <p>
            <a href={links.document}>Read the document that was signed</a>
          </p>
        )}
        {view.others.map(({ digest, what, href }) => (
          <p key={digest}>
            <a href={href}>Queries and validation of the other document</a>. {what}.
          </p>
        ))}
        {links.result !== null && (
          <p>
            <a href={links.result}>See the result</a>
          </p>
        )}
        <p>
          <a href={links.list}>Back to the assessment</a>
        </p>
      </div>
    </div>
  );
}

function WayToOpen({ href, kind }: NonNullable<QueriesPageView['opens']>) {
  if (kind === 'withdraw-correction') {
    return (
      <p>
        <a href={href}>Take the correction back</a>, where it was opened by mistake. The answers are then again as they
        were signed.
      </p>
    );
  }
  return kind === 'reopen' ? (
    <p>
      <a href={href}>Open the return again</a>, so that the organisation can change its answers.
    </p>
  ) : (
    <p>
      <a href={href}>Open the return for a correction</a>. The published result stands until the corrected return is
      signed.
    </p>
  );
}

function Validation({ view, formId, typed, errors }: QueriesPageProps) {
  const { record, form, whyNoForm, action, digest } = view;
  return (
    <section aria-labelledby="validation">
      <h2 className="nhsuk-heading-m" id="validation">
        Validation
      </h2>
      {record.length === 0 && <p>It has not been validated.</p>}
      {record.map(({ head, text }) => (
        <div key={head} className="nhsuk-inset-text">
          <p>
            <strong>{head}</strong>
          </p>
          {text !== '' && <p className="ldr-as-typed">{text}</p>}
        </div>
      ))}
      {whyNoForm !== '' && <p>{whyNoForm}</p>}
      <Unsent view={view} typed={typed} />
      {form !== null && (
        <Form action={action}>
          <input type="hidden" name="form" value={formId} data-made-anew="" />
          <input type="hidden" name="digest" value={digest} />
          {form === 'validate' ? (
            <>
              <TextAreaField
                name="note"
                label="Note on the validation (optional)"
                hint={`${textLimitInWords} The organisation reads it. That the return is validated, and when, is public with its results.`}
                rows={3}
                value={typedText(typed, 'note')}
                errors={errors}
              />
              {view.isForGood && <p>The results are public, so this cannot be taken back.</p>}
              <SubmitButton name="step" value="validate">
                Validate the return
              </SubmitButton>
            </>
          ) : (
            <>
              <TextAreaField
                name="reason"
                label="Why the validation is taken back"
                hint={`${textLimitInWords} The organisation reads it. It can be taken back until the results are public.`}
                rows={3}
                value={typedText(typed, 'reason')}
                errors={errors}
              />
              <SubmitButton secondary name="step" value="take-back">
                Take the validation back
              </SubmitButton>
            </>
          )}
        </Form>
      )}
    </section>
  );
}

/** What was typed into a form that is not there any more, to be copied; nothing where nothing was. */
function Unsent({ view: { form }, typed }: Pick<QueriesPageProps, 'view' | 'typed'>) {
  const fields = [form === 'validate' ? [] : ['note'], form === 'take-back' ? [] : ['reason']].flat();
  return fields
    .filter((field) => field in typed)
    .map((field) => (
      <div className="nhsuk-inset-text" id={field} key={field}>
        <p>
          <strong>What you typed, which was not sent:</strong>
        </p>
        <p className="ldr-as-typed">{typedText(typed, field) || 'Nothing'}</p>
      </div>
    ));
}

function Answers({ view: { whole, sections } }: Pick<QueriesPageProps, 'view'>) {
  return (
    <>
      <h2>Answers as they were signed</h2>
      <AboutLink link={whole} />
      {sections.map(({ title, about, answers, linkOf }) => (
        <section key={title}>
          <h3>{title}</h3>
          <AboutLink link={about} />
          <SignedAnswers answers={answers} beside={(id) => <AboutLink link={linkOf.get(id) ?? null} />} />
        </section>
      ))}
    </>
  );
}

function AboutLink({ link }: { readonly link: QueriesLink | null }) {
  return link === null ? null : (
    <p>
      <a href={link.href}>{link.text}</a>
    </p>
  );
}
