import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { VersionPlace } from '../roadmap-place.ts';

interface NewVersionPageProps {
  readonly place: VersionPlace;
  readonly summary: string;
  readonly errors: readonly FieldError[];
}

/** Before a further version is begun: what is carried over, and what will be different. */
export function NewVersionPage({ place, summary, errors }: NewVersionPageProps) {
  const { slug } = place.footprint;
  const { number, nextNumber, state } = place.version;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Begin version {nextNumber}</h1>
      <p>
        Version {nextNumber} begins with everything that version {number} says, each text with the name of who wrote it.
        Version {number} stays as it is.
      </p>
      {state === 'changes-requested' && (
        <p>
          The regional team asked for changes. <a href={paths.review(slug)}>Read its letter</a> again before you begin.
        </p>
      )}
      <p>Every member organisation will be asked to endorse the new version.</p>
      <Form>
        <input type="hidden" name="version" value={number} />
        <TextAreaField
          name="summary"
          label="What will be different?"
          hint="A short summary, shown in the version history. The service lists the parts that changed by itself"
          value={summary}
          errors={errors}
        />
        <div className="nhsuk-button-group">
          <SubmitButton>Begin version {nextNumber}</SubmitButton>
          <a href={paths.roadmap(slug)}>Not now</a>
        </div>
      </Form>
    </>
  );
}
