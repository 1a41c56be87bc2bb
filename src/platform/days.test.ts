import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayBefore, dayOf, daysBetween, today } from './days.ts';

const anyDay = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the day of an instant', () => {
  it.each([
    ['2016-06-29T22:59:59Z', '2016-06-29'],
    ['2016-06-29T23:00:00Z', '2016-06-30'],
    ['2016-06-29T23:20:00Z', '2016-06-30'],
    ['2016-01-15T23:59:59Z', '2016-01-15'],
    ['2016-03-27T00:59:59Z', '2016-03-27'],
    ['2016-10-30T23:30:00Z', '2016-10-30'],
  ])('%s falls on %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
    expect(today(() => new Date(instant))).toBe(day);
  });

  it('never goes back as time goes on, and is the UTC day at noon', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(86_400_000), (day, later) => {
        const noon = Date.parse(`${day}T12:00:00Z`);
        expect(dayOf(new Date(noon))).toBe(day);
        expect(dayOf(new Date(noon + later)) >= day).toBe(true);
      }),
    );
  });
});

describe('the days between', () => {
  it('are counted whole, whatever the clocks do', () => {
    expect(daysBetween('2016-03-26', '2016-03-28')).toBe(2);
    expect(daysBetween('2016-03-28', '2016-03-26')).toBe(-2);
  });

  it('are one from each day to the next', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(daysBetween(day, dayAfter(day))).toBe(1);
        expect(dayBefore(dayAfter(day))).toBe(day);
      }),
    );
  });
});
