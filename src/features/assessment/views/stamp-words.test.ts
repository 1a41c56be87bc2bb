import { expect, it } from 'vitest';
import { submittedInWords } from './stamp-words.ts';

it.each([
  ['2016-01-15T23:59:00Z', 'by Carol Example on 15 January 2016 at 23:59'],
  ['2016-01-16T00:00:00Z', 'by Carol Example on 16 January 2016 at 00:00, 1 day after the deadline'],
  ['2016-01-18T12:00:00Z', 'by Carol Example on 18 January 2016 at 12:00, 3 days after the deadline'],
])('says of what was submitted at %s whether it was late', (at, expected) => {
  expect(submittedInWords({ personName: 'Carol Example', at: new Date(at) }, '2016-01-15')).toBe(expected);
});
