import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfDigits, dayOfIso } from './calendar-day.ts';

const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });

describe('a day', () => {
  it('is read in either form', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(dayOfIso(iso)).toBe(iso);
        expect(dayOfIso(date.toISOString())).toBe(iso);
        expect(dayOfDigits(iso.replaceAll('-', ''))).toBe(iso);
      }),
    );
  });

  it.each(['20150229', '20130400', '20131301', '00000000', '99991231', '2013041', '2013-4-1', ' 2013041', ''])(
    'is not %j',
    (text) => {
      expect(dayOfDigits(text)).toBeNull();
      expect(dayOfIso(text)).toBeNull();
    },
  );
});
