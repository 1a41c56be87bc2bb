import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionStates } from '../roadmap/versions/version-state.ts';
import {
  footprintStage,
  footprintStages,
  publicStageId,
  publicStageNames,
  publicStageOf,
  publicStages,
  type StageFacts,
} from './footprint-stage.ts';

const nothing: StageFacts = {
  isForming: false,
  assessedMemberCount: 3,
  startedCount: 0,
  submittedCount: 0,
  latestVersion: null,
  publishedVersion: null,
};

describe('footprintStage', () => {
  it.each([
    [{}, 'not-recorded', 'No assessment and no roadmap of this footprint is recorded here'],
    [{ isForming: true }, 'forming', 'The footprint is proposed and its members are being settled'],
    [
      { startedCount: 3, submittedCount: 1 },
      'assessing',
      '1 of 3 members asked has submitted an assessment; 2 more in progress; no roadmap is recorded here',
    ],
    [
      { startedCount: 3, submittedCount: 3 },
      'assessing',
      'All 3 members asked have submitted an assessment; no roadmap is recorded here',
    ],
    [
      { assessedMemberCount: 2, startedCount: 2, submittedCount: 2 },
      'assessing',
      'Both members asked have submitted an assessment; no roadmap is recorded here',
    ],
    [
      { assessedMemberCount: 1, startedCount: 1, submittedCount: 1 },
      'assessing',
      'The one member asked has submitted an assessment; no roadmap is recorded here',
    ],
    [{ latestVersion: { number: 1, state: 'draft' } }, 'drafting', 'Version 1 of the roadmap is being drafted'],
    [
      { latestVersion: { number: 2, state: 'under-review' } },
      'under-review',
      'Version 2 of the roadmap is under review',
    ],
    [
      { latestVersion: { number: 1, state: 'published' }, publishedVersion: 1 },
      'published',
      'Version 1 of the roadmap is public',
    ],
    [
      { latestVersion: { number: 2, state: 'draft' }, publishedVersion: 1 },
      'published',
      'Version 1 of the roadmap is public; version 2 is being drafted',
    ],
  ] as const)('%j', (changes, stage, reason) => {
    expect(footprintStage({ ...nothing, ...changes })).toEqual({ stage, reason });
  });

  it('always has a stage and a reason, and claims nothing where nothing is on record', () => {
    const version = fc.record({ number: fc.integer({ min: 1, max: 9 }), state: fc.constantFrom(...versionStates) });
    const facts = fc.record({
      isForming: fc.boolean(),
      assessedMemberCount: fc.nat({ max: 9 }),
      startedCount: fc.nat({ max: 9 }),
      submittedCount: fc.nat({ max: 9 }),
      latestVersion: fc.option(version),
      publishedVersion: fc.option(fc.integer({ min: 1, max: 9 })),
    });
    fc.assert(
      fc.property(facts, (known) => {
        const { stage, reason } = footprintStage(known);
        expect(footprintStages.map(({ id }) => id)).toContain(stage);
        expect(reason).not.toBe('');
        const isBlank = known.latestVersion === null && known.publishedVersion === null && known.startedCount === 0;
        expect(isBlank).toBe(stage === 'not-recorded' || stage === 'forming');
      }),
    );
  });
});

it('has one label for one id, whoever is shown it', () => {
  const labels = Map.groupBy([...publicStages, ...footprintStages], ({ id }) => id);
  const several = [...labels.values()].filter((all) => new Set(all.map(({ label }) => label)).size > 1);
  expect(several).toEqual([]);
});

it('is found by what an address named it before', () => {
  expect(publicStageNames).toContain('under-review');
  expect(publicStageNames.map(publicStageId)).toEqual([...publicStages.map(({ id }) => id), 'submitted']);
});

describe('publicStageOf', () => {
  it('never goes back while a footprint goes on, and leaves no public stage empty', () => {
    const steps = footprintStages.map(({ id }) => publicStageOf(id).step);
    expect(steps).toEqual(steps.toSorted());
    expect(new Set(steps)).toEqual(new Set(publicStages.map(({ step }) => step)));
  });

  it('is at the step that its place in the order says', () => {
    expect(publicStages.map(({ step }) => step)).toEqual(publicStages.map((_stage, index) => index));
  });
});
