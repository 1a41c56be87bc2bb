import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasDatabase } from '../choose-data-folder.ts';
import { openStore } from '../compose.ts';
import { parseConfig } from '../platform/config.ts';
import { openPool } from '../platform/database/database.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'ldr-reset-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function reset(...options: string[]) {
  const terminal = recordingTerminal({ environment: { DATA_DIR: dataDir } });
  const exitCode = await runLdr(['demo', 'reset', ...options], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

/** Makes the database say what it is, as its first start would. */
async function sayMode(mode: string, keepRunning?: () => Promise<void>): Promise<void> {
  const store = await openStore(parseConfig({ DATA_DIR: dataDir }));
  const pool = openPool(store.ownerUrl ?? store.url, 1);
  await pool.query(
    'create table if not exists database_mode (mode text not null, decided_by text not null, decided_at timestamptz not null)',
  );
  await pool.query('delete from database_mode');
  await pool.query(`insert into database_mode values ($1, 'asked', now())`, [mode]);
  await pool.query(`
    create table if not exists database_programme as
    select 'elsewhere' as programme_id, 'Roadmaps elsewhere' as title, '/packs/ours' as named, now() as decided_at`);
  await pool.end();
  await keepRunning?.();
  await store.stop();
}

it('throws a demonstration away where it is meant, and neither real data nor one that is running', async () => {
  expect((await reset('--yes')).exitCode).toBe(2);
  await sayMode('real');
  const real = await reset('--yes');
  expect(real.exitCode).toBe(1);
  expect(real.complained).toContain('holds real data. Nothing was changed.');
  await sayMode('demonstration', async () => {
    expect((await reset('--yes')).complained).toContain('Stop it first. Nothing was changed.');
  });
  expect((await reset('--dry-run')).exitCode).toBe(0);
  const unsure = await reset();
  expect(unsure.exitCode).toBe(1);
  expect(unsure.printed).toContain('Say --yes');
  expect(hasDatabase(dataDir)).toBe(true);
  expect(await reset('--yes')).toMatchObject({
    exitCode: 0,
    printed: expect.stringContaining(`To begin it anew: DATA_DIR=${dataDir} PROGRAMME=/packs/ours DEMO=1 npm start`),
  });
  expect(hasDatabase(dataDir)).toBe(false);
}, 60_000);
