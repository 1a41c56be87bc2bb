import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { formatDate } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { CheckboxesField, type Choice, TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { type SettingsForm, settingsReasonLimit } from '../../settings/parse-settings-form.ts';
import { PageHead } from '../page-head.tsx';

interface SettingsPageProps {
  readonly organisation: string;
  readonly offered: readonly Choice[];
  readonly typed: SettingsForm;
  /** The last deadline of the round, once nobody has time left; null before. */
  readonly settledOn: string | null;
  readonly errors: readonly FieldError[];
  readonly list: string;
}

/** Saying which care settings an organisation answers for. */
export function SettingsPage({ organisation, offered, typed, settledOn, errors, list }: SettingsPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title="Care settings" />
        <p>
          Each care setting is assessed by itself. At first an organisation has what follows from its type; what you
          choose here holds in this round and later ones.
        </p>
        {settledOn !== null && (
          <p>
            The last deadline of this round was on {formatDate(settledOn)}. What you choose now counts in later rounds
            only.
          </p>
        )}
        <Form>
          <CheckboxesField
            name="settings"
            label="Which care settings does it answer for?"
            hint="Answers of one that you take out are kept, and are there again if you put it back."
            choices={offered}
            values={typed.settings}
            errors={errors}
          />
          <TextAreaField
            name="reason"
            label="Why?"
            hint={`Kept with the change. Up to ${settingsReasonLimit.toLocaleString('en-GB')} characters.`}
            value={typed.reason}
            rows={3}
            errors={errors}
          />
          <SubmitButton>Save</SubmitButton>
        </Form>
        <p>
          <a href={list}>Back without changing them</a>
        </p>
      </div>
    </div>
  );
}
