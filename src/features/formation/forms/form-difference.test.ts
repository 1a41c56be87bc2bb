import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryForm, organisation, wholeForm } from '../testing/forms.ts';
import { formDifference, membershipChanges } from './form-difference.ts';

describe('formDifference', () => {
  const before = wholeForm();

  it('shows who joins, who leaves and who changes, with what they were', () => {
    const after = wholeForm({
      organisations: [
        organisation('C1', 'partner'),
        organisation('C2', 'lead'),
        organisation('P1', 'provider'),
        organisation('S1', 'support'),
      ],
    });
    expect(formDifference(before, after)).toEqual([
      { label: 'Organisation C1 (C1)', before: 'Lead commissioner', after: 'Partner commissioner' },
      { label: 'Organisation C2 (C2)', before: 'Partner commissioner', after: 'Lead commissioner' },
      { label: 'Organisation L1 (L1)', before: 'Council', after: '' },
      { label: 'Organisation S1 (S1)', before: '', after: 'Support organisation' },
    ]);
  });

  it('shows people before and after', () => {
    const owner = { name: 'Alex New', role: 'Director', organisation: null, email: '' };
    expect(formDifference(before, wholeForm({ people: { ...before.people, owner } }))).toEqual([
      { label: 'Senior responsible owner', before: 'Sam Owner', after: 'Alex New, Director' },
    ]);
  });

  it('finds nothing between a form and itself, whatever its day and reason', () => {
    fc.assert(
      fc.property(arbitraryForm, fc.string(), (form, reason) => {
        expect(formDifference(form, { ...form, area: { ...form.area, startsOn: null, reason } })).toEqual([]);
      }),
    );
  });

  it('is the same seen from the other side', () => {
    fc.assert(
      fc.property(arbitraryForm, arbitraryForm, (one, other) => {
        const there = formDifference(one, other).map((change) =>
          [change.label, change.before, change.after].join('\n'),
        );
        const back = formDifference(other, one).map((change) => [change.label, change.after, change.before].join('\n'));
        expect(there.toSorted()).toEqual(back.toSorted());
        expect(membershipChanges(one, other)).toBe(membershipChanges(other, one));
      }),
    );
  });
});
