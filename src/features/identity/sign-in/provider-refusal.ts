import type { FieldError } from '../../../platform/forms/posted-form.ts';

/** By the code of better-auth, or of the provider (https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1). */
const words: Readonly<Record<string, (name: string) => string>> = {
  unreachable: (name) => `${name} cannot be reached just now. Try again later, or sign in with your password`,
  signup_disabled: (name) =>
    `There is no account here for the address that ${name} gave. Accounts are by invitation: ask for one for that address`,
  account_not_linked: (name) => `${name} does not vouch for your e-mail address. Sign in with your password`,
  email_not_found: (name) => `${name} did not give your e-mail address. Sign in with your password`,
  access_denied: (name) => `You did not sign in at ${name}. Try again, or sign in with your password`,
};

/** Why somebody who came back from the provider is not signed in, and what they can do. */
export function providerRefusal(code: string, providerName: string): FieldError {
  const say = words[code] ?? ((name: string) => `Signing in with ${name} did not work. Try again`);
  return { field: 'email', message: say(providerName) };
}
