import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { Details } from '../../../views/details.tsx';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { FileField, SelectField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { layouts } from '../read/layouts.ts';

interface Props {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** The form for a file. */
export function NewImportPage({ typed, errors }: Props) {
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
          hint={`Such as ${useExampleDays().past}: the day that the file speaks of, which it does not say itself`}
          width={20}
          value={typedText(typed, 'dated')}
          errors={errors}
        />
        <SelectField
          name="layout"
          label="Kind of file"
          placeholder="Tell it from the file"
          choices={layouts.map(({ id, label }) => ({ value: id, label }))}
          value={typedText(typed, 'layout')}
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
