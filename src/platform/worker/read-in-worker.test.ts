import { describe, expect, it } from 'vitest';
import { readInWorker, WorkerLimitError } from './read-in-worker.ts';

const MEGABYTE = 1_000_000;

function program(data: string, stepMilliseconds = 60_000) {
  return { url: new URL('./testing/fixture-worker.ts', import.meta.url), data, heapMegabytes: 32, stepMilliseconds };
}

/** Chunks without end, and how many of them were asked for. */
function endless(length: number) {
  const given = { count: 0, isReturned: false };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        given.count += 1;
        yield new Uint8Array(length);
      }
    } finally {
      given.isReturned = true;
    }
  }
  return { given, chunks: chunks() };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function everythingOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
}

describe('readInWorker', () => {
  it('hands large chunks over in small pieces, none of them lost, and leaves them as they are', async () => {
    const bytes = new Uint8Array(MEGABYTE).fill(7);
    const lengths = await everythingOf(readInWorker<number>(program('tells-lengths'), once(bytes)));
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(MEGABYTE);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(65_536);
    expect(bytes.every((byte) => byte === 7)).toBe(true);
  });

  it('asks for no more than the reader takes, and closes everything where the reader stops', async () => {
    const { given, chunks } = endless(100);
    const reading = readInWorker<number>(program('tells-lengths'), chunks);
    for (let taken = 0; taken < 5; taken += 1) {
      expect(await reading.next()).toEqual({ done: false, value: 100 });
    }
    await reading.return(undefined);
    expect(given.count).toBeLessThanOrEqual(7);
    expect(given.isReturned).toBe(true);
  });

  it.each([
    ['never-ends', 300, 'time'],
    ['eats-memory', 60_000, 'memory'],
  ] as const)('ends a worker that %s', async (name, milliseconds, limit) => {
    const reading = everythingOf(readInWorker<number>(program(name, milliseconds), endless(1).chunks));
    const error = await reading.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(WorkerLimitError);
    expect(error).toMatchObject({ limit });
  });

  it('passes on a bug of the worker, and a fault of whoever gives the bytes', async () => {
    await expect(everythingOf(readInWorker(program('has-a-bug'), endless(1).chunks))).rejects.toThrow(
      'a bug in the worker',
    );
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      throw new Error('the disk is gone');
    }
    await expect(everythingOf(readInWorker(program('tells-lengths'), broken()))).rejects.toThrow('the disk is gone');
  });
});
