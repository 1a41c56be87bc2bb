import { errorOf, type FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedList } from '../../../../platform/forms/typed-form.ts';
import { Details } from '../../../../views/details.tsx';
import { countOf } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { CheckboxesField, type Choice, TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { PageHead } from '../page-head.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { EvidenceFacts, EvidenceName } from './evidence-parts.tsx';
import type { EvidenceLine } from './evidence-view.ts';

export interface AttachedLine extends EvidenceLine {
  readonly page: string;
}

export interface QuestionEvidenceView {
  readonly organisation: string;
  readonly questionId: string;
  readonly question: string;
  readonly attached: readonly AttachedLine[];
  /** What else the organisation has, as choices; what stood under the same question before comes first. */
  readonly offered: readonly Choice[];
  /** The other questions of the section, as choices. */
  readonly others: readonly Choice[];
  /** Whether some of that stood under the same question in an earlier round. */
  readonly hasEarlier: boolean;
  /** Why nothing can be added or changed; null where it can. */
  readonly locked: string | null;
  readonly mostBytes: number;
  readonly actions: { readonly uses: string; readonly section: string; readonly all: string };
}

interface QuestionEvidencePageProps {
  readonly view: QuestionEvidenceView;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** What one answer rests on: to look at, to add to, and to say where in it to look. */
export function QuestionEvidencePage({ view, typed, errors }: QuestionEvidencePageProps) {
  const { questionId, locked, actions } = view;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={view.organisation} title={`Evidence for ${questionId}`} />
        <p>{view.question}</p>
        <p>Only people with a role in your organisation read it. It is never published.</p>
        {locked !== null && (
          <div className="nhsuk-inset-text">
            <p>{locked}</p>
          </div>
        )}
        <Attached view={view} errors={errors} />
        {locked === null && view.offered.length > 0 && <Offered view={view} typed={typed} errors={errors} />}
        {(locked === null || errors.length > 0) && (
          <>
            <h2 className="nhsuk-heading-m">Add a file or a link</h2>
            <Form isMultipart>
              <EvidenceFields typed={typed} errors={errors} mostBytes={view.mostBytes} asksPage />
              <SubmitButton>Add to {questionId}</SubmitButton>
            </Form>
          </>
        )}
        <p>
          <a href={actions.section}>Back to question {questionId}</a>
        </p>
        <p>
          <a href={actions.all}>All evidence of this return</a>
        </p>
      </div>
    </div>
  );
}

function Attached({
  view: { attached, questionId, locked, actions },
  errors,
}: Omit<QuestionEvidencePageProps, 'typed'>) {
  if (attached.length === 0) {
    return <p>This answer rests on nothing yet, so it counts as asserted.</p>;
  }
  const list = (
    <ul className="nhsuk-list ldr-evidence">
      {attached.map((line) => (
        <li key={line.id}>
          <p>
            <EvidenceName line={line} />
            <br />
            <EvidenceFacts line={line} />
          </p>
          {locked === null ? (
            <>
              <TextField
                name={`page-${line.id}`}
                label={`Page or part of “${line.title}” (optional)`}
                value={line.page}
                width={20}
                errors={errors}
              />
              <CheckboxesField
                name={`take-off-${line.id}`}
                label={`Take “${line.title}” off?`}
                choices={[{ value: 'off', label: `This answer no longer rests on it` }]}
                values={[]}
              />
            </>
          ) : (
            line.page !== '' && <p>See {line.page}</p>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h2 className="nhsuk-heading-m">What the answer to {questionId} rests on</h2>
      {locked === null ? (
        <Form action={actions.uses}>
          {list}
          <SubmitButton secondary>Save what {questionId} rests on</SubmitButton>
        </Form>
      ) : (
        list
      )}
    </>
  );
}

function Offered({
  view: { offered, others, hasEarlier, questionId, actions },
  typed,
  errors,
}: QuestionEvidencePageProps) {
  const isAtFault = ['use', 'also'].some((field) => errorOf(errors, field) !== undefined);
  return (
    <Details summary={`Use what is here already (${countOf(offered.length, 'item')})`} open={hasEarlier || isAtFault}>
      <Form action={actions.uses}>
        <CheckboxesField
          name="use"
          label={`What does the answer to ${questionId} rest on as well?`}
          hint="One item can stand under any number of answers."
          choices={offered}
          values={typedList(typed, 'use')}
          errors={errors}
        />
        {others.length > 0 && (
          <CheckboxesField
            name="also"
            label="Which other answers of this section rest on it too? (optional)"
            hint={`What you have chosen above is put under ${questionId} and under each of these at once.`}
            choices={others}
            values={typedList(typed, 'also')}
            errors={errors}
            small
          />
        )}
        <SubmitButton secondary>Use what is chosen</SubmitButton>
      </Form>
    </Details>
  );
}
