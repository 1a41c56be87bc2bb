import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { PageHead } from '../page-head.tsx';

export interface RemindLine {
  readonly id: string;
  /** Whom, of what, due when. */
  readonly text: string;
  /** When they were reminded of it less than a day ago, in words; null where they were not. */
  readonly justReminded: string | null;
}

interface RemindPageProps {
  readonly organisation: string;
  readonly title: string;
  readonly lines: readonly RemindLine[];
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly back: string;
}

/** Asks once more before people are reminded of what they owe. */
export function RemindPage({ organisation, title, lines, typed, errors, back }: RemindPageProps) {
  const due = lines.filter(({ justReminded }) => justReminded === null);
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={title} />
        {lines.length === 0 && <p className="ldr-empty">There is nothing to remind anybody of.</p>}
        <ul>
          {lines.map(({ id, text, justReminded }) => (
            <li key={id}>
              {text}
              {justReminded !== null && <span className="ldr-meaning">{justReminded}</span>}
            </li>
          ))}
        </ul>
        {lines.length > 0 && due.length === 0 && (
          <p>All of this was reminded of less than a day ago. Nobody is reminded of a thing twice within a day.</p>
        )}
        {due.length > 0 && (
          <Form>
            <TextAreaField
              name="note"
              label="Note (optional)"
              hint="It stands in the e-mail."
              rows={3}
              value={typedText(typed, 'note')}
              errors={errors}
            />
            <SubmitButton>Remind</SubmitButton>
          </Form>
        )}
        <p>
          <a href={back}>Back to the assignments</a>
        </p>
      </div>
    </div>
  );
}
