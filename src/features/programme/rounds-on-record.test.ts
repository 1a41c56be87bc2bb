import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Round, RoundOnRecord, RoundScope, RoundStep } from './round.ts';
import { onRecord, roundsRecordedBy } from './rounds-on-record.ts';

const said: Round = {
  id: 'r',
  kind: 'assessment',
  label: 'As it was said first',
  opensOn: '2016-03-01',
  dueOn: '2016-06-30',
  baselineRound: null,
  instrument: 'i',
  isPlannedHere: true,
  waitsForActivation: false,
  steps: [],
};
const everybody: RoundScope = { kind: 'all', id: '', name: '' };
const plan = { label: 'Put right', opensOn: '2016-03-02', dueOn: '2016-07-31', baselineRound: null, instrument: 'j' };

type Done = Pick<RoundStep & { kind: 'open' }, 'kind'> | { kind: 'close' } | { kind: 'correct' } | { kind: 'extend' };

function step({ kind }: Done, number: number, day: string): RoundStep {
  const record = { number, reason: 'So', at: new Date(`${day}T22:30:00Z`), by: 'Pat' };
  switch (kind) {
    case 'correct':
      return { ...record, ...plan, kind };
    case 'extend':
      return { ...record, kind, scope: everybody, dueOn: '2099-01-01' };
    default:
      return { ...record, kind };
  }
}

function planned(steps: readonly RoundStep[], withdrawnOn: string | null = null): RoundOnRecord {
  return {
    round: { ...said, steps },
    plannedAt: new Date('2016-02-01T12:00:00Z'),
    withdrawnAt: withdrawnOn === null ? null : new Date(`${withdrawnOn}T12:00:00Z`),
  };
}

describe('the rounds on record by a day', () => {
  it('are without those that were planned later, and with those that were withdrawn later', () => {
    const ids = (day: string | null) => roundsRecordedBy([planned([], '2016-02-10')], day).map(({ id }) => id);
    expect(ids('2016-01-31')).toEqual([]);
    expect(ids('2016-02-01')).toEqual(['r']);
    expect(ids('2016-02-09')).toEqual(['r']);
    expect(ids('2016-02-10')).toEqual([]);
    expect(ids(null)).toEqual([]);
  });

  it('say what was said by then, not what was put right since', () => {
    const rounds = [planned([step({ kind: 'correct' }, 1, '2016-02-20')])];
    expect(roundsRecordedBy(rounds, '2016-02-19')).toEqual([said]);
    expect(roundsRecordedBy(rounds, '2016-02-20')).toMatchObject([plan]);
    expect(roundsRecordedBy(rounds, null)).toMatchObject([plan]);
  });

  it('end their day as the programme does, an hour before midnight elsewhere in summer', () => {
    const late = { ...step({ kind: 'close' }, 1, '2016-06-30'), at: new Date('2016-06-30T23:30:00Z') };
    const stepsBy = (day: string) => roundsRecordedBy([planned([late])], day).map(({ steps }) => steps.length);
    expect([stepsBy('2016-06-30'), stepsBy('2016-07-01')]).toEqual([[0], [1]]);
  });

  it('are those of the pack on every day', () => {
    expect(roundsRecordedBy(onRecord([said]), '1999-01-01')).toEqual([said]);
  });
});

test('what is done on a later day changes nothing of a day', () => {
  const day = fc.constantFrom('2016-02-02', '2016-03-10', '2016-07-01', '2016-08-01');
  const done = fc.array(
    fc.record({
      kind: fc.constantFrom<Done['kind']>('open', 'close', 'extend', 'correct'),
      on: day,
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(done, day, (all, shown) => {
      const steps = all
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .map(({ kind, on }, place) => step({ kind }, place + 1, on));
      const before = steps.filter(({ at }) => at.toISOString().slice(0, 10) <= shown);
      expect(roundsRecordedBy([planned(steps, '2017-01-01')], shown)).toEqual(
        roundsRecordedBy([planned(before)], null),
      );
    }),
  );
});
