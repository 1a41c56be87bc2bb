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
    expect(roundsAhead(rounds, '2026-11-29')).toEqual(ahead);
  });
});
