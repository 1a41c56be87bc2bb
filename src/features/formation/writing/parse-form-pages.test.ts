import { describe, expect, it } from 'vitest';
import { planningWords } from '../../directory/index.ts';
import {
  parseFormEndorsement,
  parseOrganisationForm,
  parseRegionDecision,
  parseReturn,
} from '../decisions/parse-decisions.ts';
import { wholeForm } from '../testing/forms.ts';
import { parseAreaForm, parsePeopleForm, typedArea, typedPeople } from './parse-form-pages.ts';

const today = '2026-11-02';
const form = wholeForm();
const { area, people, organisations } = form;
const choices = { regions: area.regions, stps: area.stps, planning: planningWords('2016-07-01'), parents: [] };
const messages = (outcome: { readonly kind: string; readonly errors?: readonly { readonly message: string }[] }) =>
  outcome.errors?.map(({ message }) => message);

describe('the pages of a form', () => {
  it('give back what was stored when nothing was changed', () => {
    const stored = { ...area, reason: 'A reason' };
    expect(parseAreaForm({ ...typedArea(stored), revision: '3' }, choices, { stored: area, today })).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: { area: stored, revision: 3 },
    });
    const someone = {
      name: 'Sam',
      role: 'Director',
      email: 'sam@example.nhs.uk',
      organisation: organisations[0] ?? null,
    };
    const { capacity: _, ...mention } = organisations[0] ?? {
      capacity: 'lead' as const,
      organisationId: '',
      code: '',
      name: '',
    };
    const held = {
      ...people,
      owner: { ...someone, organisation: mention },
      boards: ['One', 'Other'],
      contact: 'Ring\nus',
    };
    expect(parsePeopleForm({ ...typedPeople(held), revision: '1' }, organisations)).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: { people: held, revision: 1 },
    });
  });

  it('takes where a footprint lies from the directory once there is one', () => {
    const outcome = parseAreaForm({ name: 'N', revision: '1', regions: ['region:X'], stps: [] }, null, {
      stored: area,
      today,
    });
    expect(outcome).toMatchObject({ kind: 'ok', value: { area: { regions: area.regions, stps: area.stps } } });
  });

  it('names every fault', () => {
    const date = { 'starts-on': '31', 'starts-on-month': '2', 'starts-on-year': '2016' };
    expect(
      messages(parseAreaForm({ ...date, regions: 'region:X', revision: '1' }, choices, { stored: area, today })),
    ).toEqual([
      'Enter the name of the footprint',
      'The day from which the form holds must be a real day, like 2 11 2026 or 2 November 2026',
      'Select regions from the list',
    ]);
    expect(
      messages(parsePeopleForm({ 'owner-role': 'Director', 'owner-email': 'nowhere', revision: '1' }, [])),
    ).toEqual([
      'Senior responsible owner: enter the name',
      'Senior responsible owner: enter an e-mail address like name@example.nhs.uk',
    ]);
  });
});

describe('decisions', () => {
  const page = { number: '2', digest: 'd' };

  it('want a reason for a no, and do not drop one typed beside a yes', () => {
    expect(parseFormEndorsement({ ...page, decision: 'endorse' })).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: { number: 2, digest: 'd', decision: 'endorse', reason: '' },
    });
    const beside = { ...page, reason: 'only if the county pays half' };
    const asked = { kind: 'errors', errors: [{ field: 'reason' }], typed: { reason: beside.reason } };
    expect(parseFormEndorsement({ ...beside, decision: 'endorse' })).toMatchObject(asked);
    expect(parseRegionDecision({ ...beside, decision: 'accept' })).toMatchObject(asked);
    expect(parseFormEndorsement({ ...page, decision: 'decline' }).kind).toBe('errors');
    expect(parseRegionDecision({ ...page, decision: 'send-back' }).kind).toBe('errors');
    expect(parseRegionDecision({ ...page, decision: 'accept' }).kind).toBe('ok');
    expect(parseReturn({ ...page, action: 'withdraw' }).kind).toBe('errors');
  });

  it('take an organisation off the form', () => {
    expect(parseOrganisationForm({ code: 'RL4', capacity: 'none', revision: '1' })).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: { code: 'RL4', capacity: null, revision: 1 },
    });
    expect(parseOrganisationForm({ revision: '1' }).kind).toBe('errors');
  });
});
