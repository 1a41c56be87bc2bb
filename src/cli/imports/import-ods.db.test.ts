import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceLine } from '../../../test/builders/practice-line.ts';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

let clone: TestDatabase;
let folder: string;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-import-'));
});
afterAll(async () => {
  await clone.close();
  await rm(folder, { recursive: true });
});

async function importOds(...options: string[]) {
  const environment = { DATABASE_URL: clone.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment, folder });
  const exitCode = await runLdr(['import', 'ods', ...options], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

/** A made-up trust as a line of the registry's file. */
function trust(code: string, name: string, openedOn = '20010401'): string {
  const cells = [code, name, 'Y54', 'Q74', '1 HIGH STREET', '', '', 'DARLINGTON', '', 'DL3 6JL', openedOn];
  return `${[...cells, ...Array<string>(10).fill(''), '0', '', 'A', '', '', ''].map((cell) => `"${cell}"`).join(',')}\r\n`;
}

/** A made-up practice likewise, with a name long enough that a thousand of them are read in several pieces. */
function practice(code: string): string {
  return practiceLine({ code, name: 'MANY '.repeat(30) });
}

const write = (name: string, text: string) => writeFile(path.join(folder, name), text);

describe('ldr import ods', () => {
  it('says with --dry-run what would change, and changes nothing', async () => {
    await write('etr.csv', trust('RZ1', 'ILLUSTRATION NHS TRUST') + trust('RZ2', 'VALE NHS TRUST'));
    const dry = await importOds('etr.csv', '--dated', '2016-02-29', '--dry-run', '--differences', 'all.csv');
    expect(dry.exitCode).toBe(0);
    expect(dry.printed).toContain(
      '2 rows read. Nothing was changed; this would:\nNew to the directory: 2\n  RZ1 Illustration NHS Trust',
    );
    expect(await readFile(path.join(folder, 'all.csv'), 'utf8')).toContain('RZ2,Vale NHS Trust,added');
    expect((await importOds('etr.csv', '--dated', '2016-02-29', '--dry-run')).printed).toContain(
      'New to the directory: 2',
    );
  });

  it('brings the file in once', async () => {
    expect((await importOds('etr.csv', '--dated', '2016-02-29')).printed).toContain('2 rows brought in.');
    expect((await importOds('etr.csv', '--dated', '2016-02-29')).printed).toContain('Nothing to do.');
  });

  it('tells a file that opens again what a known merger closed, and keeps the end until somebody decides', async () => {
    const cells = [
      '00C',
      'NHS DARLINGTON CCG',
      'Y63',
      'QHM',
      '1 HIGH STREET',
      '',
      '',
      'DARLINGTON',
      '',
      'DL3 6JL',
      '20130401',
    ];
    const row = [...cells, '', '', 'C', ...Array<string>(7).fill(''), '0', ...Array<string>(5).fill('')];
    await write('eccg.csv', `${row.map((cell) => `"${cell}"`).join(',')}\r\n`);
    const endOf = async () =>
      (
        await sql<{ day: string | null }>`
          select upper(valid)::text as day from organisation_record where code = '00C' order by valid desc limit 1`.execute(
          clone.database,
        )
      ).rows[0]?.day;
    const told = await importOds('eccg.csv', '--layout', 'ods-ccgs', '--dated', '2020-06-19', '--dry-run');
    expect(told.printed).toContain('Contradicts what is known, which was kept: 1');
    expect(told.printed).toContain('16C in its place from 2020-04-01');
    await importOds('eccg.csv', '--layout', 'ods-ccgs', '--dated', '2020-06-19');
    expect(await endOf()).toBe('2020-04-01');
    const decided = ['--layout', 'ods-ccgs', '--dated', '2020-06-20', '--reopen', '00C,00D'];
    expect((await importOds('eccg.csv', ...decided, '--dry-run')).printed).toContain('Closing day corrected: 1');
  });

  it('tells successions that contradict those on record, and leaves them out', async () => {
    await write('succ.csv', 'old_code,new_code,date\n00C,84H,2020-04-01\n00D,16C,2020-03-31\nXX1,XX2,2020-04-01\n');
    const { printed } = await importOds('succ.csv', '--dated', '2020-06-19');
    expect(printed).toContain('Contradicts what is known, which was kept: 2');
    expect(printed).toContain('Succeeded by another organisation: 1');
  });

  it('adds nobody who was never seen open', async () => {
    await write(
      'ord.json',
      JSON.stringify({
        Organisations: [{ Name: 'GONE NHS TRUST', OrgId: 'RZV', Status: 'Inactive', PrimaryRoleId: 'RO197' }],
      }),
    );
    const { printed } = await importOds('ord.json', '--layout', 'ord', '--dated', '2016-03-31');
    expect(printed).toContain('Left out: said to be closed, without a day, and never seen open: 1');
    const found = await clone.database.selectFrom('organisation').select('code').where('code', '=', 'RZV').execute();
    expect(found).toEqual([]);
  });

  it('lists who is not in a later file of the same kind, and leaves them', async () => {
    await write('later.csv', trust('RZ1', 'ILLUSTRATION NHS FOUNDATION TRUST'));
    const { exitCode, printed } = await importOds('later.csv', '--dated', '2023-12-31', '--layout', 'ods-trusts');
    expect(exitCode).toBe(0);
    expect(printed).toContain('Renamed: 1\n  RZ1 Illustration NHS Foundation Trust: “Illustration NHS Trust” becomes');
    expect(printed).toContain('left as they are: RZ2');
  });

  it('refuses a file with faults as a whole, each with its place', async () => {
    await write('wrong.csv', trust('RZ3', 'SOUND NHS TRUST') + trust('RZ4', 'ODD NHS TRUST', '20019901'));
    const options = ['--dated', '2016-02-29', '--layout', 'ods-trusts'];
    const { exitCode, complained } = await importOds('wrong.csv', ...options, '--differences', 'none.csv');
    expect(exitCode).toBe(1);
    await expect(readFile(path.join(folder, 'none.csv'))).rejects.toThrow('ENOENT');
    expect(complained).toMatch(/Nothing was changed[\s\S]*line 2, column 11/);
    await write('sound.csv', trust('RZ3', 'SOUND NHS TRUST'));
    const sound = await importOds('sound.csv', '--dated', '2016-02-29', '--layout', 'ods-trusts', '--dry-run');
    expect(sound.printed).toContain('New to the directory: 1');
  });

  it('says why when a batch fails while the next is read, changes nothing and leaves no list behind', async () => {
    await sql`create function refuse_record() returns trigger language plpgsql as $$
      begin raise exception 'no room for a record'; end $$`.execute(clone.owner);
    await sql`create trigger refuse_record before insert on organisation_record execute function refuse_record()`.execute(
      clone.owner,
    );
    // Several batches, and several reads from the disk for each: the first fails while the second is awaited.
    const practices = Array.from({ length: 5000 }, (_, index) => practice(`Z0${String(index).padStart(4, '0')}`));
    await write('many.csv', practices.join(''));
    const options = ['--dated', '2017-02-28', '--layout', 'ods-practices'];
    const failing = importOds('many.csv', ...options, '--differences', 'many-differences.csv');
    await expect(failing).rejects.toThrow('no room for a record');
    await expect(readFile(path.join(folder, 'many-differences.csv'))).rejects.toThrow('ENOENT');
    await sql`drop trigger refuse_record on organisation_record`.execute(clone.owner);
    expect((await importOds('many.csv', ...options, '--dry-run')).printed).toContain(
      '5,000 rows read. Nothing was changed',
    );
  });

  it.each([
    [['etr.csv'], '--dated'],
    [
      ['sound.csv', '--dated', '2016-02-29', '--layout', 'ods-trusts', '--differences', 'none/all.csv'],
      'cannot be written',
    ],
    [['etr.csv', '--dated', '2016-02-30'], '--dated'],
    [['none.csv', '--dated', '2016-02-29'], 'There is no file'],
    [['sound.csv', '--dated', '2016-02-29'], 'Say it with --layout'],
    [['etr.csv', '--dated', '2016-02-29', '--layout', 'ods'], 'There is no layout ods'],
    [[], 'Name one file'],
  ])('explains what is wrong with %j', async (options, words) => {
    const { exitCode, complained } = await importOds(...options);
    expect(exitCode).toBe(2);
    expect(complained).toContain(words);
  });
});
