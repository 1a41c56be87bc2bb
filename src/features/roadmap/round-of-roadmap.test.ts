import { describe, expect, it } from 'vitest';
import type { Round } from '../programme/index.ts';
import { isSubmittingOpen, roadmapAtWork } from './round-of-roadmap.ts';
import { type VersionState, versionStates } from './versions/version-state.ts';

const older: Round = {
  id: 'older',
  kind: 'roadmap',
  label: 'Roadmap 2016',
  opensOn: '2016-04-01',
  dueOn: '2016-06-30',
  baselineRound: null,
  instrument: null,
  isPlannedHere: false,
  steps: [],
};
const newer: Round = { ...older, id: 'newer', opensOn: '2026-12-01', dueOn: '2027-03-31' };
const pack = { id: 'small', rounds: [older, newer] };
const place = { areaId: 'a', regions: [{ areaId: 'r' }] };

describe('the round that a footprint works in', () => {
  const withOthers: readonly VersionState[] = ['endorsement', 'submitted', 'under-review'];

  it.each(versionStates)('with a version of an earlier round at %s is the newer, unless others look at it', (state) => {
    const current = { roundId: older.id, state };
    const stays = withOthers.includes(state);
    expect(roadmapAtWork(pack, place, current, '2027-01-01')).toEqual(
      stays ? { round: older, version: current } : { round: newer, version: null },
    );
  });

  it('is that of its own roadmap, once that is of the newest', () => {
    const current = { roundId: 'newer', state: 'published' } as const;
    expect(roadmapAtWork(pack, place, current, '2027-01-01')).toEqual({ round: newer, version: current });
  });

  it('is the newest where nothing has begun, and not yet on the day before it opens', () => {
    expect(roadmapAtWork(pack, place, null, '2026-12-01')).toEqual({ round: newer, version: null });
    expect(roadmapAtWork(pack, place, null, '2026-11-30').round).toBe(older);
    const current = { roundId: older.id, state: 'draft' } as const;
    expect(roadmapAtWork(pack, place, current, '2026-11-30').version).toBe(current);
  });

  it('takes a first version while it is open, and later ones always', () => {
    const closed = { kind: 'close', number: 1, reason: 'Over', at: new Date(0), by: 'Pat' } as const;
    const rounds = [older, { ...newer, steps: [closed] }];
    const taken = (isFirst: boolean) =>
      isSubmittingOpen({ ...pack, rounds }, { roundId: 'newer', isFirst }, '2027-01-01');
    expect([taken(true), taken(false)]).toEqual([false, true]);
  });
});
