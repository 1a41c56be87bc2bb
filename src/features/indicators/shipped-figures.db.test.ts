import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { projectFolder } from '../../project-folder.ts';
import { listUnknownCodes } from '../directory-import/index.ts';
import { type ProgrammePack, readProgrammePack } from '../programme/index.ts';
import { observedQuestions } from './held-against.ts';
import { loadShippedFigures } from './load-shipped-figures.ts';
import { readFigures, readFiguresOnQuestions } from './read-figures.ts';

let clone: TestDatabase;
let pack: ProgrammePack;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
  pack = await readProgrammePack(projectFolder('programmes', 'england-wgll'));
});
afterAll(() => clone.close());

const now = new Date('2026-11-30T09:00:00Z');

async function idOf(code: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select organisation_id as id from organisation_record where code = ${code} limit 1`.execute(clone.database);
  return rows[0]?.id ?? '';
}

describe('the figures that ship', () => {
  it('are in every database once, nearly all of codes that the register knows', async () => {
    await loadShippedFigures(clone.database, projectFolder('reference', 'indicators'), now);
    const { rows } = await sql<{ line: string }>`
      select series || ' ' || count(*) as line from indicator_figure group by series order by series`.execute(
      clone.database,
    );
    expect(rows.map(({ line }) => line)).toEqual([
      'electronic-prescriptions 209',
      'main-patient-record 209',
      'patient-record-kept 1531',
      'security-toolkit 1515',
      'virtual-ward-places 546',
    ]);
    expect(await loadShippedFigures(clone.database, projectFolder('reference', 'indicators'), now)).toEqual([]);
    const { rows: codes } = await sql<{ code: string }>`select distinct code from indicator_figure`.execute(
      clone.database,
    );
    const unknown = await listUnknownCodes(
      clone.database,
      codes.map(({ code }) => code),
    );
    expect(unknown.length).toBeLessThan(codes.length / 20);
  });

  it('have words that the programmes know', async () => {
    const { rows } = await sql<{ series: string; value: string }>`
      select distinct series, value from indicator_figure where value is not null`.execute(clone.database);
    const packs = [pack, await readProgrammePack(projectFolder('programmes', 'england-ldr'))];
    const indicators = packs.flatMap((each) => each.indicators);
    for (const { series, value } of rows) {
      const indicator = indicators.find(({ id }) => id === series);
      const isKnown =
        indicator?.unit === null ? indicator.values.some(({ id }) => id === value) : /^[\d.]+$/.test(value);
      expect([series, value, isKnown]).toEqual([series, value, true]);
    }
  });

  it('are held against the answers of today’s programme, and bear one out', async () => {
    const [instrument] = pack.instruments;
    if (instrument === undefined) {
      throw new Error('the programme asks nothing');
    }
    const organisationId = await idOf('R0A');
    const figures = await readFiguresOnQuestions(clone.database, organisationId, { ...pack, instrument }, '2026-11-30');
    expect(figures.map(({ questionId, conflicts }) => [questionId, ...conflicts])).toEqual([['CSF1', 'none']]);
    const answered = (optionId: string) =>
      observedQuestions(instrument, figures, [{ questionId: 'CSF1', value: { kind: 'option', optionId } }]);
    expect([...answered('one')]).toEqual(['CSF1']);
    expect([...answered('none')]).toEqual([]);
    // Years later they ask nothing any more, and are shown as ever.
    expect(await readFiguresOnQuestions(clone.database, organisationId, { ...pack, instrument }, '2030-01-01')).toEqual(
      [],
    );
    const { views } = await readFigures(clone.database, organisationId, pack.indicators, '2030-01-01');
    expect(views.map(({ title }) => title)).toEqual([
      'Main patient record',
      'Patient records kept',
      'Data security standards',
    ]);
  });
});

it('refuses a folder that is not sound, with file and line', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-figures-'));
  const header = 'series,version,title,publisher,published_on,url,licence,standing,note';
  await writeFile(path.join(folder, 'releases.csv'), `${header}\nodd,1,Odd,Nobody,2026-01-01,,OGL,official,\n`);
  await writeFile(
    path.join(folder, 'odd-1.csv'),
    'organisation_code,from,to,value,numerator,denominator,note\nRL4,then,now,1,,,\n',
  );
  await expect(loadShippedFigures(clone.database, folder, now)).rejects.toThrow(/odd-1\.csv:2/);
  await rm(folder, { recursive: true });
});
