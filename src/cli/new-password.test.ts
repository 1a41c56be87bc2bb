import { expect, it } from 'vitest';
import { newPassword } from './new-password.ts';

it('makes a different password each time, without characters that are taken for one another', () => {
  const passwords = Array.from({ length: 100 }, newPassword);
  expect(new Set(passwords).size).toBe(100);
  for (const password of passwords) {
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
  }
});
