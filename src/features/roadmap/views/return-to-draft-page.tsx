import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { decisionLabels } from '../../agreement/index.ts';
import type { VersionBoardRow } from '../endorsement/endorsement-board.ts';
import type { VersionPlace } from '../roadmap-place.ts';

interface ReturnToDraftPageProps {
  readonly place: VersionPlace;
  /** Organisations that have decided on the frozen version. */
  readonly decided: readonly VersionBoardRow[];
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

/** Before a frozen version is opened for changes again: whose decisions lapse by it, and why it is done. */
export function ReturnToDraftPage({ place, decided, reason, errors }: ReturnToDraftPageProps) {
  const { slug } = place.footprint;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>
        <span className="nhsuk-caption-xl">Version {place.version.number}</span>
        Return this version to draft
      </h1>
      <p>
        The text can be changed again. The version must then be frozen anew, and every organisation must decide anew,
        even if nothing is changed.
      </p>
      <h2>Decisions that will lapse</h2>
      {decided.length === 0 ? (
        <p>No organisation has decided yet.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {decided.map(({ party, endorsement }) => (
            <li key={party.organisationId}>
              {party.name}
              {endorsement !== null && `: ${decisionLabels[endorsement.decision].toLowerCase()}`}
            </li>
          ))}
        </ul>
      )}
      <Form>
        <input type="hidden" name="version" value={place.version.number} />
        <TextAreaField
          name="reason"
          label="Why is it returned to draft?"
          hint="Every member organisation reads this"
          value={reason}
          errors={errors}
        />
        <div className="nhsuk-button-group">
          <SubmitButton warning>Return to draft</SubmitButton>
          <a href={paths.agreement(slug)}>Leave it as it is</a>
        </div>
      </Form>
    </>
  );
}
