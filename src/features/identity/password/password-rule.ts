import { isBreached } from './breached-passwords.ts';

/** In characters. The library that keeps passwords is told the same. */
export const passwordLength = { least: 12, most: 128 } as const;

/** As typed, spaces at its ends among it; nothing where it is no text. */
export function passwordIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What is wrong with a new password, or null. Long is what counts: no rule asks for odd characters. */
export function passwordProblem(password: string): string | null {
  if (password === '') {
    return 'Enter a new password';
  }
  if (password.length < passwordLength.least) {
    return `The password must have at least ${passwordLength.least} characters. Three or four words make a good one`;
  }
  if (password.length > passwordLength.most) {
    return `The password must have no more than ${passwordLength.most} characters`;
  }
  return isBreached(password) ? 'This password has been found in lists of stolen ones. Choose another' : null;
}
