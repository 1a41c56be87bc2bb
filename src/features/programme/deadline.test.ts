import { describe, expect, test } from 'vitest';
import { deadlineInWords, firstDayInWords, roundDeadlineInWords } from './deadline.ts';
import type { Round, RoundStep } from './round.ts';

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

describe('the first day of a round', () => {
  const open = (at: string): RoundStep => ({ kind: 'open', number: 1, reason: 'So', at: new Date(at), by: 'Pat' });

  test.each<[string, readonly RoundStep[], string]>([
    ['that came', [], '1 November 2015'],
    [
      'before which it was opened by hand',
      [open('2015-10-20T12:00:00Z')],
      '1 November 2015, but opened by hand on 20 October 2015',
    ],
    ['after which it was opened again', [open('2016-02-01T12:00:00Z')], '1 November 2015'],
    ['on which it was opened by hand', [open('2015-11-01T12:00:00Z')], '1 November 2015'],
  ])('%s', (_case, steps, words) => {
    expect(firstDayInWords({ opensOn: '2015-11-01', steps })).toBe(words);
  });
});

describe('the deadline of a round', () => {
  const onRecord = { number: 1, reason: 'Over', at: new Date(0), by: 'Pat' };
  const close: RoundStep = { kind: 'close', ...onRecord };
  const open: RoundStep = { kind: 'open', ...onRecord };
  const extend: RoundStep = {
    kind: 'extend',
    scope: { kind: 'all', id: '', name: '' },
    dueOn: '2016-02-01',
    ...onRecord,
  };
  const round = (...steps: RoundStep[]): Pick<Round, 'opensOn' | 'dueOn' | 'steps'> => ({
    opensOn: '2015-11-01',
    dueOn: '2016-01-15',
    steps,
  });

  test.each<[readonly RoundStep[], string]>([
    [[], '23:59 on 15 January 2016, UK time (14 days left)'],
    [[extend], '23:59 on 1 February 2016, UK time (31 days left)'],
    [[close], '15 January 2016'],
    [[close, open], '23:59 on 15 January 2016, UK time (14 days left)'],
  ])('after %j: %s', (steps, words) => {
    expect(roundDeadlineInWords(round(...steps), '2016-01-01')).toBe(words);
  });

  test('of one place is its own', () => {
    expect(roundDeadlineInWords(round(), '2016-01-01', '2016-01-03')).toContain(
      '3 January 2016, UK time (2 days left)',
    );
    expect(roundDeadlineInWords(round(close), '2016-01-01', '2016-01-03')).toBe('3 January 2016');
  });
});
