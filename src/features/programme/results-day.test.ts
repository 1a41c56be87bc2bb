import { describe, expect, it } from 'vitest';
import { resultsDay, roundsHeldBack } from './results-day.ts';
import type { Round, RoundStep } from './round.ts';

const onRecord = { reason: 'Agreed', at: new Date('2016-01-01T12:00:00Z'), by: 'Pat' };
const set = (number: number, resultsOn: string): RoundStep => ({
  kind: 'set-results-day',
  number,
  resultsOn,
  ...onRecord,
});
const round = (id: string, steps: readonly RoundStep[]): Round => ({
  id,
  kind: 'assessment',
  label: id,
  opensOn: '2015-11-01',
  dueOn: '2016-01-15',
  baselineRound: null,
  instrument: 'i',
  isPlannedHere: false,
  waitsForActivation: false,
  steps,
});

describe('when results are public', () => {
  it.each(['when-signed', 'on-a-day'] as const)(
    'is from the day that is set last, in a programme of “%s”',
    (resultsPublic) => {
      const moved = round('r', [set(1, '2016-02-01'), set(2, '2016-03-01'), { kind: 'close', number: 3, ...onRecord }]);
      expect(resultsDay({ resultsPublic }, moved, '2016-02-29')).toEqual({ isPublic: false, on: '2016-03-01' });
      expect(resultsDay({ resultsPublic }, moved, '2016-03-01')).toEqual({ isPublic: true, on: '2016-03-01' });
    },
  );

  it('is as the programme says where no day is set', () => {
    const without = round('r', []);
    expect(resultsDay({ resultsPublic: 'when-signed' }, without, '2015-11-02')).toEqual({ isPublic: true, on: null });
    expect(resultsDay({ resultsPublic: 'on-a-day' }, without, '2099-01-01')).toEqual({ isPublic: false, on: null });
  });

  it('holds back rounds of assessment alone', () => {
    const rounds = [
      round('public', [set(1, '2016-02-01')]),
      round('later', [set(1, '2016-02-02')]),
      round('none', []),
      { ...round('plan', []), kind: 'roadmap' as const },
    ];
    expect(roundsHeldBack({ resultsPublic: 'on-a-day', rounds }, '2016-02-01')).toEqual(['later', 'none']);
  });
});
