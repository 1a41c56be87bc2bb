import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { createLogger } from '../logging.ts';
import { startJobQueue } from './job-queue.ts';

let clone: TestDatabase;

beforeAll(async () => {
  clone = await cloneDatabase('facts');
});

afterAll(() => clone.close());

const log = createLogger('silent');
const patience = { timeout: 30_000, interval: 100 };

test('work is tried again after a failure, and told which try is the last', async () => {
  const tries: { word: string; isLast: boolean }[] = [];
  const settings = { name: 'tries', retries: 1, firstWaitSeconds: 1 };
  const queue = await startJobQueue<{ word: string }>(clone.database, log, settings, async ({ data, isLast }) => {
    tries.push({ word: data.word, isLast });
    if (tries.length === 1) {
      throw new Error('not yet');
    }
  });
  await queue.add(clone.database, { word: 'hello' });
  await vi.waitFor(() => expect(tries).toHaveLength(2), patience);
  expect(tries).toEqual([
    { word: 'hello', isLast: false },
    { word: 'hello', isLast: true },
  ]);
  await queue.stop();
});

test('work asked for in a transaction that fails is never done', async () => {
  const done: string[] = [];
  const settings = { name: 'transactions', retries: 0, firstWaitSeconds: 1 };
  const queue = await startJobQueue<{ word: string }>(clone.database, log, settings, async ({ data }) => {
    done.push(data.word);
  });
  const failed = clone.database.transaction().execute(async (trx) => {
    await queue.add(trx, { word: 'undone' });
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  await clone.database.transaction().execute((trx) => queue.add(trx, { word: 'done' }));
  await vi.waitFor(() => expect(done).toEqual(['done']), patience);
  await queue.stop();
});

test('work left over is done after a restart', async () => {
  const settings = { name: 'restarts', retries: 1, firstWaitSeconds: 2 };
  let isTried = false;
  const first = await startJobQueue<{ word: string }>(clone.database, log, settings, async () => {
    isTried = true;
    throw new Error('going down');
  });
  await first.add(clone.database, { word: 'left over' });
  await vi.waitFor(() => expect(isTried).toBe(true), patience);
  await first.stop();
  const done: string[] = [];
  const second = await startJobQueue<{ word: string }>(clone.database, log, settings, async ({ data }) => {
    done.push(data.word);
  });
  await vi.waitFor(() => expect(done).toEqual(['left over']), patience);
  await second.stop();
});
