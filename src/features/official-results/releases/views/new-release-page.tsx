import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../../views/forms/example-days.ts';
import { FileField, SelectField, TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { standings } from '../parse-release-form.ts';

interface NewReleasePageProps {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** The form for a release and its file. */
export function NewReleasePage({ typed, errors }: NewReleasePageProps) {
  const field = (name: string) => ({ name, value: typedText(typed, name), errors });
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Bring in official results</h1>
      <p>
        Scores that somebody else has published of organisations. You will see what the file says otherwise than the
        version before it; nothing is shown to anybody before you have confirmed it.
      </p>
      <Form isMultipart={true}>
        <FileField
          name="file"
          label="File"
          hint="CSV, up to 1 MB, with the columns organisation_code, organisation_name, care_setting, year and one for each measure"
          errors={errors}
        />
        <TextField
          {...field('series')}
          label="Short name of the publication"
          hint="The same for all its versions, such as dma-2026"
          width={30}
        />
        <TextField
          {...field('version')}
          label="Version"
          hint="1 for the first; a correction is the next one, and takes its place"
          inputMode="numeric"
          width={4}
        />
        <TextField {...field('title')} label="Title of the publication" />
        <TextField {...field('publisher')} label="Published by" width={30} />
        <TextField
          {...field('published-on')}
          label="Published on"
          hint={`Such as ${useExampleDays().past}: pages show the results from that day on`}
          width={20}
        />
        <TextField {...field('url')} label="Address of the publication (optional)" />
        <TextField {...field('licence')} label="Licence (optional)" hint="Left empty: not stated" />
        <SelectField
          {...field('standing')}
          label="Standing"
          choices={Object.entries(standings).map(([value, label]) => ({ value, label }))}
        />
        <TextField {...field('note')} label="What readers should know of it (optional)" />
        <SubmitButton>Check the file</SubmitButton>
      </Form>
    </>
  );
}
