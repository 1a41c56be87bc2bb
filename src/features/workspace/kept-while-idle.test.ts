import { expect, it } from 'vitest';
import { KeptWhileIdle } from './kept-while-idle.ts';

it('is read again once something was sent, something public changed, or ten seconds are over', async () => {
  let [now, revision, readings] = [0, 1, 0];
  const kept = new KeptWhileIdle({
    read: async () => {
      readings += 1;
      return readings;
    },
    revision: () => revision,
    clock: () => new Date(now),
  });
  expect(await Promise.all([kept.read(), kept.read()])).toEqual([1, 1]);
  now = 9_999;
  expect(await kept.read()).toBe(1);
  kept.forget();
  expect(await kept.read()).toBe(2);
  revision = 2;
  expect(await kept.read()).toBe(3);
  now = 20_000;
  expect(await kept.read()).toBe(4);
});

it('is asked for again where it could not be read', async () => {
  const answers = [Promise.reject(new Error('away')), Promise.resolve('here')];
  const kept = new KeptWhileIdle({
    read: () => answers.shift() ?? Promise.resolve('too often'),
    revision: () => null,
    clock: () => new Date(0),
  });
  await expect(kept.read()).rejects.toThrow('away');
  expect(await kept.read()).toBe('here');
});
