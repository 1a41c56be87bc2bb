import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { CheckboxesField, TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { removalReasonLimit } from '../../evidence/parse-removal-form.ts';
import { PageHead } from '../page-head.tsx';

interface RemoveEvidencePageProps {
  readonly organisation: string;
  readonly title: string;
  /** False for a link. */
  readonly isFile: boolean;
  /** Where a signed return rests on it; empty where none does. */
  readonly signed: readonly string[];
  /** Where it stands without being signed; empty where nowhere. */
  readonly used: readonly string[];
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly back: string;
}

/** Removing evidence: what goes, what stays, and why it is done. */
export function RemoveEvidencePage({
  organisation,
  title,
  isFile,
  signed,
  used,
  reason,
  errors,
  back,
}: RemoveEvidencePageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={`Remove “${title}”`} />
        <p>
          {isFile
            ? 'The file is deleted, in all of its versions, and cannot be brought back; backups keep it until they are deleted themselves.'
            : 'The link is no longer shown, and answers cannot rest on it again.'}{' '}
          That it was here, who removed it, when and why stays on record.
        </p>
        {used.length > 0 && <p>These answers will no longer rest on it: {used.join('; ')}.</p>}
        <Form>
          <TextAreaField
            name="reason"
            label="Why is it removed?"
            hint={`People of your organisation read this. Up to ${removalReasonLimit} characters.`}
            value={reason}
            rows={3}
            errors={errors}
          />
          {signed.length > 0 && (
            <CheckboxesField
              name="signed"
              label="A signed return rests on it"
              hint={`${signed.join('; ')}. What was signed stays as it is, and says that the file was removed since.`}
              choices={[{ value: 'accepted', label: 'Remove it all the same' }]}
              errors={errors}
            />
          )}
          <SubmitButton warning>Remove it</SubmitButton>
        </Form>
        <p>
          <a href={back}>Back without removing it</a>
        </p>
      </div>
    </div>
  );
}
