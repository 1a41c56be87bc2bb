import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { FormBoard } from '../decisions/form-endorsement.ts';
import { type FormPlace, nameOfForm } from '../formation-place.ts';
import { acceptsChanges } from '../forms/form-state.ts';
import { OnPageFields } from './form-fields.tsx';

interface ReturnPageProps {
  readonly place: FormPlace;
  readonly board: FormBoard;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** Taking a form back to change it, or giving it up. */
export function ReturnPage({ place, board, typed, errors }: ReturnPageProps) {
  const { slug, form, hasAccepted, life } = place;
  const lapsing = board.rows.filter(({ endorsement }) => endorsement !== null);
  const isWritten = acceptsChanges(form.state);
  const outcome =
    life === null
      ? 'The proposal ends; no footprint is formed'
      : hasAccepted
        ? 'The footprint stays as it is'
        : 'The footprint stays as it is, with no form';
  const choices = [
    ...(isWritten
      ? []
      : [
          {
            value: 'take-back',
            label: 'Take it back to change it',
            hint: 'It is put to the commissioners again afterwards',
          },
        ]),
    { value: 'withdraw', label: 'Give it up', hint: outcome },
  ];
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>
        <span className="nhsuk-caption-xl">{nameOfForm(place)}</span>
        {isWritten ? 'Give the form up' : 'Take the form back, or give it up'}
      </h1>
      {lapsing.length > 0 && (
        <div className="nhsuk-inset-text">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          <p>The decisions of these commissioners lapse: {lapsing.map(({ party }) => party.name).join('; ')}.</p>
        </div>
      )}
      <Form action={paths.returnFootprintForm(slug)}>
        <OnPageFields number={form.number} digest={form.digest} />
        <RadiosField
          name="action"
          label="What is to happen to the form?"
          choices={choices}
          value={typedText(typed, 'action')}
          errors={errors}
        />
        <TextAreaField
          name="reason"
          label="Why?"
          hint="Everyone who was asked to endorse the form will read this"
          value={typedText(typed, 'reason')}
          errors={errors}
        />
        <div className="nhsuk-button-group">
          <SubmitButton warning>Confirm</SubmitButton>
          <a href={paths.formation(slug)}>Leave it as it is</a>
        </div>
      </Form>
    </>
  );
}
