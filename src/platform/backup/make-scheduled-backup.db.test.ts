import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { createLogger } from '../logging.ts';
import { makeScheduledBackup } from './make-scheduled-backup.ts';
import { checkBackup } from './read-backup.ts';

let folder: string;
let store: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-schedule-'));
  store = await cloneDatabase('facts');
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** As the role of the service, which needs no owner for it. */
function make(time: string, signal?: AbortSignal, everyHours = 6): Promise<void> {
  const { database, url } = store;
  const plan = { folder, everyHours, keep: 2 };
  const clock = () => new Date(`2016-06-30T${time}:00Z`);
  const what = { software: '0.0.0', about: { mode: 'real' }, log: createLogger('silent') };
  return makeScheduledBackup({ ...what, plan, database, url, clock }, signal);
}

const nameAt = (time: string) => `scheduled-ldr-2016-06-30T${time}00Z.backup.gz`;
const files = async () => (await readdir(folder)).sort();
const attempts = () => store.database.selectFrom('backup_attempt').selectAll().orderBy('ended_at').execute();

it('makes one when it is due, once for all processes, and leaves the newest that are kept', async () => {
  await writeFile(path.join(folder, 'ldr-2016-01-01T000000Z.backup.gz'), 'made by hand');
  await writeFile(path.join(folder, `${nameAt('0000')}.4711.unfinished`), 'of a killed process');
  await Promise.all([make('01:00'), make('01:00')]);
  await make('06:59');
  expect(await files()).toEqual(['ldr-2016-01-01T000000Z.backup.gz', nameAt('0100')]);
  await make('07:00');
  await make('13:00');
  expect(await files()).toEqual(['ldr-2016-01-01T000000Z.backup.gz', nameAt('0700'), nameAt('1300')]);

  const { whole, header } = await checkBackup(path.join(folder, nameAt('1300')));
  expect(header.at.toISOString()).toBe('2016-06-30T13:00:00.000Z');
  const last = (await attempts()).at(-1);
  expect(last).toMatchObject({ origin: 'schedule', file: nameAt('1300'), digest: whole.digest, problem: '' });
});

it('takes no older one away when it fails, says why, and tries again after an hour', async () => {
  const before = await files();
  await rename(folder, `${folder}-away`);
  await make('19:00');
  await rename(`${folder}-away`, folder);
  await make('19:59');
  expect(await files()).toEqual(before);
  const last = (await attempts()).at(-1);
  expect(last).toMatchObject({ digest: null, problem: `BACKUP_DIR: there is no folder ${folder}` });
  await make('20:00');
  expect(await files()).toContain(nameAt('2000'));
});

it('leaves nothing when the service stops in the middle, and is due again', async () => {
  const before = await files();
  const known = (await attempts()).length;
  const stopping = new AbortController();
  const making = make('23:00', stopping.signal, 1).then(() => 'over');
  expect(await Promise.race([making, untilUnfinished()])).toBe('begun');
  stopping.abort(new Error('the service stops'));
  await making;
  expect(await files()).toEqual(before);
  expect(await attempts()).toHaveLength(known);
});

async function untilUnfinished(): Promise<string> {
  for (;;) {
    if ((await files()).some((name) => name.endsWith('.unfinished'))) {
      return 'begun';
    }
  }
}
