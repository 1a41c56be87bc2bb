import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { Footprint } from '../../directory/index.ts';
import type { RoadmapVersionRow } from '../../roadmap/index.ts';

interface TakeBackPageProps {
  readonly footprint: Pick<Footprint, 'slug' | 'name'>;
  readonly version: RoadmapVersionRow;
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

/** Where a reviewer says why a clearance is taken back, and reads what follows. */
export function TakeBackPage({ footprint, version, reason, errors }: TakeBackPageProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>
        <span className="nhsuk-caption-xl">{footprint.name}</span>
        Take back the clearance of version {version.number}
      </h1>
      <p>
        The version can no longer be published. The footprint reads your reason beside the letter, which stays as it was
        sent, and answers with a new version that its members endorse.
      </p>
      <Form action={paths.takeBackClearance(footprint.slug)}>
        <TextAreaField name="reason" label="Reason" value={reason} errors={errors} />
        <div className="nhsuk-button-group">
          <SubmitButton>Take back the clearance</SubmitButton>
          <a href={paths.review(footprint.slug)}>Leave it cleared</a>
        </div>
      </Form>
    </>
  );
}
