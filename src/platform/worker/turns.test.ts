import { expect, it } from 'vitest';
import { turnsOf } from './turns.ts';

it('does no more at a time than it may, in the order in which it was asked, also after something failed', async () => {
  const inTurn = turnsOf(2);
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const work = (number: number) =>
    inTurn(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => ends.set(number, resolve));
      if (number === 1) {
        throw new Error('the first failed');
      }
      return number;
    });
  const all = [1, 2, 3, 4].map(work);
  const failed = expect(all[0]).rejects.toThrow('the first failed');
  await Promise.resolve();
  expect(begun).toEqual([1, 2]);
  ends.get(1)?.();
  await failed;
  await Promise.resolve();
  expect(begun).toEqual([1, 2, 3]);
  ends.get(3)?.();
  await all[2];
  await Promise.resolve();
  expect(begun).toEqual([1, 2, 3, 4]);
  ends.get(2)?.();
  ends.get(4)?.();
  expect(await Promise.all(all.slice(1))).toEqual([2, 3, 4]);
});
