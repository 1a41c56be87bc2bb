import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { formatDate, inSentence, listInWords } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { CheckboxesField, type Choice, TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { type SettingsForm, settingsReasonLimit } from '../../settings/parse-settings-form.ts';
import type { SettingsProposal } from '../../settings/settings-proposal.ts';
import { PageHead } from '../page-head.tsx';

interface SettingsPageProps {
  readonly organisation: string;
  readonly type: { readonly label: string; readonly settings: readonly string[] };
  /** Null where there is none, and once somebody has said which settings it answers for. */
  readonly proposal: SettingsProposal | null;
  readonly offered: readonly Choice[];
  readonly typed: SettingsForm;
  /** The last deadline of the round, once nobody has time left; null before. */
  readonly settledOn: string | null;
  readonly errors: readonly FieldError[];
  readonly list: string;
}

/** Saying which care settings an organisation answers for. */
export function SettingsPage(props: SettingsPageProps) {
  const { organisation, type, proposal, offered, typed, settledOn, errors, list } = props;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title="Care settings" />
        <p>
          Each care setting is assessed by itself. At first an organisation has what follows from its type: as{' '}
          {inSentence(type.label)}, {listInWords(type.settings.map(inSentence))}. What you choose here holds in this
          round and later ones.
        </p>
        {proposal !== null && (
          <div className="nhsuk-inset-text">
            <p>{proposal.reasons.join(' ')}</p>
            <p>
              {proposal.isAsNow
                ? 'It answers for them now. Its care settings are ticked below: confirm them, or choose others.'
                : 'Its care settings of now are others. Those of the official results are ticked below as a proposal: nothing changes until you save.'}
            </p>
          </div>
        )}
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
