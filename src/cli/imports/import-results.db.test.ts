import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { listUnknownCodes } from '../../features/directory-import/index.ts';
import { loadShippedReleases } from '../../features/official-results/index.ts';
import { projectFolder } from '../../project-folder.ts';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

let clone: TestDatabase;
let folder: string;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-results-'));
});
afterAll(async () => {
  await clone.close();
  await rm(folder, { recursive: true });
});

const header = 'organisation_code,organisation_name,care_setting,year,Well led,note';
const published = [header, 'RP5,DONCASTER,Acute,2020,2.80,', 'QHM,A board,Board,2020,3,', 'ZZ9,Vale,Acute,2020,1,', ''];

async function importResults(
  lines: readonly string[],
  options: Readonly<Record<string, string>> = {},
  ...more: string[]
) {
  await writeFile(path.join(folder, 'results.csv'), lines.join('\n'));
  const given = {
    series: 'made-up',
    'release-version': '1',
    title: 'Made-up results',
    publisher: 'Nobody',
    'published-on': '2021-01-31',
    ...options,
  };
  const environment = { DATABASE_URL: clone.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment, folder });
  const flags = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  const exitCode = await runLdr(['import', 'results', 'results.csv', ...flags, ...more], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

async function stored() {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', version, code, name, care_setting, year, scores) as line from official_result
    where series = 'made-up' order by version, position`.execute(clone.database);
  return rows.map(({ line }) => line);
}

describe('the results that ship', () => {
  it('are in every database once, each of a code that the register knows', async () => {
    const count = async () => {
      const { rows } = await sql<{ rows: number; scores: number }>`
        select count(*)::integer as rows, sum(cardinality(array_remove(scores, null)))::integer as scores
        from official_result where series = 'dma-2024-2025'`.execute(clone.database);
      return rows[0];
    };
    expect(await count()).toEqual({ rows: 654, scores: 2943 });
    const folderOfResults = projectFolder('reference', 'official-results');
    expect(await loadShippedReleases(clone.database, folderOfResults, new Date('2026-04-01T09:00:00Z'))).toEqual([]);
    expect(await count()).toEqual({ rows: 654, scores: 2943 });
    const { rows } = await sql<{ code: string }>`
      select distinct code from official_result where series = 'dma-2024-2025'`.execute(clone.database);
    expect(
      await listUnknownCodes(
        clone.database,
        rows.map(({ code }) => code),
      ),
    ).toEqual([]);
  });
});

describe('ldr import results', () => {
  it('says with --dry-run what would be added, and adds nothing', async () => {
    const { exitCode, printed } = await importResults(published, {}, '--dry-run');
    expect([exitCode, printed.split('\n')]).toEqual([
      0,
      [
        '3 rows with 3 scores read.',
        'Measures: Well led.',
        'Codes that the directory does not know, kept as published: 1',
        '  ZZ9',
        'Nothing was changed.',
      ],
    ]);
    expect(await stored()).toEqual([]);
  });

  it('names the faults of a file, and takes nothing of it', async () => {
    const { exitCode, complained } = await importResults([...published.slice(0, 3), 'RP5,Doncaster,Acute,2020,x1,']);
    expect(exitCode).toBe(1);
    expect(complained).toContain('  line 4, column 5 (Well led): must be a figure such as 2.8, not "x1"');
    expect(await stored()).toEqual([]);
  });

  it('keeps every row with its scores as printed, and says so in the trail', async () => {
    expect((await importResults(published)).printed).toMatch(/Done\.$/);
    expect(await stored()).toEqual([
      '1 RP5 DONCASTER Acute 2020 {2.80}',
      '1 QHM A board Board 2020 {3}',
      '1 ZZ9 Vale Acute 2020 {1}',
    ]);
    const event = await clone.database
      .selectFrom('audit_event')
      .select(['action', 'detail'])
      .where('chain', '=', 'official-results')
      .orderBy('sequence', 'desc')
      .executeTakeFirst();
    expect(event).toMatchObject({ action: 'results-imported', detail: { series: 'made-up', version: 1, rowCount: 3 } });
  });

  it('adds nothing the second time, and never changes what is on record', async () => {
    const again = await importResults(published);
    expect([again.exitCode, again.printed]).toEqual([
      0,
      expect.stringMatching(/^Version 1 of made-up .* Nothing to do\.$/),
    ]);
    const changed = await importResults(published.map((line) => line.replace('2.80', '2.8')));
    expect([changed.exitCode, changed.complained]).toEqual([1, expect.stringContaining('give it the next version')]);
    await expect(
      sql`update official_result set scores = '{5}' where series = 'made-up'`.execute(clone.database),
    ).rejects.toThrow();
    expect(await stored()).toHaveLength(3);
  });

  it('takes a later version beside the earlier one, in the order of their days', async () => {
    const next = published.map((line) => line.replace('2.80', '2.90'));
    const early = await importResults(next, { 'release-version': '2', 'published-on': '2021-01-30' });
    expect([early.exitCode, early.complained]).toEqual([
      1,
      expect.stringContaining('version 1 was published on 2021-01-31'),
    ]);
    const taken = await importResults(next, { 'release-version': '2', 'published-on': '2021-02-28' });
    expect(taken.printed).toContain('It takes the place of version 1, which stays readable.');
    expect((await stored()).filter((line) => line.includes('RP5'))).toEqual([
      '1 RP5 DONCASTER Acute 2020 {2.80}',
      '2 RP5 DONCASTER Acute 2020 {2.90}',
    ]);
  });

  it('asks for all that it has to know', async () => {
    const { exitCode, complained } = await importResults(published, {
      series: 'No!',
      'published-on': 'May',
      title: ' ',
    });
    expect(exitCode).toBe(2);
    expect(complained).toContain('--series has small letters');
    expect(complained).toContain('Say with --title');
    expect(complained).toContain('Say with --published-on YYYY-MM-DD');
  });

  it('is refused with a day to come, which every later version would have to follow', async () => {
    const { exitCode, complained } = await importResults(published, { 'published-on': '9999-01-31' });
    expect([exitCode, complained]).toEqual([2, expect.stringContaining('9999-01-31 is still to come: today is ')]);
  });
});
