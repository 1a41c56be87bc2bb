import { describe, expect, it } from 'vitest';
import type { Round, RoundScope, RoundStep } from '../programme/index.ts';
import {
  decideRoundAction,
  givesTime,
  type RoundAction,
  type RoundActionKind,
  type RoundFacts,
  whyNotTaken,
} from './round-rules.ts';

const fixed: Round = {
  id: 'r',
  kind: 'assessment',
  label: 'R',
  opensOn: '2015-11-01',
  dueOn: '2016-01-15',
  baselineRound: null,
  instrument: 'i',
  isPlannedHere: false,
  waitsForActivation: false,
  steps: [],
};
const everybody: RoundScope = { kind: 'all', id: '', name: '' };
const trust: RoundScope = { kind: 'organisation', id: 'RL4', name: 'A trust' };

const record = { number: 1, reason: 'Why', at: new Date('2015-12-01T12:00:00Z'), by: 'Pat' };
const with_ = (step: RoundStep): Round => ({ ...fixed, steps: [step] });
const closed = with_({ ...record, kind: 'close' });
const extended = with_({ ...record, kind: 'extend', scope: everybody, dueOn: '2016-02-01' });

const facts: RoundFacts = { isUsed: false, isBaseline: false, resultsPublic: 'on-a-day' };
const open: RoundAction = { kind: 'open', reason: 'Now' };
const close: RoundAction = { kind: 'close', reason: 'Done' };
const withdraw: RoundAction = { kind: 'withdraw', reason: 'The wrong year' };
const plan = { label: 'Q', opensOn: '2015-11-02', dueOn: '2016-01-16', instrument: 'i', baselineRound: null };
const correct: RoundAction = { kind: 'correct', ...plan, reason: 'A slip' };
const correctTo = (dueOn: string): RoundAction => ({ kind: 'correct', ...plan, dueOn, reason: 'A slip' });
const withResults = (resultsOn: string): Round => with_({ ...record, kind: 'set-results-day', resultsOn });
const setDay = (resultsOn: string): RoundAction => ({ kind: 'set-results-day', resultsOn, reason: 'Agreed' });
const extend = (dueOn: string, scope = everybody): RoundAction => ({ kind: 'extend', scope, dueOn, reason: 'Flood' });

