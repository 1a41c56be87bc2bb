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
  waitsForActivation: false,
  steps: [],
};
const newer: Round = { ...older, id: 'newer', opensOn: '2026-12-01', dueOn: '2027-03-31' };
const pack = { id: 'small', endedOn: null, rounds: [older, newer] };
const place = { areaId: 'a', regions: [{ areaId: 'r' }] };

const closed = { kind: 'close', number: 1, reason: 'Over', at: new Date(0), by: 'Pat' } as const;
interface Facts {
  readonly isFirst?: boolean;
  readonly begunIn?: readonly string[];
  readonly draftIn?: readonly string[];
}
const of = ({ id }: Round, state: VersionState, facts: Facts = {}) => ({
  roundId: id,
  state,
  isFirst: true,
  begunIn: [id],
  draftIn: [] as readonly string[],
  ...facts,
});

describe('the round that a footprint works in', () => {
  const withOthers: readonly VersionState[] = ['endorsement', 'submitted', 'under-review'];

  it.each(versionStates)('with a version of an earlier round at %s is the newer, unless others look at it', (state) => {
    const current = of(older, state);
    const stays = withOthers.includes(state);
    expect(roadmapAtWork(pack, place, current, '2027-01-01')).toEqual(
      stays ? { round: older, version: current } : { round: newer, version: null },
    );
  });

  it('is that of its own roadmap, once that is of the newest', () => {
    const current = of(newer, 'published');
    expect(roadmapAtWork(pack, place, current, '2027-01-01')).toEqual({ round: newer, version: current });
  });

  it('is the newest where nothing has begun, and not yet on the day before it opens', () => {
    expect(roadmapAtWork(pack, place, null, '2026-12-01')).toEqual({ round: newer, version: null });
    expect(roadmapAtWork(pack, place, null, '2026-11-30')?.round).toBe(older);
    const current = of(older, 'draft');
    expect(roadmapAtWork(pack, place, current, '2026-11-30')?.version).toBe(current);
  });

  it('is none where no round was ever planned', () => {
    expect(roadmapAtWork({ id: 'small', endedOn: null, rounds: [] }, place, null, '2026-12-01')).toBeNull();
  });

  const over: Round = { ...newer, steps: [closed] };
  const workedIn = (rounds: readonly Round[], current: ReturnType<typeof of>) => {
    const work = roadmapAtWork({ ...pack, rounds }, place, current, '2027-01-01');
    return [work?.round.id, work?.version?.roundId ?? null];
  };

  it.each<[string, Round, ReturnType<typeof of>, readonly [string, string | null]]>([
    ['that opened before, for a draft', older, of(over, 'draft'), ['older', null]],
    [
      'that opened on the same day, for a draft',
      { ...older, opensOn: newer.opensOn },
      of(over, 'draft'),
      ['older', null],
    ],
    [
      'of the same day, for what is settled',
      { ...older, opensOn: newer.opensOn },
      of(over, 'published'),
      ['older', null],
    ],
    ['but what is settled stands for one of before', older, of(over, 'published'), ['newer', 'newer']],
    ['but what answers a review is not held up', older, of(over, 'draft', { isFirst: false }), ['newer', 'newer']],
    ['but what is with the members stays', older, of(over, 'endorsement'), ['newer', 'newer']],
    [
      'with the draft that was left behind there',
      older,
      of(over, 'draft', { begunIn: ['older', 'newer'], draftIn: ['older', 'newer'] }),
      ['older', null],
    ],
    [
      'but one in which it has sent something stays',
      older,
      of(over, 'draft', { begunIn: ['older', 'newer'] }),
      ['newer', 'newer'],
    ],
  ])('once its own is closed, is the one that is open: %s', (_case, open, current, found) => {
    expect(workedIn([over, open], current)).toEqual(found);
  });

  it('is its own while that is open, though an older has time left or another opened on the same day', () => {
    const late = { ...newer, dueOn: '2026-12-15' };
    expect(workedIn([{ ...older, dueOn: '2028-01-01' }, late], of(late, 'draft'))).toEqual(['newer', 'newer']);
    const twin = { ...newer, id: 'twin' };
    expect(workedIn([newer, twin], of(newer, 'draft'))).toEqual(['newer', 'newer']);
    expect(workedIn([newer, twin], of(twin, 'draft'))).toEqual(['twin', 'twin']);
    const left = { begunIn: ['older', 'newer'], draftIn: ['older', 'newer'] };
    expect(workedIn([older, newer], of(older, 'draft', left))).toEqual(['older', 'older']);
  });

  it('takes a first version while it is open, and later ones always', () => {
    const rounds = [older, { ...newer, steps: [closed] }];
    const taken = (isFirst: boolean) =>
      isSubmittingOpen({ ...pack, rounds }, { roundId: 'newer', isFirst }, '2027-01-01');
    expect([taken(true), taken(false)]).toEqual([false, true]);
  });
});
