import { expect, it } from 'vitest';
import { typographic } from './typographic.ts';

it.each([
  ["A section's score", 'A section’s score'],
  ["the patients' records", 'the patients’ records'],
  ['may answer "not applicable".', 'may answer “not applicable”.'],
  ['"Standards", as recalled', '“Standards”, as recalled'],
  ['("yes" or "no")', '(“yes” or “no”)'],
  ["he said 'not yet'", 'he said ‘not yet’'],
  ['"the so-called \'paper-free\' ward"', '“the so-called ‘paper-free’ ward”'],
  ["winter '17", 'winter ’17'],
  ['first line\n"second"', 'first line\n“second”'],
  ['already “so”, the trust’s', 'already “so”, the trust’s'],
  ['none', 'none'],
])('%s is printed as %s', (typed, printed) => {
  expect(typographic(typed)).toBe(printed);
  expect(typographic(printed)).toBe(printed);
});