describe('what may be done about a round', () => {
  it.each<[string, Round, RoundAction, string]>([
    ['opening it before its day', fixed, open, '2015-10-01'],
    ['opening it again', closed, open, '2016-03-01'],
    ['closing it', fixed, close, '2016-01-20'],
    ['extending it', fixed, extend('2016-01-16'), '2016-01-10'],
    ['extending it once the deadline has passed', fixed, extend('2016-02-01'), '2016-02-01'],
    ['extending it before it opens', fixed, extend('2016-02-01', trust), '2015-10-01'],
    ['shortening an extension', extended, extend('2016-01-20'), '2016-01-10'],
    ['withdrawing it', { ...fixed, isPlannedHere: true }, withdraw, '2015-10-31'],
    ['withdrawing what opened by mistake', { ...fixed, isPlannedHere: true }, withdraw, '2015-11-01'],
    ['putting it right', { ...fixed, isPlannedHere: true }, correct, '2015-11-01'],
    ['keeping a deadline that has passed', { ...fixed, isPlannedHere: true }, correctTo('2016-01-15'), '2016-02-01'],
    [
      'opening again what is late anyhow',
      {
        ...fixed,
        steps: [
          { ...record, kind: 'close' },
          { ...record, number: 2, kind: 'set-results-day', resultsOn: '2016-01-10' },
        ],
      },
      open,
      '2016-01-16',
    ],
    ['setting a day for its results', fixed, setDay('2016-01-16'), '2015-10-01'],
    ['setting another', withResults('2016-03-01'), setDay('2016-02-01'), '2016-01-31'],
    ['having them public today', withResults('2016-03-01'), setDay('2016-02-01'), '2016-02-01'],
    ['having them public before the deadline once it is closed', closed, setDay('2016-01-10'), '2016-01-10'],
    ['extending it to before its results', withResults('2016-03-01'), extend('2016-02-29'), '2016-01-10'],
    [
      'extending it for one place past its results',
      withResults('2016-03-01'),
      extend('2016-03-01', trust),
      '2016-01-10',
    ],
    ['extending it once its results are public', withResults('2016-03-01'), extend('2016-04-01'), '2016-03-01'],
    ['taking an extension back', extended, extend('2016-01-15'), '2016-01-10'],
  ])('%s', (_what, round, action, today) => {
    expect(decideRoundAction(round, action, today, facts)).toEqual({ kind: 'ok' });
  });

  it.each<[string, Round, RoundAction, string, string]>([
    ['opening what is open', fixed, open, '2015-12-01', 'not-from-this-state'],
    [
      'opening what asks something that is not active',
      { ...fixed, waitsForActivation: true },
      open,
      '2015-12-01',
      'activated',
    ],
    ['closing what is planned', fixed, close, '2015-10-01', 'not-from-this-state'],
    ['closing what is closed', closed, close, '2015-12-01', 'not-from-this-state'],
    ['extending what is closed', closed, extend('2016-02-01'), '2015-12-01', 'not-from-this-state'],
    ['giving less time than was fixed', fixed, extend('2016-01-14'), '2015-12-01', 'not-before-others'],
    ['giving one less than everybody', extended, extend('2016-01-31', trust), '2015-12-01', 'not-before-others'],
    ['a day that is past', fixed, extend('2016-01-20'), '2016-01-21', 'not-past'],
    ['the deadline that holds', extended, extend('2016-02-01'), '2016-01-10', 'another-day'],
    ['what everybody has', extended, extend('2016-02-01', trust), '2016-01-10', 'another-day'],
    ['withdrawing what is closed', { ...closed, isPlannedHere: true }, withdraw, '2016-03-01', 'not-from-this-state'],
    ['withdrawing what stands in the pack', fixed, withdraw, '2015-10-31', 'planned-here'],
    ['putting right what stands in the pack', fixed, correct, '2015-10-31', 'planned-here'],
    [
      'putting a deadline into the past',
      { ...fixed, isPlannedHere: true },
      correctTo('2016-01-19'),
      '2016-01-20',
      'not-past',
    ],
    [
      'putting right what is as it should be',
      { ...fixed, ...plan, isPlannedHere: true },
      correct,
      '2015-11-01',
      'another-plan',
    ],
    [
      'extending it for everybody to its results',
      withResults('2016-03-01'),
      extend('2016-03-01'),
      '2016-01-10',
      'before-results',
    ],
    [
      'putting its deadline after its results',
      { ...withResults('2016-03-01'), isPlannedHere: true },
      correctTo('2016-03-01'),
      '2015-11-01',
      'before-results',
    ],
    [
      'opening again what would be answered after its results',
      {
        ...fixed,
        steps: [
          { ...record, kind: 'close' },
          { ...record, number: 2, kind: 'set-results-day', resultsOn: '2016-01-10' },
        ],
      },
      open,
      '2016-01-11',
      'before-results',
    ],
    ['results on the last day to answer', fixed, setDay('2016-01-15'), '2015-12-01', 'after-deadline'],
    ['results on the last day of an extension', extended, setDay('2016-02-01'), '2015-12-01', 'after-deadline'],
    ['results on a day that is past', fixed, setDay('2016-01-20'), '2016-01-21', 'not-past'],
    ['the day that is set', withResults('2016-03-01'), setDay('2016-03-01'), '2016-01-20', 'another-results-day'],
    ['hiding results that are public', withResults('2016-03-01'), setDay('2016-04-01'), '2016-03-01', 'not-public'],
    [
      'a day for the results of planning',
      { ...fixed, kind: 'roadmap' },
      setDay('2016-02-01'),
      '2015-12-01',
      'of-assessment',
    ],
    ['putting right what is closed', { ...closed, isPlannedHere: true }, correct, '2016-03-01', 'not-from-this-state'],
    ['giving no reason', fixed, { ...close, reason: ' ' }, '2016-01-20', 'reason'],
  ])('refuses %s', (_what, round, action, today, code) => {
    expect(decideRoundAction(round, action, today, facts)).toMatchObject({ kind: 'refused', code });
  });

  it.each([correct, withdraw])('refuses to change what somebody has begun to work in: %j', (action) => {
    const round = { ...fixed, isPlannedHere: true };
    expect(decideRoundAction(round, action, '2015-10-01', { ...facts, isUsed: true })).toMatchObject({
      kind: 'refused',
      code: 'unused',
    });
    expect(decideRoundAction(round, action, '2015-10-01', facts)).toEqual({ kind: 'ok' });
    expect(decideRoundAction(fixed, close, '2015-12-01', { ...facts, isUsed: true, isBaseline: true })).toEqual({
      kind: 'ok',
    });
  });

  it('holds nothing back that may be public: where each result is once it is signed, from the first answer on', () => {
    const signed: RoundFacts = { ...facts, resultsPublic: 'when-signed' };
    const decide = (isUsed: boolean) =>
      decideRoundAction(fixed, setDay('2016-02-01'), '2015-12-01', { ...signed, isUsed });
    expect(decide(false)).toEqual({ kind: 'ok' });
    expect(decide(true)).toMatchObject({ kind: 'refused', code: 'not-public' });
  });

  it('refuses to withdraw, and not to put right, what a planning round takes its baseline from', () => {
    const round = { ...fixed, isPlannedHere: true };
    const decide = (action: RoundAction) =>
      decideRoundAction(round, action, '2015-10-01', { ...facts, isBaseline: true });
    expect(decide(withdraw)).toMatchObject({ kind: 'refused', code: 'no-baseline' });
    expect(decide(correct)).toEqual({ kind: 'ok' });
  });

  it.each<[RoundActionKind, Round, string, string | null]>([
    ['open', fixed, '2015-10-01', null],
    ['open', fixed, '2015-12-01', 'The round is open already'],
    ['extend', fixed, '2020-01-01', null],
    ['extend', withResults('2016-03-01'), '2016-01-10', null],
    ['correct', { ...withResults('2016-03-01'), isPlannedHere: true }, '2016-01-10', null],
    ['set-results-day', withResults('2016-03-01'), '2016-01-10', null],
    ['set-results-day', withResults('2016-03-01'), '2016-03-01', 'Results of this round are public already'],
    ['extend', closed, '2015-12-01', 'The round is closed. Open it again first'],
    ['close', fixed, '2015-10-01', 'The round has not opened yet'],
    ['close', closed, '2015-12-01', 'The round is closed already'],
    ['correct', { ...fixed, isPlannedHere: true }, '2020-01-01', null],
    ['correct', closed, '2015-12-01', 'This round stands in the programme pack, and is changed there'],
    ['withdraw', { ...fixed, isPlannedHere: true }, '2015-10-01', null],
    ['withdraw', { ...closed, isPlannedHere: true }, '2015-12-01', 'The round is closed. Open it again first'],
    ['withdraw', closed, '2015-12-01', 'This round stands in the programme pack, and is changed there'],
  ])('says before anything is typed why nobody can %s it: %j on %s', (kind, round, today, reason) => {
    expect(whyNotTaken(round, kind, today, facts)).toBe(reason);
  });

  it('says before anything is typed what stands in the way elsewhere', () => {
    const round = { ...fixed, isPlannedHere: true };
    const why = (kind: RoundActionKind, change: Partial<typeof facts>) =>
      whyNotTaken(round, kind, '2015-10-01', { ...facts, ...change });
    expect(why('withdraw', { isUsed: true })).toBe('Somebody has begun to work in this round');
    expect(why('withdraw', { isBaseline: true })).toBe('A planning round takes its baseline from this round');
    expect(why('correct', { isBaseline: true })).toBeNull();
  });

  it('names the deadline that holds anyhow', () => {
    expect(decideRoundAction(extended, extend('2016-01-31', trust), '2015-12-01', facts)).toMatchObject({
      reason: 'The new deadline must not be before 1 February 2016, which holds anyhow',
    });
  });
});

describe('an extension', () => {
  const own = { scope: trust, dueOn: '2016-01-20' };
  it.each<[string, Round, typeof own | { scope: RoundScope; dueOn: string }, boolean]>([
    ['later than everybody’s', fixed, own, true],
    ['of the day that is everybody’s', fixed, { ...own, dueOn: '2016-01-15' }, false],
    ['for one, from before everybody had more', extended, own, false],
    ['for everybody', extended, { scope: everybody, dueOn: '2016-02-01' }, true],
    ['for everybody, to before a deadline that was put right', fixed, { scope: everybody, dueOn: '2016-01-10' }, false],
  ])('%s', (_what, round, extension, gives) => {
    expect(givesTime(round, extension)).toBe(gives);
  });
});
