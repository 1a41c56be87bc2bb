import { describe, expect, it } from 'vitest';
import type { FootprintCount } from '../../programme/index.ts';
import { countedBy } from './footprint-count.ts';

const count = (number: number, countedOn: string) => ({ count: number, countedOn }) as FootprintCount;
const footprintCounts = [count(73, '2016-06-30'), count(65, '2016-10-01')];

describe('countedBy', () => {
  it.each([
    ['the day before it', '2016-06-29', null],
    ['its day', '2016-06-30', 73],
    ['a day of the second count, of which nobody knows the footprints', '2016-10-01', 73],
    ['the last day of the programme', '2017-12-31', 73],
    ['a day after the programme', '2018-01-01', null],
  ])('on %s', (_, asAt, expected) => {
    expect(countedBy({ footprintCounts, endedOn: '2017-12-31' }, { asAt })?.count ?? null).toBe(expected);
  });

  it('holds on where the programme has no last day', () => {
    expect(countedBy({ footprintCounts, endedOn: null }, { asAt: '2026-11-28' })?.count).toBe(73);
  });
});
