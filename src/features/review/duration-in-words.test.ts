import { expect, it } from 'vitest';
import { durationInWords } from './duration-in-words.ts';

const from = new Date('2016-06-30T12:00:00Z');

it.each([
  ['2016-06-30T12:00:00Z', 'less than a day'],
  ['2016-06-01T12:00:00Z', 'less than a day'],
  ['2016-07-01T12:00:00Z', '1 day'],
  ['2016-07-20T12:00:00Z', '20 days'],
  ['2016-07-21T12:00:00Z', '3 weeks'],
  ['2016-08-31T12:00:00Z', '8 weeks'],
  ['2016-09-01T12:00:00Z', '2 months'],
  ['2018-06-29T12:00:00Z', '23 months'],
  ['2018-07-01T12:00:00Z', '2 years'],
])('until %s it is %s', (to, words) => {
  expect(durationInWords(from, new Date(to))).toBe(words);
});
