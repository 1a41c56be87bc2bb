import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageReader } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { partition } from '../../features/map/boundaries/testing/partition.ts';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

let service: TestService;
let folder: string;
let codes: string[];

beforeAll(async () => {
  service = await startTestService('facts');
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-boundaries-'));
  const ccgs = await sql<{ code: string }>`
    select organisation.code from organisation_record as organisation
    where organisation.type_id = 'ccg' and organisation.valid @> '2016-06-30'::date order by organisation.code`.execute(
    service.database,
  );
  codes = ccgs.rows.map(({ code }) => code);
  await write('areas.geojson', ccgPartition(codes));
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

const write = (name: string, json: unknown) => writeFile(path.join(folder, name), JSON.stringify(json));

/** As many positions as the published boundaries of CCGs have. */
const ccgPartition = (of: readonly string[], cornersPerSide = 50) =>
  partition({ codes: of, columns: 15, cornersPerSide });

async function importAreas(file: string, ...options: string[]) {
  const environment = { DATABASE_URL: service.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment, folder });
  const known = ['--kind', 'ccg', '--dated', '2015-04-01', '--licence', 'Made up', '--code-property', 'code'];
  const exitCode = await runLdr(['import', 'areas', file, ...known, ...options], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

const sets = async () =>
  (
    await sql<{ file_name: string; valid: string; count: number }>`
      select boundary_set.file_name, boundary_set.valid::text as valid, count(*) as count
      from boundary_set join boundary on boundary.boundary_set_id = boundary_set.boundary_set_id
      group by boundary_set.boundary_set_id order by boundary_set.valid, boundary_set.form`.execute(service.database)
  ).rows;

const page = async (url: string) => (await service.app.inject({ method: 'GET', url })).body;

describe('ldr import areas', () => {
  it('offers no boundaries while none are loaded', async () => {
    const body = await page('/footprints?map=boundaries');
    expect(new PageReader(body).text).not.toContain('Show as');
    expect(body.match(/class="ldr-hexagon /g)?.length).toBeGreaterThanOrEqual(44);
  });

  it('refuses a file with faults, naming each, and changes nothing', async () => {
    const changed = [...codes.slice(0, 207), 'NO1', 'NO2'];
    await write('faulty.geojson', ccgPartition(changed, 4));
    const { exitCode, complained } = await importAreas('faulty.geojson');
    expect(exitCode).toBe(1);
    expect(complained).toContain('area 208, features[207]: The directory does not know the code NO1');
    expect(complained).toContain('Nothing was changed.');
    expect(await sets()).toEqual([]);
  });

  it('says what it would do with --dry-run, and does it without', async () => {
    const rehearsal = await importAreas('areas.geojson', '--dry-run');
    expect(rehearsal.printed).toContain('209 boundaries, the first of this kind for that day');
    expect(rehearsal.printed).toContain('new 209, changed 0, gone 0, the same 0');
    expect(rehearsal.printed).toContain('Nothing was changed.');
    expect(await sets()).toEqual([]);
    const { exitCode, printed } = await importAreas('areas.geojson');
    expect({ exitCode, isDone: printed.endsWith('Done.') }).toEqual({ exitCode: 0, isDone: true });
    expect(await sets()).toEqual([{ file_name: 'areas.geojson', valid: '[2015-04-01,)', count: 209 }]);
  });

  it('does nothing for the same file again', async () => {
    const { exitCode, printed } = await importAreas('areas.geojson');
    expect({ exitCode, printed }).toEqual({
      exitCode: 0,
      printed: 'areas.geojson is in force from 2015-04-01 already. Nothing was changed.',
    });
    const events = await sql`select from audit_event where audit_event.action = 'boundaries.load'`.execute(
      service.database,
    );
    expect(events.rows).toHaveLength(1);
  });

  it.each([
    ['/footprints?map=boundaries', 209],
    ['/footprints?map=boundaries&measure=patients', 209],
    ['/areas/region/Y56?map=boundaries&measure=organisations', 32],
  ])('draws %s in under 100 kilobytes', async (url, ccgCount) => {
    const body = await page(url);
    expect(gzipSync(body).length).toBeLessThan(100_000);
    expect(brotliCompressSync(body).length).toBeLessThan(100_000);
    const drawn = body.match(/class="ldr-boundary /g)?.length ?? 0;
    expect(drawn).toBeGreaterThan(ccgCount / 3);
    expect(drawn).toBeLessThanOrEqual(ccgCount);
  });

  it('draws a footprint along the borders of its CCGs, each a link with its value, and the rest alone', async () => {
    const body = await page('/footprints?map=boundaries&measure=patients');
    expect(body).toMatch(
      /<a href="\/footprints\/doncaster" class="ldr-boundary ldr-boundary--\d"><title>Doncaster: 314,465</,
    );
    expect(body).not.toMatch(/<a href="\/organisations\/02X" class="ldr-boundary/);
    const read = new PageReader(body);
    expect(read.details('The map as a table').text).toContain('Not on the map: where it lies is not recorded');
    expect(read.places).toContain('/footprints?measure=patients#map');
    expect(body).toMatch(/areas\.geojson/);
  });

  it('lets a later file take over from its day, and an earlier one hold until then', async () => {
    await write('later.geojson', ccgPartition(codes.slice(0, 200), 10));
    await write('earlier.geojson', ccgPartition(codes, 10));
    const later = await importAreas('later.geojson', '--dated', '2016-04-01');
    expect(later.printed).toContain('new 0, changed 200, gone 9');
    const earlier = await importAreas('earlier.geojson', '--dated', '2014-04-01');
    expect(earlier.printed).toContain('They hold until the day before 2015-04-01.');
    expect(await sets()).toEqual([
      { file_name: 'earlier.geojson', valid: '[2014-04-01,2015-04-01)', count: 209 },
      { file_name: 'areas.geojson', valid: '[2015-04-01,2016-04-01)', count: 209 },
      { file_name: 'later.geojson', valid: '[2016-04-01,)', count: 200 },
    ]);
  });

  it('arranges the hexagons as a HexJSON file has them', async () => {
    const hexes = { E54000001: { q: 0, r: 1 }, E54000002: { q: 0, r: 0 } };
    await write('cells.hexjson', { layout: 'odd-q', hexes });
    const options = ['--kind', 'stp', '--dated', '2016-03-15', '--code-property', ''];
    expect((await importAreas('cells.hexjson', ...options)).printed).toContain('2 hexagons');
    const map = (await page('/footprints')).split('id="map"')[1] ?? '';
    expect(map.match(/class="ldr-hexagon ldr-hexagon--[^"]+"><title/g)).toHaveLength(2);
  });

  it.each([
    ['no kind', ['--kind', ''], '--kind must not be empty'],
    ['a day that is none', ['--dated', 'spring'], '--dated must be the first day'],
    ['an end before the beginning', ['--valid-to', '2015-01-01'], '--valid-to must be after --dated'],
    ['a second file', ['other.geojson'], 'Name one file at a time.'],
    ['a table that is not there', ['--codes', 'absent.csv'], 'absent.csv: There is no such file'],
  ])('asks again for %s', async (_, options, message) => {
    const { exitCode, complained } = await importAreas('areas.geojson', ...options);
    expect({ exitCode, says: complained.includes(message) }).toEqual({ exitCode: 2, says: true });
  });
});
