import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Commitment } from '../programme/index.ts';
import { orderCommitments } from './order-commitments.ts';

function commitment(dueOn: string, title = dueOn): Commitment {
  return { id: title, title, description: '', dueOn, madeIn: '', source: { title: '', url: null }, standing: 'stated' };
}

test('a date counts as past from its own day on', () => {
  const ordered = orderCommitments(
    [commitment('2016-07-01'), commitment('2016-06-30'), commitment('2016-06-29')],
    '2016-06-30',
  );
  expect(ordered.map(({ dueOn, when }) => [dueOn, when])).toEqual([
    ['2016-06-29', 'past'],
    ['2016-06-30', 'past'],
    ['2016-07-01', 'ahead'],
  ]);
});

test('nothing is lost, everything past stands before everything ahead', () => {
  const days = fc.array(fc.integer({ min: 10, max: 28 }).map((day) => commitment(`2016-06-${day}`)));
  fc.assert(
    fc.property(days, (commitments) => {
      const whens = orderCommitments(commitments, '2016-06-20').map(({ when }) => when);
      expect(whens).toHaveLength(commitments.length);
      expect(whens.lastIndexOf('past')).toBeLessThanOrEqual(
        whens.includes('ahead') ? whens.indexOf('ahead') : whens.length,
      );
    }),
  );
});
