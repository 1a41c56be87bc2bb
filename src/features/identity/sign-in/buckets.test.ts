import { expect, test } from 'vitest';
import { bucketsOf } from './buckets.ts';

test('an account is the same in capitals, and its address is nowhere to be read', () => {
  const keys = (email: string) =>
    bucketsOf({ email, networkAddress: '203.0.113.9', knownBrowser: null }).map(({ key }) => key);
  expect(keys('Ada@Example.invalid')).toEqual(keys('ada@example.invalid'));
  expect(keys('ada@example.invalid').join()).not.toMatch(/ada|203\.0/);
});

test('a browser known to the account is counted apart from everybody else who tries it', () => {
  const attempt = { email: 'ada@example.invalid', networkAddress: '203.0.113.9' };
  const [known] = bucketsOf({ ...attempt, knownBrowser: 'nonce' });
  const [unknown] = bucketsOf({ ...attempt, knownBrowser: null });
  expect(known?.key).not.toBe(unknown?.key);
});
