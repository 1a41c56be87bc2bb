import { paths } from '../../../../paths.ts';
import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../../platform/forms/typed-form.ts';
import { formatDate } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../../views/forms/example-days.ts';
import { TextAreaField, TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import type { ReleaseOnRecord } from '../releases-repository.ts';

interface WithdrawReleasePageProps {
  readonly release: ReleaseOnRecord;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** Shows what is about to be noted as withdrawn and asks since when and why. */
export function WithdrawReleasePage({ release, typed, errors }: WithdrawReleasePageProps) {
  const { title, version, publisher, publishedOn } = release;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Withdraw official results</h1>
      <p className="nhsuk-lede-text">
        {title}, version {version}, published by {publisher} on {formatDate(publishedOn)}
      </p>
      <p>
        For a release that its publisher has taken back. From that day on its results stand on no page; those of the
        days before still have them, and the release stays on record. A corrected one is brought in as the next version
        instead.
      </p>
      <Form>
        <TextField
          name="withdrawn-on"
          label="Withdrawn on"
          hint={`Such as ${useExampleDays().today}`}
          width={20}
          value={typedText(typed, 'withdrawn-on')}
          errors={errors}
        />
        <TextAreaField
          name="reason"
          label="Reason, as the publisher gives it"
          hint="This will be public"
          value={typedText(typed, 'reason')}
          errors={errors}
        />
        <SubmitButton warning>Withdraw it</SubmitButton>
      </Form>
      <p>
        <a href={paths.officialReleases()}>Keep it and go back</a>
      </p>
    </>
  );
}
