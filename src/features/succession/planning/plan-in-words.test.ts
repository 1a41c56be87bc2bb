import { describe, expect, it } from 'vitest';
import { figures } from './plan-in-words.ts';
import { type Counted, totalsOf } from './totals.ts';

const ccg = (organisationId: string, patients: number | null, practices = 0): Counted => {
  return { organisationId, isCommissioner: true, isTrust: false, patients, practices };
};
const trust: Counted = { organisationId: 'T', isCommissioner: false, isTrust: true, patients: null, practices: 0 };

const shown = (...organisations: Counted[]) => {
  const totals = totalsOf(organisations);
  return Object.fromEntries(figures.map(({ heading, text }) => [heading, text(totals)]));
};

describe('the figures of a plan', () => {
  it('are numbers where they are known', () => {
    expect(shown(ccg('A', 1200, 3), ccg('B', 800, 1), trust)).toEqual({
      Patients: '2,000',
      Practices: '4',
      CCGs: '2',
      Trusts: '1',
      Organisations: '3',
    });
  });

  it('are no noughts for a footprint whose members nobody has recorded', () => {
    expect(new Set(Object.values(shown()))).toEqual(new Set(['Not recorded']));
  });

  it('say of how many CCGs patients are known', () => {
    expect(shown(ccg('A', 1200), ccg('B', null)).Patients).toBe('1,200 (1 of 2 CCGs)');
    expect(shown(ccg('A', null), ccg('B', null)).Patients).toBe('Not recorded');
  });

  it('do not know the patients of trusts alone, and do know that there is no CCG among them', () => {
    expect(shown(trust)).toMatchObject({ Patients: 'Not recorded', CCGs: '0', Trusts: '1' });
  });
});
