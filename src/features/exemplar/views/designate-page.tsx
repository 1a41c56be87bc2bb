import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { type Choice, RadiosField, TextAreaField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { Candidate } from '../choose-organisation.ts';
import { fewestReasonWords } from '../exemplar.ts';

interface DesignatePageProps {
  readonly typed: TypedForm;
  readonly groups: readonly Choice[];
  /** Organisations that match what was typed, where it could mean several. */
  readonly matches: readonly Candidate[];
  readonly errors: readonly FieldError[];
}

/** The form by which the national team designates an exemplar. */
export function DesignatePage({ typed, groups, matches, errors }: DesignatePageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>Designate an exemplar</h1>
        <p>What you write here is public as soon as you press the button.</p>
        <Form>
          <TextField
            name="organisation"
            label="Organisation"
            hint="Its code, such as RL4, or its name"
            value={typedText(typed, 'organisation')}
            autoComplete="off"
            errors={errors}
          />
          <Matches matches={matches} />
          <RadiosField
            name="group"
            label="Capability group"
            hint="An organisation can be an exemplar once in each group"
            choices={groups}
            value={typedText(typed, 'group')}
            errors={errors}
          />
          <TextField
            name="title"
            label="Title"
            hint="Say what was done, not how good it is"
            value={typedText(typed, 'title')}
            errors={errors}
          />
          <TextAreaField
            name="reason"
            label="Reason"
            hint={`What was done, for whom, what it cost, how well it works and what went wrong. At least ${fewestReasonWords} words`}
            rows={10}
            value={typedText(typed, 'reason')}
            errors={errors}
          />
          <SubmitButton>Designate and publish</SubmitButton>
        </Form>
      </div>
    </div>
  );
}

function Matches({ matches }: { matches: readonly Candidate[] }) {
  return matches.length === 0 ? null : (
    <div className="nhsuk-inset-text">
      <p>Did you mean one of these?</p>
      <ul>
        {matches.map(({ code, name }) => (
          <li key={code}>
            <strong>{code}</strong> {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
