import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyContent } from '../content/all-content.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { freezeDocument } from '../documents/freeze-document.ts';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDeployment, aFreezeInput, aPlan, baselines, members, pack } from '../testing/northvale.ts';
import { checkFreeze } from './check-freeze.ts';

const check = (changes: Partial<RoadmapContent> = {}) =>
  checkFreeze({ pack, content: aContent(changes), members, baselines });

const codes = (findings: readonly { readonly code: string; readonly subject: string | null }[]) =>
  findings.map(({ code, subject }) => [code, subject]);

describe('checkFreeze', () => {
  it('lets a whole draft through, and says which member is not in the baseline', () => {
    const { blockers, warnings } = check();
    expect(blockers).toEqual([]);
    const message = 'Fellside Community has no submitted score and is not counted in the baseline';
    expect(warnings).toEqual([{ code: 'member-without-assessment', subject: 'org-3', message }]);
  });

  it('asks for everything that is required of an empty draft, and for nothing else', () => {
    const { blockers } = checkFreeze({ pack, content: emptyContent(pack), members, baselines });
    expect(codes(blockers)).toEqual([
      ['part-empty', 'vision'],
      ['part-empty', 'risk'],
      ['target-missing', 'records'],
      ['target-missing', 'medicines'],
      ['plan-empty', 'A'],
      ['plan-empty', 'I'],
    ]);
  });

  it('names the years that have no target', () => {
    const targets = [{ yearId: '2016-17', target: 60, fallReason: '' }];
    const { blockers } = check({ trajectory: [{ groupId: 'records', targets, rationale: '' }] });
    expect(blockers[0]?.message).toBe(
      'Set the targets for Records, assessments and plans: none is stated for End 2017/18',
    );
  });

  it('finds targets that fell below a baseline that has moved since', () => {
    const moved = baselines.map((baseline) => ({ ...baseline, mean: 60 }));
    const { blockers } = checkFreeze({ pack, content: aContent(), members, baselines: moved });
    expect(codes(blockers)).toEqual([
      ['target-rule', 'records'],
      ['target-rule', 'medicines'],
    ]);
  });

  it('finds deployments of organisations that have left', () => {
    const deployments = [aDeployment({ organisationIds: ['org-2', 'org-99'] }), aDeployment({ groupId: 'records' })];
    expect(codes(check({ deployments }).blockers)).toEqual([['deployment-stranger', 'deployment-1']]);
  });

  it('warns of a plan without evidence', () => {
    const { warnings } = check({ universalPlans: [aPlan({ evidence: ' ' }), aPlan({ capabilityId: 'I' })] });
    expect(codes(warnings)).toContainEqual(['plan-without-evidence', 'A']);
  });

  it('warns of a climb without a deployment, not of a level line, and does not count a stopped one', () => {
    expect(codes(check({ deployments: [aDeployment()] }).warnings)).toContainEqual([
      'climb-without-deployment',
      'records',
    ]);
    const stopped = aDeployment({ groupId: 'records', status: 'stopped' });
    expect(codes(check({ deployments: [stopped, aDeployment()] }).warnings)).toContainEqual([
      'climb-without-deployment',
      'records',
    ]);
    const level = [52, 52].map((target, index) => ({
      yearId: `201${6 + index}-1${7 + index}`,
      target,
      fallReason: '',
    }));
    const trajectory = aContent().trajectory.map((row) =>
      row.groupId === 'records' ? { ...row, targets: level } : row,
    );
    expect(codes(check({ trajectory, deployments: [aDeployment()] }).warnings)).not.toContainEqual([
      'climb-without-deployment',
      'records',
    ]);
  });

  it('lets nothing through that cannot be frozen', () => {
    fc.assert(
      fc.property(content, (written) => {
        if (checkFreeze({ pack, content: written, members, baselines }).blockers.length > 0) {
          return;
        }
        expect(freezeDocument(aFreezeInput({ content: written })).sections.length).toBeGreaterThan(0);
      }),
    );
  });
});
