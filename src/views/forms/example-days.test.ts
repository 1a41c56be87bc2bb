import { describe, expect, it } from 'vitest';
import { exampleDays, exampleExtension } from './example-days.ts';

describe('examples of days', () => {
  it.each([
    ['2017-03-01', '1 April 2017', '31 March 2018', '2017/18', '28 February 2017'],
    ['2017-11-30', '1 December 2017', '31 March 2018', '2017/18', '31 October 2017'],
    ['2026-11-29', '1 December 2026', '31 March 2027', '2026/27', '31 October 2026'],
    ['2027-01-31', '1 February 2027', '31 March 2028', '2027/28', '31 December 2026'],
    ['2099-12-31', '1 January 2100', '31 March 2100', '2099/00', '30 November 2099'],
  ])('on %s lie around that day', (today, beginning, end, years, past) => {
    expect(exampleDays(today)).toMatchObject({ beginning, end, years, past });
  });

  it('of an extension lie after the deadline', () => {
    expect(exampleExtension('2017-01-31')).toBe('28 February 2017');
    expect(exampleExtension('2026-12-15')).toBe('31 January 2027');
  });
});
