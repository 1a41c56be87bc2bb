import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outstandingCount } from '../../agreement/index.ts';
import { ccgsOf } from '../formation.ts';
import { arbitraryForm, organisation, wholeForm } from '../testing/forms.ts';
import { ccgsAsked, type FormEndorsement, formBoard, lapsedFormEndorsements } from './form-endorsement.ts';

function endorsement(organisationId: string, digest: string, changes: Partial<FormEndorsement> = {}): FormEndorsement {
  const person = { name: 'Sam', role: 'Accountable officer' };
  return {
    organisationId,
    digest,
    decision: 'endorse',
    conditions: '',
    person,
    at: new Date('2016-05-01T10:00:00Z'),
    ...changes,
  };
}

const ids = (list: readonly { readonly organisationId: string }[]) => list.map(({ organisationId }) => organisationId);

describe('ccgsAsked', () => {
  const base = wholeForm();

  it('asks every CCG of a first form, whatever it began with', () => {
    expect(ids(ccgsAsked(null, base, true))).toEqual(['C1', 'C2']);
    expect(ids(ccgsAsked(base, base, true))).toEqual(['C1', 'C2']);
  });

  it('asks nobody when only people and governance change', () => {
    expect(ccgsAsked(base, wholeForm({ people: { ...base.people, group: 'Another group' } }), false)).toEqual([]);
  });

  it('asks every CCG when a member changes, those who join and those who leave among them', () => {
    const [lead, , ...others] = base.organisations;
    const after = wholeForm({
      organisations: [...(lead === undefined ? [] : [lead]), ...others, organisation('C3', 'partner')],
    });
    expect(ids(ccgsAsked(base, after, false)).toSorted()).toEqual(['C1', 'C2', 'C3']);
  });

  it('asks each CCG once, and no one but CCGs', () => {
    fc.assert(
      fc.property(arbitraryForm, arbitraryForm, fc.boolean(), (before, after, isFirst) => {
        const asked = ids(ccgsAsked(before, after, isFirst));
        const ccgs = ids([...ccgsOf(before.organisations), ...ccgsOf(after.organisations)]);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.every((id) => ccgs.includes(id))).toBe(true);
      }),
    );
  });
});

describe('formBoard', () => {
  const asked = wholeForm().organisations.slice(0, 3);
  const decisions = fc.array(
    fc.record({
      id: fc.constantFrom('C1', 'C2', 'P1', 'X'),
      digest: fc.constantFrom('now', 'then'),
      decision: fc.constantFrom('endorse' as const, 'decline' as const),
    }),
  );

  it('is complete exactly when the last decision of everyone asked, on this document, is to endorse', () => {
    fc.assert(
      fc.property(decisions, (drawn) => {
        const list = drawn.map(({ id, digest, decision }, index) =>
          endorsement(id, digest, { decision, at: new Date(index * 1000) }),
        );
        const last = (id: string) =>
          list.findLast((one) => one.organisationId === id && one.digest === 'now')?.decision;
        const isComplete = ids(asked).every((id) => last(id) === 'endorse');
        expect(outstandingCount(formBoard(asked, list, 'now')) === 0).toBe(isComplete);
      }),
    );
  });

  it('counts nothing while the form is written', () => {
    expect(outstandingCount(formBoard(asked, [endorsement('C1', 'then')], null))).toBe(3);
  });
});

describe('lapsedFormEndorsements', () => {
  const steps = [{ digest: 'then', reason: 'a provider is missing', by: 'Lee Lead' }];

  it('says which decisions no longer stand, and why', () => {
    const list = [endorsement('C1', 'then'), endorsement('C2', 'then'), endorsement('C2', 'now')];
    const lapsed = lapsedFormEndorsements(list, 'now', steps);
    expect(lapsed.map(({ endorsement: one, reason }) => [one.organisationId, reason])).toEqual([
      ['C1', 'Lee Lead took the form back: a provider is missing'],
    ]);
  });

  it('lets every decision lapse when the form is taken back', () => {
    expect(lapsedFormEndorsements([endorsement('C1', 'then'), endorsement('C2', 'then')], null, steps)).toHaveLength(2);
  });

  it('calls no lapse what the same CCG replaced on the same document', () => {
    const list = [endorsement('C1', 'now', { decision: 'decline', conditions: 'Why' }), endorsement('C1', 'now')];
    expect(lapsedFormEndorsements(list, 'now', [])).toEqual([]);
  });
});
