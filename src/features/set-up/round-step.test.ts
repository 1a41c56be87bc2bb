import { expect, it } from 'vitest';
import { parseProgrammePack } from '../programme/parse-programme-pack.ts';
import type { ProgrammePack } from '../programme/programme.ts';
import { SMALL_PACK } from '../programme/small-pack.fixture.ts';
import { roundStep } from './round-step.ts';

function smallPack(): ProgrammePack {
  const parsed = parseProgrammePack(SMALL_PACK);
  if (parsed.kind !== 'ok') {
    throw new Error('the small pack is faulty');
  }
  return parsed.pack;
}

const pack = smallPack();
const label = pack.rounds[0]?.label;

it.each([
  ['2015-01-01', false, `“${label}” opens on 1 November 2015`],
  ['2015-12-01', true, `“${label}” is open until 23:59 on 15 January 2016, UK time (45 days left)`],
  ['2016-01-15', true, `“${label}” is open until 23:59 on 15 January 2016, UK time (due today)`],
  [
    '2026-12-01',
    false,
    `“${label}” was due on 15 January 2016, so whatever is sent now counts as late: plan a new round, or extend this one`,
  ],
])('on %s is done: %s', (today, isDone, state) => {
  expect(roundStep(pack, 'assessment', today)).toMatchObject({ isDone, state });
});

it('is not done where the programme has no round', () => {
  expect(roundStep({ ...pack, rounds: [] }, 'assessment', '2016-01-01')).toMatchObject({
    isDone: false,
    state: 'There is none',
  });
});

it('says of the planning round, too, that it is over', () => {
  const planning = pack.rounds.find(({ kind }) => kind === 'roadmap');
  expect(roundStep(pack, 'roadmap', '2026-12-01')).toMatchObject({
    id: 'planning-round',
    isDone: false,
    state: expect.stringContaining(`“${planning?.label}” was due on`),
  });
});

it('goes by the older planning round while that alone has time left', () => {
  const [older] = pack.rounds.filter(({ kind }) => kind === 'roadmap');
  if (older === undefined) {
    throw new Error('a planning round expected');
  }
  const closed = { kind: 'close', number: 1, reason: 'By mistake', at: new Date(0), by: 'Pat' } as const;
  const newer = { ...older, id: 'newer', opensOn: '2026-11-01', dueOn: '2027-03-31', steps: [closed] };
  const rounds = [newer, { ...older, label: 'The older', dueOn: '2026-12-31' }];
  const stands = roundStep({ ...pack, rounds }, 'roadmap', '2026-12-01');
  expect(stands).toMatchObject({ isDone: true, state: expect.stringContaining('“The older” is open') });
});
