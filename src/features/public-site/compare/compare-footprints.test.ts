import { describe, expect, it } from 'vitest';
import type { AreaRef, Footprint, Member } from '../../directory/index.ts';
import { publicStages } from '../../footprint-stage/index.ts';
import type { MembershipRole } from '../../programme/index.ts';
import { compareFootprints, targetYears } from './compare-footprints.ts';
import type { ComparedFootprint, RoadmapFigures } from './comparison.ts';

const day = { asAt: '2016-06-30' };

const area = (kind: string, name: string): AreaRef => ({ areaId: name, kind, code: name, name, slug: name });

const pack = {
  organisationTypes: [
    { id: 'ccg', label: 'CCG', labelPlural: 'CCGs' },
    { id: 'trust', label: 'Trust', labelPlural: 'Trusts' },
  ],
} as unknown as Parameters<typeof compareFootprints>[0];

function member(code: string, role: MembershipRole, patients: number | null = null): Member {
  const registeredPatients = patients === null ? null : { value: patients, measuredOn: '2016-01-01', sourceId: 's' };
  const typeId = code.startsWith('R') ? 'trust' : 'ccg';
  return { organisationId: code, code, name: `Name ${code}`, typeId, role, registeredPatients } as unknown as Member;
}

function side(name: string, changes: Partial<ComparedFootprint> & { region?: string; stp?: string } = {}) {
  const { region = 'North', stp = name, ...rest } = changes;
  const footprint = { ...area('footprint', name), regions: [area('region', region)], stps: [area('stp', stp)] };
  return {
    footprint: footprint as unknown as Footprint,
    members: [],
    stage: { stage: 'not-recorded', publicStage: publicStages[0], reason: 'No roadmap', illustrative: false },
    governance: null,
    roadmap: null,
    ...rest,
  } satisfies ComparedFootprint;
}

function roadmap(baselines: Readonly<Record<string, number | null>>): RoadmapFigures {
  const capabilities = Object.entries(baselines).map(([id, baseline]) => ({
    id,
    label: `Group ${id}`,
    baseline,
    isHeldBack: false,
    countedProviders: 2,
    allProviders: 3,
    targets: [{ year: 'End 2016/17', target: 60 }],
  }));
  const counts = { endorsedCount: 2, memberCount: 3 };
  const scale = { least: 0, most: 100, decimals: 0 };
  const status = 'Version 1, published on 1 July 2016';
  return { status, ...counts, capabilities, method: '', scale, illustrative: true };
}

describe('compareFootprints', () => {
  it('says first how many people each serves, as a share', () => {
    const small = side('Avon', { members: [member('01A', 'core', 310_000)] });
    const large = side('Coast', { members: [member('02B', 'lead', 1_000_000), member('02C', 'core', 860_000)] });
    const words = 'Avon serves 310,000 people, about a sixth of the 1,860,000 of Coast.';
    expect(compareFootprints(pack, [small, large], day).inWords[0]).toBe(words);
    expect(compareFootprints(pack, [large, small], day).inWords[0]).toBe(words);
  });

  it('does not count what is not known', () => {
    const known = side('Avon', { members: [member('01A', 'core', 310_000), member('01B', 'core')] });
    const { inWords, facts, populations, types } = compareFootprints(pack, [known, side('Coast')], day);
    expect(types).toEqual([{ label: 'CCGs', counts: [2, null] }]);
    expect(inWords[0]).toBe('Avon serves 310,000 people. How many people Coast serves is not known.');
    expect(inWords[2]).toBe('Avon has 2 organisations on record. Which organisations belong to Coast is not recorded.');
    expect(facts[2]?.values).toEqual(['310,000, of 1 of its 2 CCGs', 'Not known: no CCG with a figure is recorded']);
    expect(populations[1].total).toBeNull();
    const neither = compareFootprints(pack, [side('Avon'), side('Coast')], day).inWords[0];
    expect(neither).toBe('How many people Avon and Coast serve is not known.');
  });

  it.each([
    [{ stp: 'Tees' }, { stp: 'Tees' }, 'Both lie in the STP area Tees.'],
    [{}, {}, 'Both lie in the North region, in different STP areas.'],
    [{}, { region: 'South' }, 'Avon lies in North; Coast lies in South.'],
  ])('says where they lie: %j and %j', (one, other, words) => {
    expect(compareFootprints(pack, [side('Avon', one), side('Coast', other)], day).inWords[1]).toBe(words);
  });

  it('finds the organisations of both, with their part in each', () => {
    const one = side('Avon', { members: [member('RX1', 'core'), member('01A', 'lead')] });
    const other = side('Coast', { members: [member('02B', 'lead'), member('RX1', 'associate')] });
    const { shared, inWords, types, roles } = compareFootprints(pack, [one, other], day);
    expect(shared).toEqual([{ code: 'RX1', name: 'Name RX1', roles: ['Core member', 'Associate'] }]);
    expect(inWords[2]).toContain('1 is in both: Name RX1.');
    expect(types).toEqual([
      { label: 'CCGs', counts: [1, 1] },
      { label: 'Trusts', counts: [1, 0] },
    ]);
    expect(inWords[2]).toContain('Coast has 1 organisation on record');
    expect(roles).toEqual([
      { label: 'Lead', counts: [1, 1] },
      { label: 'Core member', counts: [1, 0] },
      { label: 'Associate', counts: [0, 1] },
    ]);
  });

  it('names the capability group in which their baselines are furthest apart', () => {
    const one = side('Avon', { roadmap: roadmap({ A: 40, B: 50, C: null }) });
    const other = side('Coast', { roadmap: roadmap({ A: 45, B: 30, C: 90 }) });
    const { inWords, capabilities } = compareFootprints(pack, [one, other], day);
    expect(inWords[4]).toBe('Where they start from differs most in “Group B”: 50.0 of 100 in Avon, 30.0 in Coast.');
    expect(targetYears(capabilities)).toEqual(['End 2016/17']);
  });

  it.each([
    [null, null, 'Neither has published where it stands and where it means to be.'],
    [roadmap({ A: 1 }), null, 'Only Avon has published where it stands and where it means to be.'],
    [
      roadmap({ A: null }),
      roadmap({ A: 1 }),
      'Both have published a roadmap; in no capability group do both have a baseline.',
    ],
  ])('says which has published (%#)', (one, other, words) => {
    const sides = [side('Avon', { roadmap: one }), side('Coast', { roadmap: other })] as const;
    expect(compareFootprints(pack, sides, day).inWords[4]).toBe(words);
  });

  it('compares a footprint with itself without a difference', () => {
    const avon = side('Avon', { members: [member('01A', 'lead', 5)], roadmap: roadmap({ A: 40 }) });
    const { facts, types, shared } = compareFootprints(pack, [avon, avon], day);
    expect(
      [...facts.map(({ values }) => values), ...types.map(({ counts }) => counts)].every(([a, b]) => a === b),
    ).toBe(true);
    expect(shared).toHaveLength(1);
  });
});
