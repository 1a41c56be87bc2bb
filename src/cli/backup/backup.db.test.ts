import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/database/earlier-database.ts';
import { cloneDatabase, type TestDatabase, testSecret } from '../../../test/database/test-service.ts';
import { checkBackup } from '../../platform/backup/read-backup.ts';
import { openDatabase, openPool } from '../../platform/database/database.ts';
import { projectFolder } from '../../project-folder.ts';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

let folder: string;
let kept: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-backup-'));
  [kept, empty] = await Promise.all([cloneDatabase('demo'), emptyDatabase()]);
  // The word of a database on its programme never changes, but for a test.
  await sql`alter table database_programme disable trigger user`.execute(kept.owner);
  await sql`update database_programme set programme_id = 'england-wgll', named = 'england-wgll'`.execute(kept.owner);
  await sql`alter table database_programme enable trigger user`.execute(kept.owner);
});

afterAll(async () => {
  await Promise.all([kept.close(), empty.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** With the owner's address where something is restored; a backup is made by the role that the service works under. */
function environmentOf(store: TestDatabase, command: string | undefined): Record<string, string> {
  const owner: Record<string, string> = command === 'restore' ? { DATABASE_OWNER_URL: store.ownerUrl } : {};
  return { DATABASE_URL: store.url, ...owner, SESSION_SECRET: testSecret, PROGRAMME: 'england-wgll' };
}

/** Runs the command as a process of its own, kills it while it waits for a lock that is held against it, and lets go of the lock. */
async function killedOnce(store: TestDatabase, lock: RawBuilder<unknown>, ...args: string[]): Promise<void> {
  const watch = openDatabase(openPool(store.ownerUrl, 1));
  await store.owner.transaction().execute(async (transaction) => {
    await lock.execute(transaction);
    const env = { ...process.env, ...environmentOf(store, args[0]) };
    const child = spawn(process.execPath, [projectFolder('dist', 'ldr.mjs'), ...args], { cwd: folder, env });
    const ended = once(child, 'exit');
    const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while (child.exitCode === null && (await waiting.execute(watch)).rows.length === 0) {
      await setTimeout(20);
    }
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  });
  await watch.destroy();
}

async function ldr(store: TestDatabase, ...args: string[]) {
  const environment = environmentOf(store, args[0]);
  const terminal = recordingTerminal({ environment, folder });
  const exitCode = await runLdr(args, terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

const tableLines = async (file: string) =>
  gunzipSync(await readFile(path.join(folder, file)))
    .toString('latin1')
    .split('\n')
    .filter((line) => /^(table|end) /.test(line));

/** Rows of a word or two in every moment: both of a pair, or neither. */
async function writePairs(until: Promise<unknown>): Promise<void> {
  let isOver = false;
  void until.finally(() => {
    isOver = true;
  });
  for (let pair = 0; !isOver; pair += 1) {
    await kept.owner.transaction().execute(async (transaction) => {
      for (const side of ['left', 'right']) {
        await sql`insert into source (source_id, title, publisher, url, licence, dated_on, note, illustrative)
          select ${`${side}-${pair}`}, title, publisher, url, licence, dated_on, note, illustrative from source limit 1`.execute(
          transaction,
        );
      }
    });
  }
}

test('a backup that is killed leaves no file under its name, and those of before as they were', async () => {
  await writeFile(path.join(folder, 'before.gz'), 'an older one');
  for (const table of ['area', 'source']) {
    await killedOnce(kept, sql`lock table ${sql.table(table)} in access exclusive mode`, 'backup', 'killed.gz');
    const names = await readdir(folder);
    expect(names.filter((name) => !name.endsWith('.unfinished'))).toEqual(['before.gz']);
    expect(names).toHaveLength(2);
    await rm(path.join(folder, names.find((name) => name !== 'before.gz') ?? ''));
  }
  expect(await readFile(path.join(folder, 'before.gz'), 'utf8')).toBe('an older one');
  await rm(path.join(folder, 'before.gz'));
});

test('a backup made while others write is one moment', async () => {
  const backup = ldr(kept, 'backup', 'a.gz');
  await writePairs(backup);
  expect(await backup).toMatchObject({ exitCode: 0, printed: expect.stringContaining('WRITTEN, and read back') });
  expect((await stat(path.join(folder, 'a.gz'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['a.gz']);
  expect(await ldr(kept, 'restore', 'a.gz')).toMatchObject({
    exitCode: 2,
    complained: expect.stringContaining('empty'),
  });
});

test('restoring that is killed leaves the database empty, with its tables made and with every row in them', async () => {
  const queueLock = sql`select pg_advisory_xact_lock(hashtext('tables of the job queue'))`;
  // Numbers are set once all rows are there, and wait for whoever changes the counter.
  const counterLock = sql`alter sequence membership_membership_id_seq increment by 1`;
  for (const lock of [queueLock, counterLock]) {
    await killedOnce(empty, lock, 'restore', 'a.gz');
    const { rows } = await sql<{ people: number; events: number }>`
      select (select count(*) from person) as people, (select count(*) from audit_event) as events`.execute(
      empty.owner,
    );
    expect(rows).toEqual([{ people: 0, events: 0 }]);
  }
});

test('a backup comes back with every row the same', async () => {
  const restored = await ldr(empty, 'restore', 'a.gz');
  expect(restored).toMatchObject({ exitCode: 0, complained: '' });
  // The programme of the database, whatever PROGRAMME said to the command.
  expect(restored.printed).toContain(
    'Start it, with the same DATABASE_URL, with: PROGRAMME=england-wgll DEMO=1 npm start',
  );
  const { rows } = await sql<{ left: number; right: number }>`
    select count(*) filter (where source_id like 'left-%') as left,
      count(*) filter (where source_id like 'right-%') as right from source`.execute(empty.owner);
  expect(rows[0]?.left).toBe(rows[0]?.right);
  expect(await ldr(empty, 'audit', 'verify')).toMatchObject({ exitCode: 0, printed: expect.stringContaining('SOUND') });

  expect(await ldr(empty, 'backup', 'b.gz')).toMatchObject({ exitCode: 0 });
  expect(await tableLines('b.gz')).toEqual(await tableLines('a.gz'));
  // Tables of one day are not there on the day of restoring.
  expect((await tableLines('a.gz')).filter((line) => line.includes('queue_stats_2'))).toEqual([]);
  // The numbers that the server gives by itself go on where they were.
  const numbered = await sql`
    insert into membership (area_id, organisation_id, role, valid, source_id, standing)
    select area_id, organisation_id, role, '[1900-01-01,1900-01-02)', source_id, standing from membership limit 1
    returning membership_id > (select max(membership_id) from membership) as "isNew"`.execute(empty.owner);
  expect(numbered.rows).toEqual([{ isNew: true }]);
});

test('a backup that is tried is restored for a moment, which the database it was made of puts on record', async () => {
  const tried = await ldr(kept, 'backup', 'try', 'a.gz');
  expect(tried).toMatchObject({ exitCode: 0, complained: '', printed: expect.stringContaining('TRIED: restored') });
  const trials = await kept.database.selectFrom('backup_trial').select(['digest', 'problem']).execute();
  const { whole } = await checkBackup(path.join(folder, 'a.gz'));
  expect(trials).toEqual([{ digest: whole.digest, problem: '' }]);
  expect((await readdir(os.tmpdir())).filter((name) => name.startsWith('ldr-backup-try-'))).toEqual([]);
  const { exitCode, complained } = await ldr(kept, 'backup', 'try', 'b.gz');
  expect([exitCode, complained]).toEqual([2, expect.stringContaining('not a backup that was made of this database')]);
});

test('a backup in which a byte was changed, or that was cut short, is refused before anything is done', async () => {
  const text = gunzipSync(await readFile(path.join(folder, 'a.gz')));
  const changed = Buffer.from(text);
  const at = text.indexOf('table {"name":"public.person"');
  const row = text.indexOf('\n', at) + 1;
  changed.writeUInt8(changed.readUInt8(row) ^ 1, row);
  await writeFile(path.join(folder, 'changed.gz'), gzipSync(changed, { level: 1 }));
  await writeFile(path.join(folder, 'short.gz'), gzipSync(text.subarray(0, row + 20), { level: 1 }));
  expect(await ldr(empty, 'backup', 'check', 'a.gz')).toMatchObject({ exitCode: 0 });
  expect(await ldr(empty, 'backup', 'check', 'changed.gz')).toMatchObject({
    exitCode: 1,
    complained: expect.stringContaining('The rows of public.person are others than were written'),
  });
  expect(await ldr(empty, 'restore', 'short.gz')).toMatchObject({ exitCode: 1 });
});

test('a backup of an earlier version goes into an empty folder, and is brought up to date', async () => {
  const file = projectFolder('test', 'fixtures', 'backups', 'migrations-to-0037.backup.gz');
  const again = { DATA_DIR: path.join(folder, 'again') };
  const restoring = recordingTerminal({ environment: again, folder });
  expect([await runLdr(['restore', file], restoring), restoring.complained()]).toEqual([0, '']);
  expect(restoring.printed()).toContain('RESTORED, and compared');
  expect(restoring.printed()).toMatch(/Start it, with: DATA_DIR=\S+again DEMO=[01] npm start/);

  const showing = recordingTerminal({ environment: again, folder });
  expect(await runLdr(['backup', 'upgraded.gz'], showing)).toBe(0);
  const [earlier, upgraded] = await Promise.all([checkBackup(file), checkBackup(path.join(folder, 'upgraded.gz'))]);
  expect(upgraded.header.migrations.length).toBeGreaterThan(earlier.header.migrations.length);
  expect(upgraded.whole.rows).toBeGreaterThanOrEqual(earlier.whole.rows);
});
