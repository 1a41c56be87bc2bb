import { paths } from '../../../paths.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { formPageTitles, offices } from '../formation.ts';
import { nameOfForm } from '../formation-place.ts';
import { personField } from '../writing/parse-form-pages.ts';
import type { PageFormProps } from './area-page.tsx';
import { PageConflictNotice, SavedBy } from './form-fields.tsx';

/** The page of the form about the people who answer for the footprint. */
export function PeoplePage(props: PageFormProps) {
  const { place, typed, revision, errors, conflict } = props;
  const text = (name: string) => ({ name, value: typedText(typed, name), errors });
  return (
    <>
      <ErrorSummary errors={errors} />
      {conflict !== null && <PageConflictNotice conflict={conflict} />}
      <h1>
        <span className="nhsuk-caption-xl">{nameOfForm(place)}</span>
        {formPageTitles.people}
      </h1>
      <p>
        Names and offices are public once the region has endorsed the form. E-mail addresses and the contact are not.
      </p>
      <Form action={paths.footprintFormPeople(place.slug)} savesItself>
        <input type="hidden" name="revision" value={revision} />
        {offices.map((office) => (
          <Office key={office.id} office={office} {...props} />
        ))}
        <h2>Governance</h2>
        <TextField
          {...text('group')}
          label="Governance group"
          hint="The group that steers the footprint’s digital work"
        />
        <TextField {...text('reports-to')} label="Reports to" hint="The board or committee above it" />
        <TextAreaField {...text('boards')} label="Health and wellbeing boards that take part" hint="One on each line" />
        <TextAreaField {...text('contact')} label="Whom to contact, and how" rows={3} />
        <div className="nhsuk-button-group">
          <SubmitButton>Save</SubmitButton>
          <a href={paths.formation(place.slug)}>Back to the form</a>
        </div>
      </Form>
      <SavedBy save={place.written.saves.people} />
    </>
  );
}

function Office({ office, place, typed, errors }: PageFormProps & { readonly office: (typeof offices)[number] }) {
  const field = (what: Parameters<typeof personField>[1]) => {
    const name = personField(office.id, what);
    return { name, value: typedText(typed, name), errors };
  };
  const choices = place.written.content.organisations.map(({ organisationId, name }) => ({
    value: organisationId,
    label: name,
  }));
  const whose = office.label.toLowerCase();
  return (
    <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-6">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{office.label}</legend>
      <TextField {...field('name')} label="Name" width={30} />
      <TextField {...field('role')} label="Job title" width={30} />
      <SelectField
        {...field('organisation')}
        label="Organisation"
        hint={`The ${whose} works for an organisation of the form`}
        choices={choices}
        placeholder="Not given"
      />
      <TextField {...field('email')} label="E-mail address" type="email" width={30} />
    </fieldset>
  );
}
