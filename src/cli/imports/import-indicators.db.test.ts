import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

let clone: TestDatabase;
let folder: string;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-indicators-'));
});
afterAll(async () => {
  await clone.close();
  await rm(folder, { recursive: true });
});

const header = 'organisation_code,from,to,value,numerator,denominator,note';

async function bringIn(series: string, version: string, lines: readonly string[], ...more: string[]) {
  await writeFile(path.join(folder, 'figures.csv'), [header, ...lines, ''].join('\n'));
  const environment = { DATABASE_URL: clone.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment, folder });
  const publication = ['--title', 'Prescriptions', '--publisher', 'Nobody', '--published-on', '2015-01-31'];
  const named = ['--series', series, '--release-version', version, ...publication, ...more];
  const exitCode = await runLdr(['import', 'indicators', 'figures.csv', ...named], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

async function stored(version: number): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', code, value, numerator, denominator) as line from indicator_figure
    where series = 'electronic-prescriptions' and version = ${version} order by code`.execute(clone.database);
  return rows.map(({ line }) => line);
}

const figures = ['00C,2015-01-01,2015-01-31,40.00,4,10,', 'ZZ9,2015-01-01,2015-01-31,,,,'];

it('brings in the figures of an indicator of the programme, once, and tells codes that mean nothing', async () => {
  const checked = await bringIn('electronic-prescriptions', '2', figures, '--dry-run');
  expect([checked.exitCode, checked.printed]).toEqual([0, expect.stringContaining('Nothing was changed.')]);
  expect(await stored(2)).toEqual([]);
  const done = await bringIn('electronic-prescriptions', '2', figures);
  expect(done.printed).toContain('They take the place of version 1, which is kept.');
  expect(done.printed).toContain('ZZ9');
  expect(await stored(2)).toEqual(['00C 40.00 4 10', 'ZZ9']);
  expect((await bringIn('electronic-prescriptions', '2', figures)).printed).toContain('Nothing to do.');
  const other = await bringIn('electronic-prescriptions', '2', figures.slice(1));
  expect([other.exitCode, other.complained]).toEqual([1, expect.stringContaining('give it the next version')]);
});

it('refuses an indicator that the programme does not name, and a file with faults', async () => {
  const unknown = await bringIn('beds', '1', figures);
  expect([unknown.exitCode, unknown.complained]).toEqual([
    2,
    expect.stringContaining('The programme has no indicator beds. It has electronic-prescriptions.'),
  ]);
  const faulty = await bringIn('electronic-prescriptions', '3', ['00C,then,2015-01-31,40,,,']);
  expect([faulty.exitCode, faulty.complained]).toEqual([
    1,
    expect.stringContaining('must be a day such as 2026-03-31'),
  ]);
  expect(await stored(3)).toEqual([]);
});
