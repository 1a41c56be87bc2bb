import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Round, RoundScope, RoundStep } from './round.ts';
import { askedOn, dueOnFor, extensionsInForce, roundState, roundStateLabel } from './round-state.ts';

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

const record = { reason: 'Why', at: new Date('2015-12-01T12:00:00Z'), by: 'Pat' };
const everybody: RoundScope = { kind: 'all', id: '', name: '' };
const london: RoundScope = { kind: 'region', id: 'region:Y56', name: 'London' };
const trust: RoundScope = { kind: 'organisation', id: 'RL4', name: 'A trust' };

type Done = { kind: 'open' } | { kind: 'close' } | { kind: 'extend'; scope: RoundScope; dueOn: string };

function roundAfter(...done: readonly Done[]): Round {
  return { ...fixed, steps: done.map((step, index): RoundStep => ({ ...record, ...step, number: index + 1 })) };
}

const extend = (scope: RoundScope, dueOn: string): Done => ({ kind: 'extend', scope, dueOn });

describe('what a tag says of a round', () => {
  it.each([
    ['2015-10-31', [], 'Planned'],
    ['2016-01-15', [], 'Open'],
    ['2026-11-28', [], 'Deadline passed'],
    ['2016-02-01', [extend(london, '2016-02-01')], 'Open'],
    ['2016-02-02', [extend(london, '2016-02-01')], 'Deadline passed'],
    ['2026-11-28', [{ kind: 'close' }], 'Closed'],
  ] as const)('on %s, after %j: %s', (day, done, label) => {
    expect(roundStateLabel(roundAfter(...done), day)).toBe(label);
  });
});

describe('where a round stands', () => {
  it.each([
    ['2015-10-31', [], 'planned'],
    ['2015-11-01', [], 'open'],
    ['2026-01-01', [], 'open'],
    ['2015-10-31', [{ kind: 'open' }], 'open'],
    ['2015-12-01', [{ kind: 'close' }], 'closed'],
    ['2015-12-01', [{ kind: 'close' }, { kind: 'open' }], 'open'],
    ['2015-12-01', [{ kind: 'close' }, extend(everybody, '2016-02-01')], 'closed'],
  ] as const)('on %s, after %j: %s', (day, done, state) => {
    expect(roundState(roundAfter(...done), day)).toBe(state);
  });

  it('is not open while its questions wait to be activated, and closed once it is closed', () => {
    const waiting = (...done: readonly Done[]) => ({ ...roundAfter(...done), waitsForActivation: true });
    expect(roundState(waiting(), '2015-12-01')).toBe('planned');
    expect(roundState(waiting({ kind: 'open' }), '2015-12-01')).toBe('planned');
    expect(roundState(waiting({ kind: 'close' }), '2015-12-01')).toBe('closed');
  });
});

describe('the day whose organisations are asked', () => {
  it.each([
    ['2015-10-01', [], '2015-10-01'],
    ['2016-01-15', [], '2016-01-15'],
    ['2026-11-28', [], '2016-01-15'],
    ['2016-01-20', [extend(london, '2016-02-01')], '2016-01-20'],
    ['2026-11-28', [extend(london, '2016-02-01')], '2016-02-01'],
    ['2026-11-28', [extend(london, '2016-02-01'), { kind: 'close' }], '2016-02-01'],
  ] as const)('on %s, after %j: %s', (day, done, asked) => {
    expect(askedOn(roundAfter(...done), day)).toBe(asked);
  });
});

describe('the deadline', () => {
  it('is what was fixed until somebody extends it', () => {
    expect(dueOnFor(fixed, new Set(['RL4']))).toBe('2016-01-15');
  });

  it('is the latest that reaches a place', () => {
    const round = roundAfter(
      extend(london, '2016-02-01'),
      extend(trust, '2016-03-01'),
      extend(everybody, '2016-02-10'),
    );
    expect(dueOnFor(round)).toBe('2016-02-10');
    expect(dueOnFor(round, new Set(['region:Y56']))).toBe('2016-02-10');
    expect(dueOnFor(round, new Set(['region:Y56', 'RL4']))).toBe('2016-03-01');
  });

  it('is what was said last for the same people', () => {
    const round = roundAfter(extend(trust, '2016-03-01'), extend(trust, '2016-02-01'));
    expect(dueOnFor(round, new Set(['RL4']))).toBe('2016-02-01');
    expect(extensionsInForce(round)).toHaveLength(1);
  });
});

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('open' as const) }),
    fc.record({ kind: fc.constant('close' as const) }),
    fc.record({
      kind: fc.constant('extend' as const),
      scope: fc.constantFrom(everybody, london, trust),
      dueOn: fc.constantFrom('2016-01-20', '2016-02-01', '2016-03-01'),
    }),
  ),
  { maxLength: 8 },
);

test('nobody has less time than everybody, nor than was fixed', () => {
  fc.assert(
    fc.property(steps, fc.subarray(['RL4', 'region:Y56', 'RAA']), (done, ids) => {
      const round = roundAfter(...done);
      const own = dueOnFor(round, new Set(ids));
      expect(own >= dueOnFor(round)).toBe(true);
      expect(dueOnFor(round) >= fixed.dueOn).toBe(true);
    }),
  );
});
