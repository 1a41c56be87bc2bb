import { expect, test } from 'vitest';
import { formatDuration, formatPeriod, formatTimeSpan } from './format.ts';

test.each([
  [0.2, '1 second'],
  [1, '1 second'],
  [40, '40 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [1800, '30 minutes'],
  [3600, '1 hour'],
  [5400, '90 minutes'],
  [43_200, '12 hours'],
])('%s seconds are %s', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});

test.each([
  ['2016-06-30T13:02:00Z', '2016-06-30T13:02:59Z', '30 June 2016 at 14:02'],
  ['2016-06-30T13:02:00Z', '2016-06-30T13:31:00Z', '30 June 2016, 14:02 to 14:31'],
  ['2016-06-30T22:50:00Z', '2016-06-30T23:10:00Z', '30 June 2016 at 23:50 to 1 July 2016 at 00:10'],
])('from %s to %s is %s', (from, to, words) => {
  expect(formatTimeSpan(new Date(from), new Date(to))).toBe(words);
});

test.each([
  ['2018-03-31', '31 March 2018'],
  ['2018-03', 'March 2018'],
  ['2017/18 Q4', '2017/18 Q4'],
  ['2017/18', '2017/18'],
])('the period %s is %s', (period, words) => {
  expect(formatPeriod(period)).toBe(words);
});
