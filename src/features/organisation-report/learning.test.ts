import { describe, expect, it } from 'vitest';
import type { CapabilityGroup, UniversalCapability } from '../programme/index.ts';
import { fixtureInstrument } from '../scoring/testing/fixture-instrument.ts';
import { type Example, type Learner, learningOf, type PlanOfOthers } from './learning.ts';

const group = (id: string, section: string): CapabilityGroup => ({ id, label: id, description: '', section });
const capability = (id: string, of: string): UniversalCapability => ({
  ...{ id, title: `Capability ${id}`, group: of, nationalService: 'A service' },
  ...{ aims: [], goFurther: [], measures: [], standing: 'stated' },
});
const pack = {
  capabilityGroups: [group('records', 'records'), group('medicines', 'medicines'), group('care', 'capabilities')],
  universalCapabilities: [capability('A', 'records'), capability('B', 'medicines'), capability('C', 'care')],
};
const learner: Learner = { organisationId: 'RP5', typeId: 'acute-trust', footprintIds: ['doncaster'] };
const example = (exemplarId: string, day: string, differences: Partial<Example> = {}): Example => ({
  exemplarId,
  organisationId: `trust ${exemplarId}`,
  organisationName: `Trust ${exemplarId}`,
  organisationTypeId: 'acute-trust',
  groupId: 'records',
  title: `What ${exemplarId} did`,
  designatedAt: new Date(day),
  ...differences,
});
const plan = (footprintId: string, day: string, ...capabilityIds: string[]): PlanOfOthers => ({
  ...{ footprintId, footprintName: footprintId, footprintSlug: footprintId, publishedAt: new Date(day), capabilityIds },
});
const learn = (examples: readonly Example[], plans: readonly PlanOfOthers[], section = 'records') =>
  learningOf(section, fixtureInstrument(), pack, { examples, plans }, learner);

describe('who answers a section', () => {
  it('is whoever belongs to its group, or to the group of its theme', () => {
    expect(learn([], []).groups.map(({ id }) => id)).toEqual(['records', 'care']);
    expect(learn([], []).capabilities.map(({ capability: { id } }) => id)).toEqual(['A', 'C']);
    expect(learn([], [], 'strategy')).toEqual({ groups: [], examples: [], moreExamples: 0, capabilities: [] });
  });

  it('is never oneself, nor one’s own footprint', () => {
    const own = learn(
      [example('own', '2016-01-01', { organisationId: 'RP5' })],
      [plan('doncaster', '2016-12-01', 'A')],
    );
    expect(own.examples).toEqual([]);
    expect(own.capabilities.map(({ plans }) => plans)).toEqual([[], []]);
  });

  it('comes with the same type first, then the newest, a few at a time, in whatever order they are read', () => {
    const examples = [
      example('older', '2016-01-01'),
      example('other type', '2016-09-01', { organisationTypeId: 'community-trust' }),
      example('newer', '2016-05-01'),
      example('of another group', '2016-09-01', { groupId: 'medicines' }),
      example('newest', '2016-06-01'),
    ];
    const plans = ['a', 'b', 'c', 'd'].map((slug, index) => plan(slug, `2016-12-0${index + 1}`, 'A'));
    const found = learn(examples, plans);
    expect(found.examples.map(({ exemplarId }) => exemplarId)).toEqual(['newest', 'newer', 'older']);
    expect(found.moreExamples).toBe(1);
    expect(found.capabilities[0]?.plans.map(({ footprintId }) => footprintId)).toEqual(['d', 'c', 'b']);
    expect(found.capabilities[0]?.morePlans).toBe(1);
    expect(learn(examples.toReversed(), plans.toReversed())).toEqual(found);
  });
});
