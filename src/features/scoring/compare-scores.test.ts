import { expect, it } from 'vitest';
import { compareScores } from './compare-scores.ts';
import type { StoredScore } from './stored-score.ts';

const score = (key: string, changes: Partial<StoredScore> = {}): StoredScore => ({
  level: 'section',
  key,
  score: 50,
  answered: 2,
  evidenced: 1,
  applicable: 3,
  notApplicable: 1,
  missing: 1,
  ...changes,
});

const kept = [score('records'), score('orders')];

it('finds nothing where all is the same, in whatever order', () => {
  expect(compareScores(kept, kept.toReversed())).toEqual([]);
});

it.each<Partial<StoredScore>>([
  { score: 50.000000000000007 },
  { score: null },
  { answered: 3 },
  { evidenced: 2 },
  { applicable: 2 },
  { notApplicable: 0 },
  { missing: 0 },
])('finds %o', (changes) => {
  const changed = score('records', changes);
  expect(compareScores(kept, [changed, score('orders')])).toEqual([
    { level: 'section', key: 'records', kept: score('records'), anew: changed },
  ]);
});

it('finds what is on one side only, and tells a theme from a section of its name', () => {
  const theme = score('records', { level: 'theme' });
  expect(
    compareScores(kept, [score('records'), theme]).map(({ level, key, kept: is, anew }) => [
      level,
      key,
      is?.key,
      anew?.key,
    ]),
  ).toEqual([
    ['theme', 'records', undefined, 'records'],
    ['section', 'orders', 'orders', undefined],
  ]);
});

it('finds nothing where answers with a note were not counted when the score was kept', () => {
  expect(compareScores([score('records', { evidenced: null })], [score('records')])).toEqual([]);
});
