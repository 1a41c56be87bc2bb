import { expect, test } from 'vitest';
import { type ResultBefore, roundsBefore } from './results-before.ts';

const result = (code: string, overall: number | null, changes: Partial<ResultBefore> = {}): ResultBefore => ({
  code,
  name: code,
  organisationId: code,
  roundId: 'first',
  careSetting: 'acute',
  illustrative: false,
  submittedAt: new Date('2016-01-15T12:00:00Z'),
  overall,
  ...changes,
});

test('what several had submitted in a round comes to the mean of theirs, each organisation counted alike', () => {
  const community = { careSetting: 'community' };
  const [first] = roundsBefore([result('A', 50), result('A', 70, community), result('B', 40)]);
  expect(first?.restated).toBe(50);
});

test('the result of one alone is not restated, and one without a score counts nowhere', () => {
  expect(roundsBefore([result('A', 50)])[0]?.restated).toBeNull();
  expect(roundsBefore([result('A', 50), result('B', null)])[0]?.restated).toBeNull();
  expect(roundsBefore([])).toEqual([]);
});

test('rounds are not mixed', () => {
  const rounds = roundsBefore([result('A', 50, { roundId: 'second' }), result('A', 10), result('B', 30)]);
  expect(rounds.map(({ roundId, restated }) => [roundId, restated])).toEqual([
    ['second', null],
    ['first', 20],
  ]);
});
