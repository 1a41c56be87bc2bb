import { describe, expect, it } from 'vitest';
import type { Round, RoundScope } from '../programme/index.ts';
import { faultOfExtension, faultOfPlan, idForRound, isBaseline, isNameTaken } from './planned-round.ts';

const rounds = [
  { id: 'dmsa-2015', label: 'Self-assessment 2015/16' },
  { id: 'of-2026', label: 'Corrected since' },
];

describe('the name of a round', () => {
  it.each([
    ['Self-assessment 2015/16', null, true],
    ['SELF ASSESSMENT 2015-16', null, true],
    ['Corrected since', null, true],
    ['Corrected since', 'of-2026', false],
    ['Of 2026', null, false],
    ['Of 2026', 'of-2026', false],
    ['Another', null, false],
  ])('%s, of the round %j: taken %j', (label, ownId, isTaken) => {
    expect(isNameTaken(rounds, label, ownId)).toBe(isTaken);
  });

  it('has an address of its own where a round that was withdrawn or renamed had the same', () => {
    expect(idForRound('Of 2026', new Set(rounds.map(({ id }) => id)))).toBe('of-2026-2');
    expect(idForRound('Of 2027', new Set())).toBe('of-2027');
    expect(idForRound('Of 2027', new Set(['of-2027', 'of-2027-2']))).toBe('of-2027-3');
  });
});

describe('a plan beside the rounds that there are', () => {
  const of = (id: string, kind: Round['kind'], baselineRound: string | null = null): Round => {
    const days = { opensOn: '2026-12-01', dueOn: '2027-01-31' };
    return {
      id,
      kind,
      label: `Round ${id}`,
      ...days,
      baselineRound,
      instrument: null,
      isPlannedHere: true,
      waitsForActivation: false,
      steps: [],
    };
  };
  const there = [of('a', 'assessment'), of('b', 'assessment'), of('p', 'roadmap', 'a')];

  it.each([
    ['Round p', 'a', null, 'name-taken'],
    ['Round p', 'a', 'p', null],
    ['Another', 'a', null, null],
    ['Another', null, null, null],
    ['Another', 'gone', null, 'baseline-gone'],
    ['Another', 'p', null, 'baseline-gone'],
  ])('called %s with the baseline %j, of the round %j: %j', (label, baselineRound, ownId, fault) => {
    expect(faultOfPlan(there, { label, dueOn: '2027-01-31', baselineRound }, ownId)).toBe(fault);
  });

  const record = { number: 1, reason: 'So', at: new Date(0), by: 'Pat' };
  const everybody = { kind: 'all', id: '', name: '' } as const;
  const london = { kind: 'region', id: 'Y56', name: 'London' } as const;
  const until = (round: Round, dueOn: string, scope: RoundScope = everybody): Round => ({
    ...round,
    steps: [{ ...record, kind: 'extend', scope, dueOn }],
  });
  const [a, b, p] = there as [Round, Round, Round];

  it.each<[string, readonly Round[], string | null, string, string | null, string | null]>([
    ['a plan on the day of its baseline', there, 'a', '2027-01-31', null, null],
    ['a plan due before its baseline', there, 'a', '2027-01-30', null, 'baseline-late'],
    ['the same put right', there, 'a', '2027-01-30', 'p', 'baseline-late'],
    [
      'a plan over a baseline that was extended',
      [until(a, '2027-02-28'), b, p],
      'a',
      '2027-02-27',
      null,
      'baseline-late',
    ],
    ['but for a region alone', [until(a, '2027-02-28', london), b, p], 'a', '2027-02-27', null, null],
    ['a slip in the name alone', [until(a, '2027-02-28'), b, p], 'a', '2027-01-31', 'p', null],
    ['a plan that is itself extended', [a, b, until(p, '2027-02-28')], 'a', '2027-01-30', 'p', null],
    ['a baseline put right to after the plan', there, null, '2027-02-01', 'a', 'after-a-plan'],
    ['a baseline put right to the day of the plan', there, null, '2027-01-31', 'a', null],
    ['a round that no plan rests on', there, null, '2027-12-31', 'b', null],
    ['a round that is new', there, null, '2027-12-31', null, null],
  ])('that is due too early or too late: %s', (_case, rounds, baselineRound, dueOn, ownId, fault) => {
    expect(faultOfPlan(rounds, { label: 'Another', dueOn, baselineRound }, ownId)).toBe(fault);
  });

  const shortened = until(p, '2027-03-31');
  it.each<[string, readonly Round[], Round, RoundScope, string, string | null]>([
    ['a baseline to the day of its plan', there, a, everybody, '2027-01-31', null],
    ['a baseline past the day of its plan', there, a, everybody, '2027-02-01', 'after-a-plan'],
    ['a baseline up to a plan that was extended too', [a, b, shortened], a, everybody, '2027-03-31', null],
    ['a baseline past the day of its plan, for a region', there, a, london, '2027-02-01', null],
    ['a round that no plan rests on', there, b, everybody, '2099-01-01', null],
    [
      'a plan, of which an extension is made shorter',
      [until(a, '2027-03-01'), b, shortened],
      p,
      everybody,
      '2027-02-28',
      'baseline-late',
    ],
    ['a plan', there, p, everybody, '2027-02-28', null],
  ])('is extended too far or too little: %s', (_case, rounds, round, scope, dueOn, fault) => {
    expect(faultOfExtension(rounds, round, { scope, dueOn }, '2027-01-15')).toBe(fault);
  });

  it('holds up no baseline once its own deadline has passed, or it is closed', () => {
    const extension = { scope: everybody, dueOn: '2027-04-01' };
    const closed: Round = { ...p, steps: [{ ...record, kind: 'close' }] };
    expect(faultOfExtension(there, a, extension, '2027-02-01')).toBeNull();
    expect(faultOfExtension([a, b, closed], a, extension, '2027-01-15')).toBeNull();
  });

  it('rests on the round that its baseline is taken from', () => {
    expect(['a', 'b', 'p'].map((id) => isBaseline(there, id))).toEqual([true, false, false]);
  });
});
