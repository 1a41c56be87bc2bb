import { describe, expect, it } from 'vitest';
import { commissionerNames } from './commissioner-names.ts';
import { figuresOf } from './plan-in-words.ts';
import { type Counted, totalsOf } from './totals.ts';

const ccg = (organisationId: string, patients: number | null, practices = 0): Counted => {
  return { organisationId, isCommissioner: true, isTrust: false, patients, practices };
};
const trust: Counted = { organisationId: 'T', isCommissioner: false, isTrust: true, patients: null, practices: 0 };

const shown = (...organisations: Counted[]) => {
  const totals = totalsOf(organisations);
  return Object.fromEntries(figuresOf(commissioners).map(({ heading, text }) => [heading, text(totals)]));
};

const organisationTypes = [
  { id: 'ccg', label: 'Clinical commissioning group', labelPlural: 'Clinical commissioning groups' },
];
const commissioners = commissionerNames({ organisationTypes }, '2016-06-30');

describe('the figures of a plan', () => {
  it('are numbers where they are known', () => {
    expect(shown(ccg('A', 1200, 3), ccg('B', 800, 1), trust)).toEqual({
      Patients: '2,000',
      Practices: '4',
      'Clinical commissioning groups': '2',
      Trusts: '1',
      Organisations: '3',
    });
  });

  it('name the commissioners of the day, or what they do where the programme has no such type', () => {
    expect(commissioners.many).toBe('clinical commissioning groups');
    expect(commissionerNames({ organisationTypes }, '2022-07-01')).toEqual({
      one: 'commissioner',
      many: 'commissioners',
    });
  });

  it('are no noughts for a footprint whose members nobody has recorded', () => {
    expect(new Set(Object.values(shown()))).toEqual(new Set(['Not recorded']));
  });

  it('say of how many commissioners patients are known, by the name of their type', () => {
    expect(shown(ccg('A', 1200), ccg('B', null)).Patients).toBe('1,200 (1 of 2 clinical commissioning groups)');
    expect(shown(ccg('A', null), ccg('B', null)).Patients).toBe('Not recorded');
  });

  it('do not know the patients of trusts alone, and do know that there is no commissioner among them', () => {
    expect(shown(trust)).toMatchObject({
      Patients: 'Not recorded',
      'Clinical commissioning groups': '0',
      Trusts: '1',
    });
  });
});
