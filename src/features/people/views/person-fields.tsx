import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { TextField } from '../../../views/forms/fields.tsx';

export interface FormProps {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** Who is to have a role. */
export function PersonFields({ typed, errors }: FormProps) {
  return (
    <>
      <TextField
        name="email"
        label="E-mail address"
        hint="The person signs in with it"
        type="email"
        autoComplete="off"
        value={typedText(typed, 'email')}
        errors={errors}
      />
      <TextField
        name="name"
        label="Name"
        hint="As it stands on what the person signs"
        autoComplete="off"
        value={typedText(typed, 'name')}
        errors={errors}
      />
      <TextField
        name="job-title"
        label="Job title (optional)"
        autoComplete="off"
        value={typedText(typed, 'job-title')}
        errors={errors}
      />
    </>
  );
}

export function UntilField({ typed, errors }: FormProps) {
  return (
    <TextField
      name="until"
      label="Last day (optional)"
      hint={`Such as ${useExampleDays().end}. Leave it empty for a role without an end`}
      width={20}
      value={typedText(typed, 'until')}
      errors={errors}
    />
  );
}
