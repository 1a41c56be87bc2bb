import type { FieldError } from '../../../platform/forms.ts';
import { SubmitButton } from '../../../views/button.tsx';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { ErrorSummary } from '../../../views/error-summary.tsx';
import { FileField, SelectField, TextField } from '../../../views/fields.tsx';
import { Form } from '../../../views/form.tsx';
import { type ImportFault, layouts } from '../../directory/index.ts';
import type { UploadFields } from '../read-upload-form.ts';

interface Props {
  readonly values: Pick<UploadFields, 'dated' | 'layout'>;
  readonly errors: readonly FieldError[];
  readonly faults: readonly ImportFault[];
}

/** The form for a file, and the faults of one that could not be taken. */
export function NewImportPage({ values, errors, faults }: Props) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Bring in a file</h1>
      <p>
        You will see what the file would change before anything is changed. A large file takes some seconds to check.
      </p>
      <Form isMultipart={true}>
        <FileField name="file" label="File" hint="CSV, XML or JSON, up to 30 MB" errors={errors} />
        <TextField
          name="dated"
          label="Day of the file"
          hint="The day whose state of affairs it gives, as year-month-day, for example 2016-02-29. The file itself does not say it."
          width={10}
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
      {faults.length > 0 && <FaultTable faults={faults} />}
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

function FaultTable({ faults }: { faults: readonly ImportFault[] }) {
  return (
    <DataTable
      caption="What is wrong with the file"
      rows={faults}
      rowKey={(row) => `${row.line} ${row.column} ${row.reason}`}
      empty=""
      columns={[
        { heading: 'Line', isRowHeading: true, cell: (row) => row.line ?? '–' },
        {
          heading: 'Column',
          cell: (row) => [row.column, row.columnName].filter((part) => part !== null).join(', ') || '–',
        },
        { heading: 'What is wrong', cell: (row) => row.reason },
      ]}
    />
  );
}
