import { expect, test } from 'vitest';
import { publicStages, type StageOnDay } from '../footprint-stage/index.ts';
import { tallyStages } from './tally-stages.ts';

test('every footprint is counted once, one nobody knows of as not started', () => {
  const published: StageOnDay = { stage: 'published', publicStage: publicStages[4], reason: '', illustrative: false };
  const stages = new Map<string, StageOnDay>([
    ['a', published],
    ['b', { ...published, stage: 'cleared' as const, publicStage: publicStages[3] }],
    ['elsewhere', published],
  ]);
  const counts = tallyStages(['a', 'b', 'c', 'd'], stages);
  expect(counts.map(({ id, count }) => [id, count])).toEqual([
    ['not-recorded', 2],
    ['in-preparation', 0],
    ['being-agreed', 0],
    ['submitted', 1],
    ['published', 1],
  ]);
});
