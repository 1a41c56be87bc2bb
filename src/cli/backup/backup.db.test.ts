import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/database/earlier-database.ts';
import { cloneDatabase, type TestDatabase, testSecret } from '../../../test/database/test-service.ts';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

let folder: string;
let kept: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-backup-'));
  [kept, empty] = await Promise.all([cloneDatabase('demo'), emptyDatabase()]);
});

afterAll(async () => {
  await Promise.all([kept.close(), empty.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** With the owner's address where something is restored; a backup is made by the role that the service works under. */
async function ldr(store: TestDatabase, ...args: string[]) {
  const owner: Record<string, string> = args[0] === 'restore' ? { DATABASE_OWNER_URL: store.ownerUrl } : {};
  const environment = { DATABASE_URL: store.url, ...owner, SESSION_SECRET: testSecret };
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

test('a backup made while others write is one moment, and comes back with every row the same', async () => {
  const backup = ldr(kept, 'backup', 'a.gz');
  await writePairs(backup);
  expect(await backup).toMatchObject({ exitCode: 0, printed: expect.stringContaining('WRITTEN, and read back') });
  expect((await stat(path.join(folder, 'a.gz'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['a.gz']);
  expect(await ldr(kept, 'restore', 'a.gz')).toMatchObject({
    exitCode: 2,
    complained: expect.stringContaining('empty'),
  });

  expect(await ldr(empty, 'restore', 'a.gz')).toMatchObject({ exitCode: 0, complained: '' });
  const { rows } = await sql<{ left: number; right: number }>`
    select count(*) filter (where source_id like 'left-%') as left,
      count(*) filter (where source_id like 'right-%') as right from source`.execute(empty.owner);
  expect(rows[0]?.left).toBe(rows[0]?.right);
  expect(await ldr(empty, 'audit', 'verify')).toMatchObject({ exitCode: 0, printed: expect.stringContaining('SOUND') });

  expect(await ldr(empty, 'backup', 'b.gz')).toMatchObject({ exitCode: 0 });
  expect(await tableLines('b.gz')).toEqual(await tableLines('a.gz'));
  // The numbers that the server gives by itself go on where they were.
  const numbered = await sql`
    insert into membership (area_id, organisation_id, role, valid, source_id, standing)
    select area_id, organisation_id, role, '[1900-01-01,1900-01-02)', source_id, standing from membership limit 1
    returning membership_id > (select max(membership_id) from membership) as "isNew"`.execute(empty.owner);
  expect(numbered.rows).toEqual([{ isNew: true }]);
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
