import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileForm } from '../../testing/arbitraries.ts';
import { members, pack } from '../../testing/northvale.ts';
import { parseDeploymentForm } from './parse-deployment-form.ts';

const whole = {
  title: 'Electronic prescribing',
  group: 'medicines',
  organisations: ['org-2', 'org-3'],
  status: 'under-way',
  starts: 'April 2017',
  'goes-live': 'Q4 2017/18',
  owner: 'Chief pharmacist',
  supplier: 'A supplier',
  system: 'A system',
  'money-year-0': '2017/18',
  'money-nature-0': 'capital',
  'money-pounds-0': '£2.4m',
  'money-source-0': 'Own capital',
  'money-state-0': 'bid',
  supports: 'I',
  roles: ['seven-days'],
  'stp-priorities': 'Safer care',
  'depends-on': ['deployment-2'],
  'depends-elsewhere': 'The national service',
  'benefit-what-0': 'Fewer errors',
  'benefit-measure-0': 'Reports a month',
  'benefit-baseline-0': '40',
  revision: '1',
};

const parse = (form: Record<string, unknown>) =>
  parseDeploymentForm(form, { pack, members, others: [{ id: 'deployment-2' }] });

describe('parseDeploymentForm', () => {
  it('reads every field, and leaves out lines in which nothing is filled in', () => {
    const empty = { 'money-pounds-1': '', 'money-year-1': '', 'benefit-what-1': '', 'benefit-measure-1': ' ' };
    expect(parse({ ...whole, ...empty, 'money-pounds-2': '0', 'money-state-2': 'secured' })).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: {
        title: 'Electronic prescribing',
        groupId: 'medicines',
        organisationIds: ['org-2', 'org-3'],
        status: 'under-way',
        starts: '2017-04',
        goesLive: '2017/18 Q4',
        owner: 'Chief pharmacist',
        supplier: 'A supplier',
        system: 'A system',
        money: [
          { year: '2017/18', nature: 'capital', pounds: 2_400_000, source: 'Own capital', state: 'bid' },
          { year: null, nature: null, pounds: 0, source: '', state: 'secured' },
        ],
        supports: ['I'],
        roles: ['seven-days'],
        stpPriorities: 'Safer care',
        dependsOn: ['deployment-2'],
        dependsElsewhere: 'The national service',
        benefits: [{ what: 'Fewer errors', measure: 'Reports a month', baseline: '40' }],
        revision: 1,
      },
    });
  });

  it('needs a title, a group, a state and a time by which it is live; the rest may be left out', () => {
    const outcome = parse({ revision: '0' });
    const fields = outcome.kind === 'errors' ? outcome.errors.map(({ field }) => field) : [];
    expect(fields).toEqual(['title', 'group', 'status', 'goes-live']);
    const { title, group, status, revision } = whole;
    expect(parse({ title, group, status, 'goes-live': '2017/18', revision })).toMatchObject({
      kind: 'ok',
      value: { organisationIds: [], starts: null, money: [], supports: [], dependsOn: [], benefits: [] },
    });
  });

  it.each([
    ['group', 'surgery'],
    ['organisations', ['org-2', 'org-99']],
    ['goes-live', 'soon'],
    ['starts', 'April 2018'],
    ['status', 'done'],
    ['money-pounds-0', 'lots'],
    ['money-year-0', '2017'],
    ['money-year-0', 'March 2018'],
    ['money-state-0', 'perhaps'],
    ['supports', ['Z']],
    ['roles', ['tea']],
    ['depends-on', ['deployment-9']],
    ['benefit-what-0', ''],
    ['title', 'x'.repeat(201)],
  ])('refuses %s %j and keeps what was typed', (field, value) => {
    const outcome = parse({ ...whole, [field]: value });
    expect(outcome).toMatchObject({
      kind: 'errors',
      errors: [{ field }],
      typed: { [field]: value, owner: whole.owner },
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(hostileForm(Object.keys(whole)), (form) => void parse(form)));
  });
});
