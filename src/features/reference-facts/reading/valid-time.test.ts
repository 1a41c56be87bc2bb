import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, isOrdered, joinPeriods, overlap } from './valid-time.ts';

const day = fc.integer({ min: 10, max: 28 }).map((number) => `2016-06-${number}`);
const period = fc
  .record({ validFrom: day, validTo: fc.option(day) })
  .filter(({ validFrom, validTo }) => isOrdered({ validFrom, validTo }));

describe('half-open periods', () => {
  it('that only meet do not overlap', () => {
    const first = { validFrom: '2016-01-01', validTo: '2016-06-30' };
    expect(overlap(first, { validFrom: '2016-06-30', validTo: null })).toBe(false);
    expect(overlap(first, { validFrom: '2016-06-29', validTo: null })).toBe(true);
  });

  it('must hold a day', () => {
    expect(isOrdered({ validFrom: '2016-06-30', validTo: '2016-06-30' })).toBe(false);
    expect(isOrdered({ validFrom: '2016-06-30', validTo: '2016-07-01' })).toBe(true);
    expect(isOrdered({ validFrom: '2016-06-30', validTo: null })).toBe(true);
  });

  it('that meet or overlap are one when joined', () => {
    const joined = joinPeriods([
      { validFrom: '2016-06-30', validTo: '2016-08-01' },
      { validFrom: '2016-01-01', validTo: '2016-06-30' },
      { validFrom: '2016-09-01', validTo: null },
      { validFrom: '2016-10-01', validTo: '2016-11-01' },
    ]);
    expect(joined).toEqual([
      { validFrom: '2016-01-01', validTo: '2016-08-01' },
      { validFrom: '2016-09-01', validTo: null },
    ]);
  });

  it('overlap whichever is named first', () => {
    fc.assert(fc.property(period, period, (a, b) => overlap(a, b) === overlap(b, a)));
  });

  it('contain only what they overlap, and always themselves', () => {
    fc.assert(fc.property(period, period, (a, b) => contains(a, a) && (!contains(a, b) || overlap(a, b))));
  });
});
