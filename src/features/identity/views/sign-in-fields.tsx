import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { TextField } from '../../../views/forms/fields.tsx';

interface SignInFieldsProps {
  readonly email: string;
  readonly errors: readonly FieldError[];
  readonly isDemonstration: boolean;
}

/** What somebody signs in with, wherever that is asked. */
export function SignInFields({ email, errors, isDemonstration }: SignInFieldsProps) {
  return (
    <>
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        value={email}
        errors={errors}
      />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" errors={errors} />
      <SubmitButton secondary={isDemonstration}>Sign in</SubmitButton>
    </>
  );
}
