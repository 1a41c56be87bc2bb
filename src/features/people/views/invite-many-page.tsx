import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { listInWords } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { FileField, TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { RoleToGive } from '../manage.ts';

interface InviteManyPageProps {
  readonly toGive: readonly RoleToGive[];
  readonly text: string;
  readonly errors: readonly FieldError[];
}

/** Many invitations from a table. Either all of them are sent, or everything that is wrong is told and none is. */
export function InviteManyPage({ toGive, text, errors }: InviteManyPageProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Invite many people</h1>
      <p>
        Send a CSV file, or paste its lines from a spreadsheet. The first line names the columns: <code>email</code>,{' '}
        <code>name</code>, <code>role</code>, <code>place</code>, <code>job title</code> and <code>until</code>. Place,
        job title and until may be left out or empty. Nobody is invited before every line is right.
      </p>
      <p>Roles that you can give: {listInWords(toGive.map(({ role }) => role))}.</p>
      <Form action={paths.inviteManyFromFile()} isMultipart={true}>
        <FileField
          name="file"
          label="File of people"
          hint="CSV, up to 1,000 lines"
          errors={errors.filter(({ field }) => field === 'file')}
        />
        <SubmitButton secondary>Invite all in the file</SubmitButton>
      </Form>
      <Form action={paths.inviteMany()}>
        <TextAreaField
          name="people"
          label="Or their lines"
          hint={`The line of the columns first, such as email,name,role,place,job title,until. Then a line for each person, such as a.sample@example.nhs.uk,Alex Sample,contributor,RL4,Ward manager,${useExampleDays().end}`}
          rows={12}
          value={text}
          errors={errors.filter(({ field }) => field === 'people').slice(0, 1)}
        />
        <SubmitButton>Invite all of them</SubmitButton>
      </Form>
    </>
  );
}
