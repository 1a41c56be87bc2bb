import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { Details } from '../../../views/details.tsx';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { FileField, SelectField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { layouts } from '../read/layouts.ts';
import type { UploadFields } from '../uploads/read-upload-form.ts';

interface Props {
  readonly values: Pick<UploadFields, 'dated' | 'layout'>;
  readonly errors: readonly FieldError[];
}

/** The form for a file. */
export function NewImportPage({ values, errors }: Props) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Bring in a file</h1>
      <p>
        You will see what the file would change before anything is changed. A large file takes minutes to check; you
        need not wait on the page.
      </p>
      <Form isMultipart={true}>
        <FileField name="file" label="File" hint="CSV, XML or JSON, up to 30 MB" errors={errors} />
        <TextField
          name="dated"
          label="Day of the file"
          hint="Such as 29 February 2016: the day that the file speaks of, which it does not say itself"
          width={20}
          value={values.dated}
          errors={errors}
        />
        <SelectField
          name="layout"
          label="Kind of file"
          placeholder="Tell it from the file"
          choices={layouts.map(({ id, label }) => ({ value: id, label }))}
          value={values.layout}
          errors={errors}
        />
        <SubmitButton>Check the file</SubmitButton>
      </Form>
      <Details summary="Kinds of file that can be read">
        <dl>
          {layouts.map(({ id, label, description }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </>
  );
}
