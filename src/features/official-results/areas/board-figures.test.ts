import { expect, test } from 'vitest';
import { type BoardResult, boardFigures } from './board-figures.ts';

const result = (areaId: string, year: number, scores: BoardResult['scores']): BoardResult => ({
  sourceId: 'results',
  title: 'Results',
  publisher: 'The centre',
  measures: ['Part', 'Overall', 'Other'],
  areaId,
  year,
  scores,
});

test('the figures of boards are the newest of the measure that most years have, as published', () => {
  const found = boardFigures([
    result('a', 2025, ['3.0', '2.694444', null]),
    result('a', 2024, [null, '2.611111', null]),
    result('b', 2025, ['2.0', null, '1.0']),
    result('b', 2024, [null, '2.5', null]),
  ]);
  expect(found).toMatchObject({ measure: 'Overall', year: 2025, decimals: 2, sourceId: 'results' });
  // A board without a figure for that year has none of another year in its place.
  expect([...(found?.figures ?? [])]).toEqual([['a', 2.69]]);
});

test('nothing published makes no figures', () => {
  expect(boardFigures([])).toBeNull();
});
