import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { financialYearOf, firstDayOf, lastDayOf, periodShape, readTypedPeriod } from './typed-period.ts';

describe('a time as it was typed', () => {
  it.each([
    ['31 March 2018', '2018-03-31'],
    ['31/3/2018', '2018-03-31'],
    ['2018-03-31', '2018-03-31'],
    ['1 1 2018', '2018-01-01'],
    ['March 2018', '2018-03'],
    ['Mar 2018', '2018-03'],
    ['3/2018', '2018-03'],
    ['2018-03', '2018-03'],
    ['2011-12', '2011-12'],
    ['2011/12', '2011/12'],
    ['2017/18', '2017/18'],
    ['2017-18', '2017/18'],
    ['17/18', '2017/18'],
    ['2017/2018', '2017/18'],
    ['Q4 2017/18', '2017/18 Q4'],
    ['2017/18 Q4', '2017/18 Q4'],
    ['2017-18, q4', '2017/18 Q4'],
    ['quarter 4 17/18', '2017/18 Q4'],
    ['1999/00', '1999/00'],
  ])('%s is kept as %s', (text, period) => {
    expect(readTypedPeriod(text)).toEqual({ period });
    expect(periodShape.safeParse(period).success).toBe(true);
  });

  it.each([
    '',
    'soon',
    '2018',
    '2017/19',
    '2017/2019',
    'Q5 2017/18',
    'Q1 2017/18 Q2',
    '31 February 2018',
    '13/2018',
    '1899/00',
  ])('"%s" is none', (text) => {
    expect(readTypedPeriod(text)).toEqual({ wrong: expect.stringContaining('must be a day, a month, a quarter') });
  });

  it('is read back as it is kept, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[q\d/ -]{1,14}$/)), (text) => {
        const read = readTypedPeriod(text);
        expect('period' in read ? readTypedPeriod(read.period) : read).toEqual(read);
      }),
    );
  });
});

describe('the days of a period', () => {
  it.each([
    ['2018-02-28', '2018-02-28', '2018-02-28'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2017/18 Q1', '2017-04-01', '2017-06-30'],
    ['2017/18 Q4', '2018-01-01', '2018-03-31'],
    ['2017/18', '2017-04-01', '2018-03-31'],
  ])('%s runs from %s to %s', (period, first, last) => {
    expect([firstDayOf(period), lastDayOf(period)]).toEqual([first, last]);
  });
});

it.each([
  ['2018-03-31', '2017/18'],
  ['2018-04', '2018/19'],
  ['2017/18 Q4', '2017/18'],
  ['2017/18', '2017/18'],
  ['1999-12', '1999/00'],
])('%s is in the financial year %s', (period, year) => {
  expect(financialYearOf(period)).toBe(year);
});

it('keeps nothing but periods', () => {
  for (const text of ['2018-3', '2017/19', '2017/18 Q5', '2018-13', '2018-02-30', 'soon', '2100/01']) {
    expect(periodShape.safeParse(text).success, text).toBe(false);
  }
});
