import { expect, it } from 'vitest';
import type { Round } from '../programme/index.ts';
import { planningWorkOf } from './planning-work.ts';
import type { VersionState } from './versions/version-state.ts';

function round(id: string, opensOn: string): Round {
  const days = { opensOn, dueOn: opensOn };
  return {
    id,
    kind: 'roadmap',
    label: id,
    ...days,
    baselineRound: null,
    instrument: null,
    isPlannedHere: true,
    waitsForActivation: false,
    steps: [],
  };
}

const [first, second, third] = ['2016', '2017', '2018'].map((year) => round(year, `${year}-04-01`)) as [
  Round,
  Round,
  Round,
];

const version = (footprintId: string, roundId: string, state: VersionState, isFirst = true) => ({
  footprintId,
  roundId,
  begunIn: [roundId],
  draftIn: [] as readonly string[],
  isFirst,
  state,
});

const places = (...areaIds: readonly string[]) =>
  areaIds.map((areaId) => ({ areaId, regions: [], isOver: areaId.startsWith('over') }));

it('counts footprints by what they have of a round, and of the rounds before it', () => {
  const versions = [
    version('a', '2016', 'draft'),
    version('b', '2016', 'cleared', false),
    version('c', '2017', 'draft'),
    version('d', '2017', 'draft', false),
    version('e', '2017', 'endorsement'),
    version('f', '2018', 'published'),
    // What is with the members is not overtaken.
    version('h', '2016', 'endorsement'),
    // Of one that has ended nothing is asked any more.
    version('over', '2016', 'changes-requested'),
    version('over-here', '2017', 'published', false),
  ];
  const pack = { id: 'p', endedOn: null, rounds: [first, second, third] };
  const facts = { places: places('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'over', 'over-here'), versions };
  expect(planningWorkOf(second, pack, { ...facts, today: '2017-04-01' })).toEqual({
    kind: 'roadmap',
    notBegun: 3,
    // One that has gone on without it, and one that is not overtaken; one that has ended since.
    elsewhere: 2,
    goneOn: 1,
    beingWritten: 1,
    beingEndorsed: 1,
    submitted: 1,
    before: { beingWritten: 1, toAnswer: 0, toPublish: 1 },
    // Neither what is settled, nor what is with the members, nor what goes on after a review begins anew.
    next: [{ label: '2016', count: 2 }],
  });
  expect(
    planningWorkOf(first, { ...pack, rounds: [first] }, { ...facts, versions: [], today: '2017-04-01' }).next,
  ).toEqual([]);
  const inNewer = planningWorkOf(second, pack, { ...facts, today: '2018-04-01' });
  expect([inNewer.notBegun, inNewer.elsewhere, inNewer.before, inNewer.beingWritten]).toEqual([
    0,
    5,
    { beingWritten: 0, toAnswer: 0, toPublish: 0 },
    1,
  ]);
});

it('counts among those who can begin elsewhere whoever left a draft there', () => {
  const pack = { id: 'p', endedOn: null, rounds: [first, second] };
  const both = { ...version('a', '2017', 'draft'), begunIn: ['2016', '2017'], draftIn: ['2016', '2017'] };
  const facts = { places: places('a'), versions: [both], today: '2017-05-01' };
  expect(planningWorkOf(second, pack, facts).next).toEqual([{ label: '2016', count: 1 }]);
});

it('counts only those who would work in it: none that has time left elsewhere, nor one that wrote there before', () => {
  const closed = { kind: 'close', number: 1, reason: 'Over', at: new Date(0), by: 'Pat' } as const;
  const pack = { id: 'p', endedOn: null, rounds: [first, { ...second, steps: [closed] }] };
  const drafts = [version('a', '2017', 'draft'), { ...version('b', '2017', 'draft'), begunIn: ['2016', '2017'] }];
  const facts = { places: places('a', 'b', 'c'), versions: drafts, today: '2017-05-01' };
  expect(planningWorkOf(first, pack, facts)).toMatchObject({ notBegun: 2, before: { beingWritten: 1 } });
});
