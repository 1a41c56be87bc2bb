import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDeployment, aFlow, aSentFlows, baselines, members, pack } from '../testing/northvale.ts';
import { checkCoherence } from './check-coherence.ts';

const check = (changes: Partial<RoadmapContent>, means = baselines) =>
  checkCoherence({ pack, content: aContent(changes), members, baselines: means });
const codes = (changes: Partial<RoadmapContent>, means = baselines) =>
  check(changes, means).map(({ code, subject }) => [code, subject]);
const targets = (...values: (number | null)[]) => {
  const [records, ...others] = aContent().trajectory;
  const years = pack.roadmapTemplate.targetYears;
  return [
    {
      groupId: 'records',
      rationale: '',
      targets: values.map((target, index) => ({ yearId: years[index]?.id ?? '', target, fallReason: '' })),
    },
    ...(records === undefined ? [] : others),
  ];
};
const whole = aDeployment({ id: 'whole', organisationIds: [] });
const records = (goesLive: string | null) => aDeployment({ id: 'records', groupId: 'records', goesLive });

it('finds nothing in a plan that hangs together', () => {
  expect(check({})).toEqual([]);
});

describe('a target that climbs', () => {
  it('has a deployment behind it', () => {
    expect(codes({ deployments: [whole] })).toEqual([['climb-without-deployment', 'records']]);
    expect(codes({ deployments: [whole, { ...records('2016/17'), status: 'stopped' }] })).toEqual([
      ['climb-without-deployment', 'records'],
    ]);
    expect(codes({ deployments: [whole], trajectory: targets(52, 50) })).toEqual([]);
  });

  it('climbs no earlier than the first of them is live', () => {
    expect(codes({ deployments: [whole, records('2016/17 Q4')] })).toEqual([]);
    expect(check({ deployments: [whole, records('2018/19'), records('2017-04')] })).toEqual([
      {
        code: 'climb-before-deployment',
        subject: 'records',
        message:
          'The target for Records, assessments and plans climbs by End 2016/17, but the first deployment of that group, “Electronic prescribing on all wards”, is to be live by April 2017',
      },
    ]);
    expect(codes({ deployments: [whole, records('2017-04')], trajectory: targets(52, 60) })).toEqual([]);
    expect(codes({ deployments: [whole, records(null)] })).toEqual([]);
  });

  it('is not told where there is no baseline and one target, or no target at all', () => {
    const unknown = baselines.map((baseline) => ({ ...baseline, mean: null }));
    expect(codes({ deployments: [whole], trajectory: targets(null, 70) }, unknown)).toEqual([]);
    expect(codes({ deployments: [whole], trajectory: targets(40, 70) }, unknown)).toEqual([
      ['climb-without-deployment', 'records'],
    ]);
  });
});

it('asks about the highest score in every year, unless it is reached already', () => {
  const deployments = [whole, records('2016/17')];
  expect(codes({ deployments, trajectory: targets(100, 100) })).toEqual([['target-always-full', 'records']]);
  expect(codes({ deployments, trajectory: targets(90, 100) })).toEqual([]);
  const reached = baselines.map((baseline) => ({ ...baseline, mean: 100 }));
  expect(codes({ deployments, trajectory: targets(100, 100) }, reached)).toEqual([]);
});

describe('an organisation that has to sign', () => {
  const deployments = [aDeployment(), records('2016/17')];

  it('appears in a deployment, in a flow, or with the whole footprint', () => {
    const flows = [aSentFlows({ flows: [aFlow({ to: { organisation: 'org-1' } })] })];
    expect(codes({ deployments, flows })).toEqual([['member-named-nowhere', 'org-3']]);
    expect(codes({ deployments: [...deployments, whole], flows: [] })).toEqual([]);
  });

  it('is asked about by name, and only where it has to', () => {
    const found = check({ deployments, flows: [] });
    expect(found.map(({ message }) => message)).toEqual([
      'Northvale CCG is asked to endorse this, and appears in no deployment and in no information flow',
      'Fellside Community is asked to endorse this, and appears in no deployment and in no information flow',
    ]);
  });
});

it('never throws, and finds each thing once', () => {
  fc.assert(
    fc.property(content, (written) => {
      const found = checkCoherence({ pack, content: written, members, baselines }).map(
        ({ code, subject }) => `${code} ${subject}`,
      );
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
