import { expect, test } from 'vitest';
import type { Typed } from './typed.ts';
import { keptWords, offeredWords, putBackWords } from './typed-words.ts';

const typed: Typed = {
  values: [],
  served: [],
  texts: [],
  page: '/contact',
  target: '/contact',
  at: new Date(2026, 10, 29, 13, 15).getTime(),
  state: 'typed',
};

test('says when it was typed, whether it was sent, and where it is kept for how long', () => {
  const offered = offeredWords(typed, { isSignedIn: true, form: 'as it was' });
  expect(offered.heading).toBe('You typed something here on 29 November 2026 at 13:15');
  expect(offered.text).toBe(
    'It is not saved yet. Only this browser keeps it: until you send it, discard it or sign out, and for 14 days at most.',
  );
  expect(putBackWords(typed).text).toBe('You typed it on 29 November 2026 at 13:15. It is not saved yet.');
});

test.each([
  ['gone', 'The form that you typed it into is not on this page any more'],
  ['changed', 'The form has changed since'],
] as const)('of a form that is %s: %s', (form, said) => {
  expect(offeredWords(typed, { isSignedIn: true, form }).text).toContain(said);
});

test('what was sent may have arrived though nobody said so', () => {
  const uncertain: Typed = { ...typed, state: 'uncertain' };
  expect(putBackWords(uncertain).text).toContain('not certain that it arrived');
  expect(offeredWords(uncertain, { isSignedIn: false, form: 'as it was' }).text).toBe(
    'You sent it, but it is not certain that it arrived: look before you send it again. Only this tab keeps it, until you send it, discard it or close the tab.',
  );
});

test('under a form it says where what is typed goes', () => {
  expect(keptWords(true)).toContain('in this browser, until you send it or sign out');
  expect(keptWords(false)).toContain('in this tab, until you send it or close the tab');
});
