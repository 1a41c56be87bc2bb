import type { WrittenLetter } from '../../../platform/written-letter.ts';
import { formatTime } from '../../../views/format.ts';
import { letterTo } from '../password/link-letter.ts';

/** What somebody changed about how they sign in. */
export type AccountChange = 'password' | 'code-set-up' | 'code-taken-off' | 'passkey-added' | 'passkey-removed';

interface ChangeWords {
  /** As the audit trail names it. */
  readonly action: string;
  readonly subject: string;
  readonly said: string;
}

export const changeWords: Readonly<Record<AccountChange, ChangeWords>> = {
  password: {
    action: 'person.choose-password',
    subject: 'Your password was changed',
    said: 'The password of your account was changed',
  },
  'code-set-up': {
    action: 'person.set-up-code',
    subject: 'A second factor was set up',
    said: 'A code from an app is now asked for when you sign in',
  },
  'code-taken-off': {
    action: 'person.take-code-off',
    subject: 'Your second factor was taken off',
    said: 'No code from an app is asked for any more when you sign in',
  },
  'passkey-added': {
    action: 'person.add-passkey',
    subject: 'A passkey was added',
    said: 'A passkey was added to your account, with which its owner can sign in',
  },
  'passkey-removed': {
    action: 'person.remove-passkey',
    subject: 'A passkey was removed',
    said: 'A passkey was removed from your account',
  },
};

interface AccountLetterFacts {
  readonly to: { readonly name: string; readonly email: string };
  readonly at: Date;
  readonly serviceName: string;
  /** Where whoever it was not chooses a new password. */
  readonly forgottenPassword: string;
}

/** What the owner of an account is told of a change, so that they learn of it if it was somebody else. */
export function letterOfAccountChange(
  change: AccountChange,
  { to, at, serviceName, forgottenPassword }: AccountLetterFacts,
): WrittenLetter {
  const { subject, said } = changeWords[change];
  return letterTo(to, subject, null, [
    `${said}, in ${serviceName}, on ${formatTime(at)}.`,
    'If it was you, you need do nothing.',
    `If it was not you, choose a new password at once at ${forgottenPassword}, which signs out everybody who uses your account. Then look at your account page, and tell the person who invited you.`,
  ]);
}
