import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileForm } from '../../testing/arbitraries.ts';
import { members, pack } from '../../testing/northvale.ts';
import { parseDeploymentForm } from './parse-deployment-form.ts';

const whole = {
  title: 'Electronic prescribing',
  group: 'medicines',
  organisations: ['org-2', 'org-3'],
  year: '2017-18',
  status: 'under-way',
  owner: 'Chief pharmacist',
  supplier: 'A supplier',
  cost: '£2.4m',
  'funding-source': 'Own capital',
  'funding-state': 'bid',
  supports: 'I',
  revision: '1',
};

const parse = (form: Record<string, unknown>) => parseDeploymentForm(form, pack, members);

describe('parseDeploymentForm', () => {
  it('reads every field', () => {
    expect(parse(whole)).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: {
        title: 'Electronic prescribing',
        groupId: 'medicines',
        organisationIds: ['org-2', 'org-3'],
        yearId: '2017-18',
        status: 'under-way',
        owner: 'Chief pharmacist',
        supplier: 'A supplier',
        costPounds: 2_400_000,
        fundingSource: 'Own capital',
        fundingState: 'bid',
        supports: ['I'],
        revision: 1,
      },
    });
  });

  it('needs a title, a group, a year and a status; the rest may be left out', () => {
    const outcome = parse({ revision: '0' });
    const fields = outcome.kind === 'errors' ? outcome.errors.map(({ field }) => field) : [];
    expect(fields).toEqual(['title', 'group', 'year', 'status']);
    const { title, group, year, status, revision } = whole;
    expect(parse({ title, group, year, status, revision })).toMatchObject({
      kind: 'ok',
      value: { organisationIds: [], costPounds: null, fundingState: null, supports: [] },
    });
  });

  it.each([
    ['group', 'surgery'],
    ['organisations', ['org-2', 'org-99']],
    ['year', '2050-51'],
    ['status', 'done'],
    ['cost', 'lots'],
    ['funding-state', 'perhaps'],
    ['supports', ['Z']],
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
