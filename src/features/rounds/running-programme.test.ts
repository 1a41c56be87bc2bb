import { expect, it } from 'vitest';
import { parseProgrammePack } from '../programme/parse-programme-pack.ts';
import type { ProgrammePack, Round } from '../programme/programme.ts';
import { SMALL_PACK } from '../programme/small-pack.fixture.ts';
import { runningProgramme } from './running-programme.ts';

function smallPack(): ProgrammePack {
  const parsed = parseProgrammePack(SMALL_PACK);
  if (parsed.kind !== 'ok') {
    throw new Error('the small pack is faulty');
  }
  return parsed.pack;
}

/** Readings that are answered by hand, in any order. */
function slowRounds(fixed: ProgrammePack) {
  const answers: ((label: string) => void)[] = [];
  const read = () =>
    new Promise<readonly Round[]>((resolve) => {
      answers.push((label) => resolve(fixed.rounds.map((round) => ({ ...round, label }))));
    });
  return { answers, read };
}

it('reads again after a change alone', async () => {
  const fixed = smallPack();
  let revision = 1;
  let readings = 0;
  const programme = runningProgramme(fixed, { revision: () => revision }, async () => {
    readings += 1;
    return fixed.rounds;
  });
  await programme.refresh();
  await programme.refresh();
  expect(readings).toBe(1);
  revision = 2;
  await programme.refresh();
  expect(readings).toBe(2);
});

it('reads each time while changes may go unheard', async () => {
  let readings = 0;
  const programme = runningProgramme(smallPack(), { revision: () => null }, async () => {
    readings += 1;
    return [];
  });
  await programme.refresh();
  await programme.refresh();
  expect(readings).toBe(2);
});

it('never goes back to what an earlier reading found', async () => {
  const fixed = smallPack();
  let revision = 1;
  const { answers, read } = slowRounds(fixed);
  const programme = runningProgramme(fixed, { revision: () => revision }, read);
  const early = programme.refresh();
  revision = 2;
  const late = programme.refresh();
  answers[1]?.('new');
  await late;
  answers[0]?.('old');
  await early;
  expect(programme.pack.rounds[0]?.label).toBe('new');
});
