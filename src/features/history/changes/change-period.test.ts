import { describe, expect, it } from 'vitest';
import { changePeriod } from './change-period.ts';

describe('changePeriod', () => {
  it.each([
    ['', '', '2015-06-30', '2016-06-30', []],
    ['', '2016-02-29', '2015-02-28', '2016-02-29', []],
    ['2016-01-01', '', '2016-01-01', '2016-06-30', []],
    ['2017-01-01', '2016-01-01', '2017-01-01', '2016-01-01', ['to']],
    ['2016-01-01', '2016-01-01', '2016-01-01', '2016-01-01', ['to']],
    ['soon', '2016-02-30', 'soon', '2016-02-30', ['from', 'to']],
    ['', 'later', '2015-06-30', 'later', ['to']],
  ])('of %j and %j is %s to %s, with faults in %j', (from, to, first, second, faults) => {
    const period = changePeriod({ from, to }, '2016-06-30');
    expect([period.from, period.to]).toEqual([first, second]);
    expect(period.errors.map(({ field }) => field)).toEqual(faults);
  });
});
