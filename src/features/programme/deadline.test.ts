import { describe, expect, test } from 'vitest';
import { deadlineInWords } from './deadline.ts';

describe('a deadline', () => {
  test.each([
    ['2016-01-03', '12 days left'],
    ['2016-01-14', '1 day left'],
    ['2016-01-15', 'due today'],
    ['2016-01-16', 'this date has passed'],
    ['2026-11-22', 'this date has passed'],
  ])('on %s it is: %s', (today, words) => {
    expect(deadlineInWords('2016-01-15', today)).toBe(`23:59 on 15 January 2016, UK time (${words})`);
  });

  test('a clock change takes no day away', () => {
    expect(deadlineInWords('2016-03-28', '2016-03-26')).toContain('(2 days left)');
  });
});
