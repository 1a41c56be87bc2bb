import { paths } from '../../../paths.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, SelectField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { roleLabels } from '../../identity/index.ts';
import { type ProgrammePack, signsAssessments } from '../../programme/index.ts';
import type { RoleToGive } from '../manage.ts';
import { type FormProps, PersonFields, UntilField } from './person-fields.tsx';
import { roleDuty } from './role-duty.ts';

interface InvitePageProps extends FormProps {
  readonly pack: Pick<ProgrammePack, 'instruments'>;
  readonly toGive: readonly RoleToGive[];
  readonly sendsMail: boolean;
}

/** Gives somebody a role, and an account where they have none. */
export function InvitePage({ pack, toGive, sendsMail, typed, errors }: InvitePageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>Invite a person</h1>
        <p>
          {sendsMail
            ? 'The person is told by mail, with a link to choose a password if they have no account yet.'
            : 'No mail server is set up, so you are shown a link to pass on, by which the person chooses a password.'}{' '}
          To invite several people, <a href={paths.inviteMany()}>invite many at once</a>.
        </p>
        <Form>
          <PersonFields typed={typed} errors={errors} />
          <RadiosField
            name="role"
            label="Role"
            choices={toGive.map(({ role }) => ({
              value: role,
              label: roleLabels[role],
              hint: roleDuty(role, signsAssessments(pack, role)),
            }))}
            value={typedText(typed, 'role')}
            errors={errors}
          />
          <PlaceField toGive={toGive} typed={typed} errors={errors} />
          <UntilField typed={typed} errors={errors} />
          <SubmitButton>Invite</SubmitButton>
        </Form>
      </div>
    </div>
  );
}

/** Whoever may give a role in few places chooses among them; elsewhere the code is typed. */
function PlaceField({ toGive, typed, errors }: FormProps & Pick<InvitePageProps, 'toGive'>) {
  const value = typedText(typed, 'place');
  if (toGive.some(({ places }) => places === null)) {
    return (
      <TextField
        name="place"
        label="Place"
        hint="The name or code of the organisation, footprint or region, such as Gloucestershire or RL4. Leave it empty for a role of the national team"
        value={value}
        errors={errors}
      />
    );
  }
  const places = toGive.flatMap((each) => each.places ?? []);
  const choices = places.map(({ scopeId, scopeName }) => ({ value: scopeId, label: scopeName }));
  return <SelectField name="place" label="Place" choices={choices} value={value} errors={errors} />;
}
