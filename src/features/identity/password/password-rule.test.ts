import { expect, it } from 'vitest';
import { passwordProblem } from './password-rule.ts';

it.each([
  ['', 'Enter a new password'],
  ['eleven char', 'at least 12 characters'],
  ['x'.repeat(129), 'no more than 128 characters'],
  ['Qwerty123456', 'lists of stolen ones'],
])('%j is refused', (password, message) => {
  expect(passwordProblem(password)).toContain(message);
});

it.each(['four quiet green boats', 'x7'.repeat(64)])('%j is taken', (password) => {
  expect(passwordProblem(password)).toBeNull();
});
