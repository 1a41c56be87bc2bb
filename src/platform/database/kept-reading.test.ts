import { expect, it } from 'vitest';
import { KeptReading, KeptReadings } from './kept-reading.ts';

/** Readings that are answered by hand, in any order. */
function byHand() {
  const answers: ((value: string) => void)[] = [];
  const read = () => new Promise<string>((resolve) => answers.push(resolve));
  return { answers, read };
}

it('holds what was there first until it was read', () => {
  const kept = new KeptReading({ changes: { revision: () => 1 }, read: async () => 'read', first: 'first' });
  expect([kept.current, kept.isKnown, kept.isFresh]).toEqual(['first', false, false]);
});

it('is fresh until something changes, and never while changes go unheard', async () => {
  let revision: number | null = 1;
  const kept = new KeptReading({ changes: { revision: () => revision }, read: async () => 'read', first: 'first' });
  await kept.read();
  expect([kept.current, kept.isKnown, kept.isFresh]).toEqual(['read', true, true]);
  revision = 2;
  expect(kept.isFresh).toBe(false);
  revision = null;
  await kept.read();
  expect(kept.isFresh).toBe(false);
});

it('is not fresh after a change that came while it was read', async () => {
  let revision = 1;
  const { answers, read } = byHand();
  const kept = new KeptReading({ changes: { revision: () => revision }, read, first: 'first' });
  const reading = kept.read();
  revision = 2;
  answers[0]?.('old');
  await reading;
  expect(kept.isFresh).toBe(false);
});

it('never goes back to what an earlier reading found', async () => {
  let revision = 1;
  const { answers, read } = byHand();
  const kept = new KeptReading({ changes: { revision: () => revision }, read, first: 'first' });
  const early = kept.read();
  revision = 2;
  const late = kept.read();
  answers[1]?.('new');
  await late;
  answers[0]?.('old');
  await early;
  expect([kept.current, kept.isFresh]).toEqual(['new', true]);
});

it('is read again where whoever follows it failed', async () => {
  let followed = 0;
  const follow = async () => {
    followed += 1;
    if (followed === 1) {
      throw new Error('not now');
    }
  };
  const kept = new KeptReading({ changes: { revision: () => 1 }, read: async () => 'read', first: 'first', follow });
  await expect(kept.read()).rejects.toThrow('not now');
  expect(kept.isFresh).toBe(false);
  await kept.read();
  expect(kept.isFresh).toBe(true);
});

it('is kept for each key by itself', async () => {
  let revision = 1;
  let read = 0;
  const kept = new KeptReadings<{ readonly key: string; readonly nth: number }>({ revision: () => revision });
  const get = (key: string) =>
    kept.get(key, async () => {
      read += 1;
      return { key, nth: read };
    });
  expect([await get('a'), await get('b'), await get('a')]).toEqual([
    { key: 'a', nth: 1 },
    { key: 'b', nth: 2 },
    { key: 'a', nth: 1 },
  ]);
  revision = 2;
  expect(await get('a')).toEqual({ key: 'a', nth: 3 });
});

it('lets go of the oldest of very many keys', async () => {
  const kept = new KeptReadings<{ readonly day: number }>({ revision: () => 1 });
  const asked: number[] = [];
  const get = (day: number) =>
    kept.get(`day ${day}`, async () => {
      asked.push(day);
      return { day };
    });
  for (let day = 1; day <= 51; day += 1) {
    await get(day);
  }
  await get(51);
  await get(1);
  expect(asked.slice(50)).toEqual([51, 1]);
});
