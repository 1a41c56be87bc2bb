import { describe, expect, it } from 'vitest';
import type { SituationVersion } from '../facts.ts';
import { roadmapOutcome } from './roadmap-rule.ts';
import type { SituationFootprint } from './situation.ts';

const version = (number: number, state: SituationVersion['state']): SituationVersion => ({
  versionId: `v${number}`,
  number,
  state,
  digest: state === 'draft' ? null : 'd'.repeat(64),
});

const footprint: SituationFootprint = {
  areaId: 'footprint:north',
  code: 'north',
  name: 'North',
  slug: 'north',
  from: '2016-06-30',
  memberships: [],
  links: [],
  laterDays: [],
  version: version(2, 'draft'),
  endorsements: [],
  earlier: [],
  beside: [],
  published: [],
  grants: [],
  openForm: null,
};

describe('versions before the one that is worked on', () => {
  it.each(['submitted', 'under-review', 'cleared'] as const)('one that is %s must be decided on first', (state) => {
    const { blockers, changes } = roadmapOutcome({ ...footprint, earlier: [version(1, state)] }, 'Why');
    expect(blockers.map(({ code }) => code)).toEqual(['roadmap-in-judgement']);
    expect(blockers[0]?.message).toContain('Version 1 of the roadmap of North');
    expect(changes).toEqual([]);
  });
});
