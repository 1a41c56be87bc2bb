import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { programmeFolder, projectFolder } from '../../../project-folder.ts';
import { keepRegister } from '../../../register-listeners.ts';
import { readProgrammePack } from '../../programme/index.ts';
import { type Change, smallReference } from '../small-reference.fixture.ts';
import { loadReference, ReferenceVanishedError } from './load-reference.ts';

const now = new Date('2016-07-01T09:00:00Z');
const pack = await readProgrammePack(programmeFolder);

async function count(clone: TestDatabase, table: string): Promise<number> {
  const result = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(clone.database);
  return result.rows[0]?.n ?? -1;
}

describe('the shipped reference facts', () => {
  let clone: TestDatabase;
  beforeAll(async () => {
    clone = await cloneDatabase('facts');
  });
  afterAll(() => clone.close());

  it('are loaded by the seed, every row of every file', async () => {
    expect(await count(clone, 'organisation')).toBe(700);
    expect(await count(clone, 'membership')).toBe(147);
    expect(await count(clone, 'organisation_area')).toBe(2644);
    expect(await count(clone, 'area_hexagon')).toBe(92);
    expect(await count(clone, 'succession_link')).toBe(276);
    expect(await count(clone, 'organisation_record')).toBe(880);
  });

  it('are not loaded again while the files are the same', async () => {
    expect(
      await loadReference(
        clone.database,
        [projectFolder('reference'), path.join(programmeFolder, 'reference')],
        pack,
        now,
        keepRegister(pack),
      ),
    ).toEqual({
      kind: 'current',
    });
  });
});

describe('loading reference facts', () => {
  let clone: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    clone = await cloneDatabase('facts');
    folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-reference-'));
    await sql`truncate source, organisation, area, reference_load cascade`.execute(clone.owner);
  });
  afterAll(async () => {
    await clone.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function load(change?: Change) {
    for (const file of smallReference(change)) {
      await writeFile(path.join(folder, file.path), file.text);
    }
    return loadReference(clone.database, [folder], pack, now, keepRegister(pack));
  }

  const organisation = (code: string) =>
    clone.database.selectFrom('organisation_record').selectAll().where('code', '=', code).executeTakeFirst();

  it('writes every fact with its half-open period, and an audit event', async () => {
    expect(await load()).toEqual({ kind: 'loaded', areaCount: 6, organisationCount: 3 });
    expect(await organisation('RAA')).toMatchObject({
      organisation_id: 'RAA',
      valid: '[1991-04-01,2016-07-01)',
      town: '',
      type_standing: 'inferred',
    });
    expect(await count(clone, 'membership')).toBe(3);
    const event = await clone.database
      .selectFrom('audit_event')
      .select('action')
      .where('chain', '=', 'reference')
      .orderBy('sequence', 'desc')
      .executeTakeFirst();
    expect(event?.action).toBe('reference-loaded');
  });

  it('corrects a changed fact in place and leaves rows of other sources alone', async () => {
    await sql`insert into source (source_id, title, publisher, licence) values ('here', 'Entered here', 'Us', 'ours')`.execute(
      clone.database,
    );
    await sql`
      insert into membership (area_id, organisation_id, role, valid, source_id, standing)
      values ('footprint:nv', 'LDR-CARE', 'support', '[2016-03-15,)', 'here', 'stated')`.execute(clone.database);
    expect(await load({ file: 'organisations.csv', from: 'NHS Vale CCG', to: 'NHS Great Vale CCG' })).toMatchObject({
      kind: 'loaded',
    });
    expect((await organisation('00A'))?.name).toBe('NHS Great Vale CCG');
    expect(await count(clone, 'membership')).toBe(4);
  });

  it('loads the earlier files again when they come back', async () => {
    expect(await load()).toMatchObject({ kind: 'loaded' });
    expect((await organisation('00A'))?.name).toBe('NHS Vale CCG');
  });

  const successions = async () => {
    const { rows } = await sql<{ line: string }>`
      select event.kind || ' ' || coalesce(link.predecessor_id || ' ' || coalesce(link.successor_id, '-'), 'undone') as line
      from succession_event as event left join succession_link as link using (succession_event_id)
      order by event.recorded_at, event.effective_on`.execute(clone.database);
    return rows.map(({ line }) => line);
  };
  const told = ['closure RAA -', 'transfer footprint:nv footprint:nm'];

  it('tells each succession once, and takes a corrected one back before it tells it anew', async () => {
    expect(await successions()).toEqual(told);
    await load({ file: 'successions.csv', from: 'paper,inferred', to: 'paper,stated' });
    expect(await successions()).toEqual([...told, 'undo undone', 'transfer footprint:nv footprint:nm']);
  });

  it('keeps the periods of an organisation that became something else', async () => {
    await load({
      file: 'organisations.csv',
      from: 'Y54,2013-04-01,,register,official,\n',
      to: 'Y54,2013-04-01,2022-07-01,register,official,\n00A,Vale Board - 00A,sub-icb-location,official,,,Y54,2022-07-01,,register,official,\n',
    });
    const { rows } = await sql<{ name: string; valid: string }>`
      select name, valid from organisation_record where code = '00A' order by valid`.execute(clone.database);
    expect(rows).toEqual([
      { name: 'NHS Vale CCG', valid: '[2013-04-01,2022-07-01)' },
      { name: 'Vale Board - 00A', valid: '[2022-07-01,)' },
    ]);
  });

  it('refuses files that no longer name an organisation, names it, and changes nothing', async () => {
    for (const file of smallReference()) {
      await writeFile(path.join(folder, file.path), file.text.replaceAll('LDR-CARE', 'LDR-KIND'));
    }
    const refused = loadReference(clone.database, [folder], pack, now, keepRegister(pack));
    await expect(refused).rejects.toBeInstanceOf(ReferenceVanishedError);
    await expect(refused).rejects.toThrow(/no longer name LDR-CARE/);
    expect(await organisation('LDR-KIND')).toBeUndefined();
    expect(await count(clone, 'membership')).toBe(4);
  });
});
