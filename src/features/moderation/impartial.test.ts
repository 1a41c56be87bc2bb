import { expect, it } from 'vitest';
import { whyNotImpartial } from './impartial.ts';

const stranger = { name: 'A trust', who: 'you', holdsRole: false, hasSigned: false, hasAnswered: false } as const;

it.each([
  [stranger, /^$/],
  [{ ...stranger, holdsRole: true }, /You hold a role for A trust/],
  [{ ...stranger, hasSigned: true }, /You signed this return/],
  [{ ...stranger, hasAnswered: true }, /You answered some of this return/],
  [{ ...stranger, who: 'they' as const, hasSigned: true }, /They signed this return/],
])('says who may not check a return: %#', (given, why) => {
  expect(whyNotImpartial(given)).toMatch(why);
});
