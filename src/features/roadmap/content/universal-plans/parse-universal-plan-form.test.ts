import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileForm } from '../../testing/arbitraries.ts';
import { pack } from '../../testing/northvale.ts';
import { parseUniversalPlanForm, planTextLimit } from './parse-universal-plan-form.ts';

const template = pack.roadmapTemplate;

describe('parseUniversalPlanForm', () => {
  it('reads every field, under the years and quarters of the template', () => {
    const form = {
      baseline: '54% of referrals',
      'ambition-2016-17': '70%',
      'ambition-2017-18': '90%',
      solution: 'national',
      'local-solution': '',
      'activity-2016-17-q3': 'Practice champions',
      'activity-1999-q1': 'ignored',
      evidence: 'Monthly report',
      revision: '4',
    };
    expect(parseUniversalPlanForm(form, template)).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: {
        baseline: '54% of referrals',
        ambitions: [
          { yearId: '2016-17', text: '70%' },
          { yearId: '2017-18', text: '90%' },
        ],
        solution: 'national',
        localSolution: '',
        activities: [
          { quarterId: '2016-17-q3', text: 'Practice champions' },
          { quarterId: '2016-17-q4', text: '' },
        ],
        evidence: 'Monthly report',
        revision: 4,
      },
    });
  });

  it('may be saved empty', () => {
    expect(parseUniversalPlanForm({ revision: '0' }, template)).toMatchObject({
      kind: 'ok',
      value: { solution: null },
    });
  });

  it('asks what the local solution is, and keeps its words when the choice changes', () => {
    const message = 'Describe the local solution and how it meets the aim';
    expect(parseUniversalPlanForm({ solution: 'local', revision: '0' }, template)).toMatchObject({
      errors: [{ field: 'local-solution', message }],
    });
    const changed = { solution: 'national', 'local-solution': 'County viewer', revision: '0' };
    expect(parseUniversalPlanForm(changed, template)).toMatchObject({
      kind: 'ok',
      value: { solution: 'national', localSolution: 'County viewer' },
    });
  });

  it('refuses an unknown solution and text that is too long', () => {
    const form = { solution: 'both', evidence: 'x'.repeat(planTextLimit + 1), revision: '0' };
    const outcome = parseUniversalPlanForm(form, template);
    expect(outcome.kind === 'errors' && outcome.errors.map(({ field }) => field)).toEqual(['solution', 'evidence']);
  });

  it('never throws', () => {
    const fields = ['baseline', 'ambition-2016-17', 'solution', 'local-solution', 'activity-2016-17-q3', 'evidence'];
    fc.assert(fc.property(hostileForm(fields), (form) => void parseUniversalPlanForm(form, template)));
  });
});
