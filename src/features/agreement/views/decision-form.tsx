import type { ReactNode } from 'react';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { formatTime } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { RadiosField, TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { type Decision, decisionLabels, type Endorsement } from '../endorsement.ts';
import { choiceLabels } from '../read-decision.ts';

interface DecisionFormProps {
  readonly action: string;
  /** For whom is decided. */
  readonly name: string;
  readonly offered: readonly Decision[];
  /** Who reads the reason: `It is published with the roadmap`. */
  readonly readers: { readonly conditions?: string; readonly reason: string };
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly laterHref: string;
  /** Hidden fields that say which document was on the page. */
  readonly children: ReactNode;
}

/** Where somebody decides for an organisation about one exact document. */
export function DecisionForm(props: DecisionFormProps) {
  const { action, name, offered, readers, typed, errors, laterHref, children } = props;
  return (
    <Form action={action}>
      {children}
      <RadiosField
        name="decision"
        label={`What does ${name} decide?`}
        legendSize="m"
        choices={offered.map((value) => ({ value, label: choiceLabels[value] }))}
        value={typedText(typed, 'decision')}
        errors={errors}
      />
      {readers.conditions !== undefined && (
        <TextAreaField
          name="conditions"
          label="Conditions"
          hint={`Only if you endorse with conditions. ${readers.conditions}`}
          value={typedText(typed, 'conditions')}
          errors={errors}
        />
      )}
      <TextAreaField
        name="reason"
        label="Reason"
        hint={`Only if you decline. ${readers.reason}`}
        value={typedText(typed, 'reason')}
        errors={errors}
      />
      <div className="nhsuk-button-group">
        <SubmitButton>Record the decision</SubmitButton>
        <a href={laterHref}>Decide later</a>
      </div>
    </Form>
  );
}

/** Said where a decision was not recorded, because the document is another than the one on the page. */
export function DecisionRefused({ reason, whatIsShown }: { reason: string; whatIsShown: string }) {
  return (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">Your decision was not recorded</h2>
        <div className="nhsuk-error-summary__body">
          <p>
            {reason}. What you typed is kept below, and {whatIsShown}.
          </p>
        </div>
      </div>
    </div>
  );
}

/** What was decided on this very document before; `whose` is `your organisation`. */
export function StandingDecision({ standing, whose }: { standing: Endorsement | null; whose: string }) {
  return standing === null ? null : (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        {standing.person.name} decided for {whose} on {formatTime(standing.at)}:{' '}
        {decisionLabels[standing.decision].toLowerCase()}. A new decision takes its place; the earlier one stays on
        record.
      </p>
    </div>
  );
}
