import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  const cells = [
    code,
    'MANY '.repeat(30),
    'Y54',
    'Q74',
    '1 HIGH STREET',
    '',
    '',
    'DARLINGTON',
    '',
    'DL3 6JL',
    '19740401',
  ];
  const rest = ['', 'A', 'Z', '', '', '', '', '', '', '', '0', '', '', '', '4', ''];
  return `${[...cells, ...rest].map((cell) => `"${cell}"`).join(',')}\r\n`;
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
