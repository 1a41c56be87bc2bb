import { describe, expect, it } from 'vitest';
import { type OrganisationAsked, type SettingStanding, settingsAnswered, standingOverall } from './standing.ts';

const pack = { careSettings: ['acute', 'community', 'ambulance'].map((id) => ({ id, label: id, officialNames: [] })) };
const type = {
  id: 'trust',
  label: 'Trust',
  labelPlural: 'Trusts',
  assessed: true,
  careSetting: 'community',
  furtherCareSettings: ['acute'],
  odsRoles: [],
  introducedOn: null,
};

function begun(careSetting: string, state: SettingStanding['state'], submittedAt: Date | null = null): SettingStanding {
  return { careSetting, assessmentId: careSetting, state, submittedAt, wasSigned: false, apart: [] };
}

function answered(asked: Partial<OrganisationAsked>, returns: 'per-setting' | 'per-organisation' = 'per-setting') {
  return settingsAnswered(pack, { returns }, { type, choices: [], begun: [], ...asked });
}

describe('the care settings that an organisation answers for', () => {
  it('are those of its type, in the order of the pack', () => {
    expect(answered({})).toEqual(['acute', 'community']);
  });

  it('are one where the organisation is assessed as a whole: that of its type, or the one it began with', () => {
    expect(answered({}, 'per-organisation')).toEqual(['community']);
    expect(answered({ begun: [begun('acute', 'in-progress')] }, 'per-organisation')).toEqual(['acute']);
  });

  it('follow what was said of it', () => {
    const choices = [
      { careSetting: 'ambulance', answers: true },
      { careSetting: 'acute', answers: false },
    ];
    expect(answered({ choices })).toEqual(['community', 'ambulance']);
  });

  it.each([
    ['in-progress', ['community']],
    ['awaiting-authorisation', ['acute', 'community']],
    ['submitted', ['acute', 'community']],
  ] as const)('without one that was taken out, unless it is out of their hands: %s', (state, expected) => {
    const choices = [{ careSetting: 'acute', answers: false }];
    expect(answered({ choices, begun: [begun('acute', state)] })).toEqual(expected);
  });

  it('have among them one that was taken out and was signed once, though its return is open again', () => {
    const choices = [{ careSetting: 'acute', answers: false }];
    const openAgain = { ...begun('acute', 'in-progress'), wasSigned: true };
    expect(answered({ choices, begun: [openAgain] })).toEqual(['acute', 'community']);
  });

  it('are none of a type that is not assessed, whatever was said before', () => {
    const other = { ...type, assessed: false, careSetting: null, furtherCareSettings: [] };
    expect(answered({ type: other, choices: [{ careSetting: 'acute', answers: true }] })).toEqual([]);
    expect(answered({ type: other }, 'per-organisation')).toEqual([]);
  });
});

describe('where an organisation stands with all of its settings', () => {
  const early = new Date('2026-05-01T12:00:00Z');
  const late = new Date('2026-05-02T12:00:00Z');

  it.each([
    [[begun('acute', 'not-started'), begun('community', 'not-started')], 'not-started'],
    [[begun('acute', 'not-started'), begun('community', 'submitted', early)], 'in-progress'],
    [[begun('acute', 'awaiting-authorisation'), begun('community', 'in-progress')], 'awaiting-authorisation'],
    [[begun('acute', 'awaiting-authorisation'), begun('community', 'submitted', early)], 'awaiting-authorisation'],
  ])('is not submitted before the last of them is', (settings, state) => {
    expect(standingOverall(settings)).toEqual({ state, submittedAt: null });
  });

  it('is submitted with the last of them', () => {
    const settings = [begun('acute', 'submitted', late), begun('community', 'submitted', early)];
    expect(standingOverall(settings)).toEqual({ state: 'submitted', submittedAt: late });
  });
});
