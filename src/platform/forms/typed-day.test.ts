import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asIsoDay, readTypedDay } from './typed-day.ts';

describe('a day as it was typed', () => {
  it.each([
    '30 6 2016',
    '30/06/2016',
    '30.6.2016',
    '30-6-2016',
    '2016-06-30',
    '2016 6 30',
    '30 June 2016',
    '30th of june, 2016',
    'June 30, 2016',
    '2016 June 30',
    ' 30 Jun 2016 ',
  ])('%s is the last of June', (text) => {
    expect(readTypedDay(text, '2026-11-02')).toEqual({ day: '2016-06-30' });
  });

  it.each([
    ['30 6', 'must have a year'],
    ['June 2016', 'must have a day'],
    ['30 2016', 'must have a month'],
    ['2016', 'must have a day and a month'],
    ['', 'must have a day and a month and a year'],
    ['30 6 16', 'must be a real day, like 2 11 2026 or 2 November 2026'],
    ['31 6 2016', 'must be a real day, like 2 11 2026 or 2 November 2026'],
    ['29 February 2015', 'must be a real day, like 2 11 2026 or 2 November 2026'],
    ['1 13 2016', 'must be a real day, like 2 11 2026 or 2 November 2026'],
    ['30 ju 2016', 'must be a real day, like 2 11 2026 or 2 November 2026'],
    ['30 June July 2016', 'must be a real day, like 2 11 2026 or 2 November 2026'],
    ['30 6 1899', 'must be between 1900 and 2100'],
    ['soon', 'must be a real day, like 2 11 2026 or 2 November 2026'],
  ])('%s %s', (text, wrong) => {
    expect(readTypedDay(text, '2026-11-02')).toEqual({ wrong });
    expect(asIsoDay(text)).toBe(text === '30 6 1899' ? '1899-06-30' : text);
  });

  it('is the same day however it is written', () => {
    const written = fc
      .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(written, (day) => {
        const [year, month, dayOfMonth] = day.split('-').map(Number);
        const name = new Date(`${day}T00:00:00Z`).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
        for (const text of [day, `${dayOfMonth} ${month} ${year}`, `${dayOfMonth} ${name} ${year}`]) {
          expect(asIsoDay(text)).toBe(day);
        }
      }),
    );
  });
});
