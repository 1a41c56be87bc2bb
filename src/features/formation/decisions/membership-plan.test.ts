import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleOfCapacity } from '../formation.ts';
import { arbitraryOrganisations, organisation } from '../testing/forms.ts';
import { type MembershipPeriod, planMemberships } from './membership-plan.ts';

function period(code: string, role: MembershipPeriod['role'], from = '2016-04-01', to: string | null = null) {
  return { organisationId: code, role, from, to };
}

describe('planMemberships', () => {
  it('begins what is new, ends what is gone, and leaves the rest alone', () => {
    const current = [period('C1', 'lead'), period('P1', 'core'), period('P2', 'core', '2015-04-01', '2016-04-01')];
    const plan = planMemberships(current, [organisation('C1', 'lead'), organisation('P2', 'provider')], '2016-10-01');
    expect(plan.begin).toEqual([{ organisationId: 'P2', role: 'core' }]);
    expect(plan.end).toEqual([current[1]]);
    expect(plan.clashes).toEqual([]);
  });

  it('ends one role and begins the other when an organisation changes its part', () => {
    const plan = planMemberships([period('C1', 'core')], [organisation('C1', 'lead')], '2016-10-01');
    expect(plan.begin).toEqual([{ organisationId: 'C1', role: 'lead' }]);
    expect(plan.end).toHaveLength(1);
  });

  it('leaves no membership without a day, and lays none over one that is to come', () => {
    const current = [period('P1', 'core', '2016-10-01'), period('P2', 'core', '2017-04-01')];
    const { clashes } = planMemberships(current, [organisation('P2', 'provider')], '2016-10-01');
    expect(clashes).toEqual([
      { organisationId: 'P1', kind: 'first-day', on: '2016-10-01' },
      { organisationId: 'P2', kind: 'later', on: '2017-04-01' },
    ]);
  });

  it('makes the directory say what the form says, and a second time changes nothing', () => {
    fc.assert(
      fc.property(arbitraryOrganisations, arbitraryOrganisations, (before, after) => {
        const current = before.map(({ code, capacity }) => period(code, roleOfCapacity[capacity]));
        const { begin, end } = planMemberships(current, after, '2016-10-01');
        const kept = current.filter((one) => !end.includes(one));
        const then = [...kept, ...begin].map(({ organisationId, role }) => `${organisationId} ${role}`);
        expect(then.toSorted()).toEqual(
          after.map(({ code, capacity }) => `${code} ${roleOfCapacity[capacity]}`).toSorted(),
        );

        const applied = then.map((text) => {
          const [code = '', role = 'core'] = text.split(' ');
          return period(code, role as MembershipPeriod['role']);
        });
        expect(planMemberships(applied, after, '2017-01-01')).toEqual({ begin: [], end: [], clashes: [] });
      }),
    );
  });
});
