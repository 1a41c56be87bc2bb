import { expect, it } from 'vitest';
import { parseProgrammePack } from '../programme/parse-programme-pack.ts';
import type { ProgrammePack } from '../programme/programme.ts';
import { SMALL_PACK } from '../programme/small-pack.fixture.ts';
import { runningProgramme } from './read-running-programme.ts';

function smallPack(): ProgrammePack {
  const parsed = parseProgrammePack(SMALL_PACK);
  if (parsed.kind !== 'ok') {
    throw new Error('the small pack is faulty');
  }
  return parsed.pack;
}

it('reads again after a change alone', async () => {
  const fixed = smallPack();
  let revision = 1;
  let readings = 0;
  const programme = runningProgramme(fixed, { revision: () => revision }, async () => {
    readings += 1;
    return fixed;
  });
  await programme.refresh();
  await programme.refresh();
  expect(readings).toBe(1);
  revision = 2;
  await programme.refresh();
  expect(readings).toBe(2);
});

it('reads each time while changes may go unheard', async () => {
  const fixed = smallPack();
  let readings = 0;
  const programme = runningProgramme(fixed, { revision: () => null }, async () => {
    readings += 1;
    return fixed;
  });
  await programme.refresh();
  await programme.refresh();
  expect(readings).toBe(2);
});
