import { describe, expect, it } from 'vitest';
import { type FormContent, nobody } from '../formation.ts';
import { organisation, wholeForm } from '../testing/forms.ts';
import { checkForm, type FormCheckFacts } from './check-form.ts';

const types: FormCheckFacts['types'] = new Map([
  ['C1', 'ccg'],
  ['C2', 'ccg'],
  ['P1', 'acute-trust'],
  ['A1', 'ambulance-trust'],
  ['L1', 'council'],
]);
const nothing = { elsewhere: [], clashes: [], leaving: [], areaName: null, isNameTaken: false };
const facts: FormCheckFacts = { types, ...nothing, places: new Set(['region:R', 'stp:S']) };

const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

function blockersOf(form: FormContent, changes: Partial<FormCheckFacts> = {}) {
  return codes(checkForm(form, null, true, { ...facts, ...changes }).blockers);
}

describe('checkForm', () => {
  it('finds nothing wrong with a whole form', () => {
    expect(checkForm(wholeForm(), null, true, facts)).toEqual({ blockers: [], warnings: [] });
  });

  it.each<[string, FormContent, string]>([
    ['a name', wholeForm({ area: { ...wholeForm().area, name: '' } }), 'name-missing'],
    ['a day', wholeForm({ area: { ...wholeForm().area, startsOn: null } }), 'day-missing'],
    ['a region', wholeForm({ area: { ...wholeForm().area, regions: [] } }), 'region-missing'],
    ['a lead commissioner', wholeForm({ organisations: [organisation('C1', 'partner')] }), 'lead-missing'],
    ['an owner', wholeForm({ people: { ...wholeForm().people, owner: nobody } }), 'owner-missing'],
  ])('asks for %s', (_, form, code) => {
    expect(blockersOf(form)).toEqual([code]);
  });

  it('knows a CCG from others', () => {
    expect(blockersOf(wholeForm({ organisations: [organisation('P1', 'lead')] }))).toEqual(['not-a-ccg']);
    const form = wholeForm({ organisations: [organisation('C1', 'lead'), organisation('C2', 'provider')] });
    expect(blockersOf(form)).toEqual(['ccg-as-other']);
  });

  it('takes integrated care boards as it took CCGs, on the days that have them', () => {
    const boards = new Map([...types].map(([id, type]) => [id, type === 'ccg' ? 'integrated-care-board' : type]));
    expect(blockersOf(wholeForm(), { types: boards })).toEqual([]);
    const form = wholeForm({ organisations: [organisation('C1', 'lead'), organisation('C2', 'provider')] });
    expect(blockersOf(form, { types: boards })).toEqual(['ccg-as-other']);
  });

  it('wants every organisation in the directory on the day', () => {
    const check = checkForm(wholeForm(), null, true, {
      ...facts,
      types: new Map([...types].filter(([id]) => id !== 'P1')),
    });
    expect(check.blockers.map(({ message }) => message)).toEqual([
      'Organisation P1 (P1) is not in the directory on 1 July 2016. Take it out, or choose another day',
    ]);
  });

  it('blocks a CCG that is bound elsewhere, and only warns of providers and of looser ties', () => {
    const at = (organisationId: string, role: 'lead' | 'core' | 'associate') => ({
      organisationId,
      role,
      footprintName: 'Southvale',
    });
    expect(blockersOf(wholeForm(), { elsewhere: [at('C2', 'core')] })).toEqual(['ccg-elsewhere']);
    expect(blockersOf(wholeForm(), { elsewhere: [at('C2', 'associate')] })).toEqual([]);
    const check = checkForm(wholeForm(), null, true, { ...facts, elsewhere: [at('P1', 'core')] });
    expect([codes(check.blockers), codes(check.warnings)]).toEqual([[], ['also-elsewhere']]);
  });

  it('lets ambulance trusts be associates anywhere without a word', () => {
    const form = wholeForm({ organisations: [...wholeForm().organisations, organisation('A1', 'associate')] });
    const elsewhere = [{ organisationId: 'A1', role: 'core' as const, footprintName: 'Southvale' }];
    expect(checkForm(form, null, true, { ...facts, elsewhere }).warnings).toEqual([]);
  });

  it('refuses the name of another footprint, and asks for a succession event where an active one is renamed', () => {
    expect(blockersOf(wholeForm(), { isNameTaken: true })).toEqual(['name-taken']);
    const check = checkForm(wholeForm(), null, true, { ...facts, areaName: 'Oldvale' });
    expect([codes(check.blockers), codes(check.warnings)]).toEqual([[], ['rename']]);
  });

  it('wants a change to change something, and a reason for it', () => {
    const base = wholeForm();
    expect(codes(checkForm(base, base, false, facts).blockers)).toEqual(['nothing-changed', 'change-reason-missing']);
    const after = wholeForm({
      people: { ...base.people, group: 'Another' },
      area: { ...base.area, reason: 'It was renamed' },
    });
    expect(codes(checkForm(after, base, false, facts).blockers)).toEqual([]);
  });

  it('wants regions and areas of the day, and names the kind that is missing', () => {
    const check = checkForm(wholeForm(), null, true, { ...facts, places: new Set(['region:R', 'icb:Q']) });
    expect(check.blockers.map(({ message }) => message)).toEqual([
      'An STP (S) is not there on 1 July 2016. Choose from the areas of that day',
    ]);
    expect(blockersOf(wholeForm(), { places: null })).toEqual([]);
    const nowhere = (startsOn: string | null) => wholeForm({ area: { ...wholeForm().area, stps: [], startsOn } });
    const warned = (startsOn: string | null) =>
      checkForm(nowhere(startsOn), null, true, facts).warnings.map(({ message }) => message);
    expect([warned('2016-07-01'), warned('2026-07-01'), warned(null)]).toEqual([
      ['No STP area is named'],
      ['No ICB area is named'],
      ['No planning area is named'],
    ]);
  });

  it('says which memberships recorded already are in the way', () => {
    const clashes = [
      { organisationId: 'P1', kind: 'first-day' as const, on: '2016-07-01' },
      { organisationId: 'C2', kind: 'later' as const, on: '2017-04-01' },
    ];
    expect(blockersOf(wholeForm(), { clashes })).toEqual(['membership-clash', 'membership-clash']);
  });
});
