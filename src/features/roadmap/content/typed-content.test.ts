import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDeployment, aMoneyLine, aPlan, baselines, members, pack } from '../testing/northvale.ts';
import { typedDeployment } from './deployments/deployment-words.ts';
import { parseDeploymentForm } from './deployments/parse-deployment-form.ts';
import { parsePartForm } from './parts/parse-part-form.ts';
import { typedPart } from './parts/part.ts';
import { parseTrajectoryForm } from './trajectory/parse-trajectory-form.ts';
import { typedTrajectory } from './trajectory/trajectory.ts';
import { parseUniversalPlanForm } from './universal-plans/parse-universal-plan-form.ts';
import { typedPlan } from './universal-plans/universal-plan.ts';

const revision = '4';

describe('what is stored, as it would be typed', () => {
  it('is read back as the same part', () => {
    const part = { body: 'One\n\n- two', localHeading: 'Our ambition' };
    expect(parsePartForm({ ...typedPart(part), revision })).toMatchObject({
      kind: 'ok',
      value: { ...part, revision: 4 },
    });
  });

  it('is read back as the same trajectory', () => {
    const rows = aContent().trajectory;
    const frame = {
      capabilityGroups: pack.capabilityGroups,
      targetYears: pack.roadmapTemplate.targetYears,
      baselines: baselines.map((baseline) => ({ ...baseline, mean: null })),
    };
    const parsed = parseTrajectoryForm({ ...typedTrajectory(rows), revision }, frame);
    expect(parsed).toEqual({ kind: 'ok', typed: expect.anything(), value: { rows, revision: 4 } });
  });

  it('is read back as the same plan', () => {
    const { capabilityId: _, ...plan } = aPlan({ solution: 'local', localSolution: 'A shared viewer' });
    const parsed = parseUniversalPlanForm({ ...typedPlan(plan), revision }, pack.roadmapTemplate);
    expect(parsed).toEqual({ kind: 'ok', typed: expect.anything(), value: { ...plan, revision: 4 } });
  });

  it('is read back as the same deployment', () => {
    const money = [aMoneyLine({ pounds: 0 }), aMoneyLine({ year: null, nature: null, pounds: null, state: null })];
    const { id: _, ...row } = aDeployment({ money, starts: null, supports: ['A', 'I'], dependsOn: ['deployment-2'] });
    const frame = { pack, members, others: [{ id: 'deployment-2' }] };
    const parsed = parseDeploymentForm({ ...typedDeployment(row), revision }, frame);
    expect(parsed).toEqual({ kind: 'ok', typed: expect.anything(), value: { ...row, revision: 4 } });
  });

  it('is text or a list of texts under every name, whatever is stored', () => {
    fc.assert(
      fc.property(content, ({ parts, trajectory, universalPlans, deployments }) => {
        const typed = [
          ...parts.map(typedPart),
          typedTrajectory(trajectory),
          ...universalPlans.map(typedPlan),
          ...deployments.map(typedDeployment),
        ];
        for (const value of typed.flatMap((form) => Object.values(form))) {
          expect([value].flat().every((text) => typeof text === 'string')).toBe(true);
        }
      }),
    );
  });
});
