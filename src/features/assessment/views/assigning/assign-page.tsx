import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedList, typedText } from '../../../../platform/forms/typed-form.ts';
import { Details } from '../../../../views/details.tsx';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../../views/forms/example-days.ts';
import {
  CheckboxesField,
  type Choice,
  RadiosField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { PersonFields } from '../../../people/index.ts';
import { PageHead } from '../page-head.tsx';

/** Sections or questions to choose from. */
export interface ChoiceGroup {
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
}

interface AssignPageProps {
  readonly organisation: string;
  readonly title: string;
  readonly people: readonly Choice[];
  /** Whether somebody without an account can be invited instead. */
  readonly mayInvite: boolean;
  readonly groups: readonly ChoiceGroup[];
  /** The deadline of the organisation, in words. */
  readonly deadline: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  /** Where the board of assignments is. */
  readonly back: string;
}

const parts: readonly Choice[] = [
  {
    value: 'answers',
    label: 'Answer for it',
    hint: 'Where somebody else answers for a section already, they help from now on, and are told.',
  },
  { value: 'helps', label: 'Help whoever answers for it' },
];

/** Gives sections, or questions of one, to somebody. */
export function AssignPage({
  organisation,
  title,
  people,
  mayInvite,
  groups,
  deadline,
  typed,
  errors,
  back,
}: AssignPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={title} />
        <p>
          The person is told by e-mail, and sees it first on My work. Anything they already have takes the due date and
          message you give here. The deadline for the whole assessment is {deadline}.
        </p>
        <Form>
          <PersonField people={people} typed={typed} errors={errors} label="Who?" />
          {mayInvite && <Invitee typed={typed} errors={errors} />}
          {groups.map((group) => (
            <CheckboxesField
              key={group.field}
              name={group.field}
              label={group.label}
              {...(group.hint === undefined ? {} : { hint: group.hint })}
              choices={group.choices}
              values={typedList(typed, group.field)}
              small
              errors={errors}
            />
          ))}
          <RadiosField
            name="part"
            label="What are they asked to do?"
            choices={parts}
            value={typedText(typed, 'part')}
            errors={errors}
          />
          <DueField typed={typed} errors={errors} />
          <TextAreaField
            name="message"
            label="Message (optional)"
            hint="It stands in the e-mail and above the questions."
            rows={3}
            value={typedText(typed, 'message')}
            errors={errors}
          />
          <SubmitButton>Assign</SubmitButton>
        </Form>
        <p>
          <a href={back}>Back to the assignments</a>
        </p>
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** Somebody who holds no role here yet. */
function Invitee({ typed, errors }: FieldsProps) {
  const isOpen =
    ['email', 'name'].some((field) => typedText(typed, field) !== '') ||
    errors.some(({ field }) => field === 'email' || field === 'name');
  return (
    <Details summary="Somebody who is not listed" open={isOpen}>
      <p>
        They are invited to choose a password, get the role of a contributor here, and find what you assign them first.
        Leave “Who?” empty.
      </p>
      <PersonFields typed={typed} errors={errors} />
    </Details>
  );
}

export function PersonField({
  people,
  label,
  typed,
  errors,
}: FieldsProps & { readonly people: readonly Choice[]; readonly label: string }) {
  return (
    <SelectField
      name="person"
      label={label}
      hint="Everybody who may answer for the organisation."
      placeholder="Choose a person"
      choices={people}
      value={typedText(typed, 'person')}
      errors={errors}
    />
  );
}

export function DueField({ typed, errors }: FieldsProps) {
  return (
    <TextField
      name="due-on"
      label="By which day?"
      hint={`Such as ${useExampleDays().beginning}. It stays as it is where the round is extended.`}
      width={20}
      value={typedText(typed, 'due-on')}
      errors={errors}
    />
  );
}
