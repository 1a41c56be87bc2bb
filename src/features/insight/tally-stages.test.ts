import { expect, test } from 'vitest';
import { tallyStages } from './tally-stages.ts';

test('every footprint is counted once, one nobody knows of as not started', () => {
  const stages = new Map([
    ['a', { stage: 'published' as const }],
    ['b', { stage: 'under-review' as const }],
    ['elsewhere', { stage: 'published' as const }],
  ]);
  const counts = tallyStages(['a', 'b', 'c', 'd'], stages);
  expect(counts.map(({ id, count }) => [id, count])).toEqual([
    ['not-recorded', 2],
    ['in-preparation', 0],
    ['being-agreed', 0],
    ['under-review', 1],
    ['published', 1],
  ]);
});
