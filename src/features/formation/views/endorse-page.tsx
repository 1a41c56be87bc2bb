import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/button.tsx';
import { DigestText } from '../../../views/digest-text.tsx';
import { ErrorSummary } from '../../../views/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../views/fields.tsx';
import { Form } from '../../../views/form.tsx';
import { formatTime } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import type { StoredDocument } from '../form-content-repository.ts';
import { type FormEndorsement, formDecisionLabels } from '../form-endorsement.ts';
import type { OrganisationMention } from '../formation.ts';
import { type FormPlace, nameOfCase } from '../formation-place.ts';
import { OnPageFields } from './form-fields.tsx';
import { FormDocumentView } from './form-view.tsx';

interface EndorsePageProps {
  readonly place: FormPlace;
  readonly ccg: OrganisationMention;
  readonly stored: StoredDocument;
  /** What the CCG decided on this very text before; null when it has not. */
  readonly standing: FormEndorsement | null;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  /** Said when the form was put anew after the page was opened, and nothing was recorded. */
  readonly refusal: string | null;
}

/** Where an executive decides for a CCG about one exact form, which stands in full on the page. */
export function EndorsePage(props: EndorsePageProps) {
  const { place, ccg, stored, standing, errors, refusal } = props;
  const { form } = place;
  return (
    <>
      <ErrorSummary errors={errors} />
      {refusal !== null && <Refusal reason={refusal} />}
      <h1>
        <span className="nhsuk-caption-xl">{ccg.name}</span>
        Decide on the footprint form of {nameOfCase(place)}
      </h1>
      <p>Read the form below before you decide. Your name, office and decision are recorded with it.</p>
      {standing !== null && (
        <div className="nhsuk-inset-text">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          <p>
            {standing.person.name} decided for your CCG on {formatTime(standing.at)}:{' '}
            {formDecisionLabels[standing.decision].toLowerCase()}. A new decision takes its place; the earlier one stays
            on record.
          </p>
        </div>
      )}
      <FormDocumentView document={stored.document} />
      <h2>Your decision</h2>
      <SummaryList
        rows={[
          { key: 'Form', value: `Form ${form.number}, put to the CCGs on ${formatTime(stored.frozenAt)}` },
          { key: 'Digest', value: <DigestText digest={form.digest ?? ''} /> },
        ]}
      />
      <p>The digest stands for exactly the text you read. If one letter is changed, your decision no longer stands.</p>
      <DecisionForm {...props} />
    </>
  );
}

export function Refusal({ reason }: { reason: string }) {
  return (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">Your decision was not recorded</h2>
        <div className="nhsuk-error-summary__body">
          <p>{reason}. What you typed is kept below, and this page shows the form as it stands now.</p>
        </div>
      </div>
    </div>
  );
}

function DecisionForm({ place, ccg, typed, errors }: EndorsePageProps) {
  const { slug, form } = place;
  return (
    <Form action={paths.endorseFootprintForm(slug, ccg.code)}>
      <OnPageFields number={form.number} digest={form.digest} />
      <RadiosField
        name="decision"
        label={`What does ${ccg.name} decide?`}
        choices={[
          { value: 'endorse', label: 'Endorse' },
          { value: 'decline', label: 'Decline' },
        ]}
        value={typedText(typed, 'decision')}
        errors={errors}
      />
      <TextAreaField
        name="reason"
        label="Reason"
        hint="Only if you decline. The lead and the other CCGs read it"
        value={typedText(typed, 'reason')}
        errors={errors}
      />
      <div className="nhsuk-button-group">
        <SubmitButton>Record the decision</SubmitButton>
        <a href={paths.formation(slug)}>Decide later</a>
      </div>
    </Form>
  );
}
