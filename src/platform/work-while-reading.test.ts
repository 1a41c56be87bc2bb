import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { workWhileReading } from './work-while-reading.ts';

/** Gives two items, and takes several turns of the event loop to read the second. */
async function* slowly(onSecond: () => void = () => undefined): AsyncGenerator<number> {
  yield 1;
  for (let turn = 0; turn < 10; turn += 1) {
    await nextTurn();
  }
  onSecond();
  yield 2;
}

describe('working while the next item is read', () => {
  it('does one item after another, in order', async () => {
    const events: string[] = [];
    await workWhileReading(slowly(), async (item) => {
      events.push(`begin ${item}`);
      await nextTurn();
      events.push(`end ${item}`);
    });
    expect(events).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('reads the next item while it works', async () => {
    const events: string[] = [];
    const items = slowly(() => events.push('read 2'));
    await workWhileReading(items, async (item) => {
      for (let turn = 0; item === 1 && turn < 50; turn += 1) {
        await nextTurn();
      }
      events.push(`done ${item}`);
    });
    expect(events).toEqual(['read 2', 'done 1', 'done 2']);
  });

  // The test run itself fails of a rejection that nobody handled.
  it('throws what the work met, though it met it long before the next item was read', async () => {
    const worked: number[] = [];
    const working = workWhileReading(slowly(), async (item) => {
      worked.push(item);
      throw new Error('refused');
    });
    await expect(working).rejects.toThrow('refused');
    expect(worked).toEqual([1]);
  });

  it('lets the work under way end before it throws what the reading met', async () => {
    const events: string[] = [];
    async function* faulty(): AsyncGenerator<number> {
      yield 1;
      throw new Error('unreadable');
    }
    const working = workWhileReading(faulty(), async () => {
      await nextTurn();
      events.push('done');
    });
    await expect(working).rejects.toThrow('unreadable');
    expect(events).toEqual(['done']);
  });
});
