import { describe, expect, it } from 'vitest';
import type { Round, RoundStep } from '../programme/index.ts';
import { roundsAhead } from './rounds-ahead.ts';

const round = (label: string, opensOn: string, isClosed = false): Round => ({
  id: label,
  kind: 'assessment',
  label,
  opensOn,
  dueOn: '2027-03-31',
  baselineRound: null,
  instrument: 'i',
  isPlannedHere: true,
  waitsForActivation: false,
  steps: isClosed ? ([{ kind: 'close', number: 1, reason: '', at: new Date(0), by: '' }] satisfies RoundStep[]) : [],
});

describe('roundsAhead', () => {
  it.each([
    [[], { kind: 'none' }],
    [[round('A', '2026-01-01', true)], { kind: 'none' }],
    [[round('A', '2026-01-01')], { kind: 'open' }],
    [[round('C', '2027-02-01'), round('B', '2027-01-01')], { kind: 'planned', label: 'B', opensOn: '2027-01-01' }],
    [[round('C', '2027-02-01'), round('A', '2026-01-01')], { kind: 'open' }],
  ])('of %j', (rounds, ahead) => {
    expect(roundsAhead({ rounds, endedOn: '2017-12-31' }, '2026-11-29')).toEqual(ahead);
  });

  it('counts none of a programme that is over, unless somebody did something about it here', () => {
    const over = { ...round('Over', '2017-10-02'), isPlannedHere: false };
    const opened = { kind: 'open', number: 1, reason: 'Again', at: new Date(0), by: '' } satisfies RoundStep;
    const ahead = (rounds: Round[], endedOn: string | null) => roundsAhead({ rounds, endedOn }, '2026-11-29').kind;
    expect(ahead([over], '2017-12-31')).toBe('none');
    expect(ahead([over], null)).toBe('open');
    expect(ahead([{ ...over, steps: [opened] }], '2017-12-31')).toBe('open');
  });
});
