import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { newId } from '../../../platform/ids.ts';
import { programmeFolder } from '../../../project-folder.ts';
import { fixturePath } from '../../directory/testing/fixture-files.ts';
import { readProgrammePack } from '../../programme/index.ts';
import { organisationTypes } from '../../register/records/type-rules.ts';
import type { LayoutId } from '../read/layouts.ts';
import { importFile } from './import-file.ts';

const types = organisationTypes((await readProgrammePack(programmeFolder)).organisationTypes);

describe('rows of the registry, as published in 2016, 2023 and 2025', () => {
  let clone: TestDatabase;
  beforeAll(async () => {
    clone = await cloneDatabase('facts');
  });
  afterAll(() => clone.close());

  /** `suffix` makes other bytes of the same facts. */
  async function load(path: string, layout: LayoutId, datedOn: string, suffix = '') {
    const outcome = await importFile(clone.database, types, {
      fileName: path,
      layout,
      datedOn,
      open: () => withSuffix(createReadStream(fixturePath(`ods/${path}`)), suffix),
      importId: newId(),
      personId: null,
      onBehalfOf: 'a test',
      now: new Date('2026-01-01'),
      register: { positionOn: '2016-10-31', listeners: [], recordListeners: [] },
      isWanted: () => true,
    });
    return outcome.kind === 'imported'
      ? { rows: outcome.rowCount, counts: outcome.counts, absent: outcome.absent.total }
      : outcome;
  }

  async function one(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
    return (await query.execute(clone.database)).rows[0]?.n ?? -1;
  }

  /** What is shown for a day, apart from when it began and will end, as text by code. */
  async function shownAt(day: string): Promise<Map<string, string>> {
    const { rows } = await sql<{ code: string; shown: string }>`
      select code, concat_ws('|', name, type_id, status, address, town, postcode, phone, region_code, geography_code) as shown
      from organisation_record where valid @> ${day}::date`.execute(clone.database);
    return new Map(rows.map(({ code, shown }) => [code, shown]));
  }

  const everything = () =>
    sql`select code, name, type_id, address, phone, valid, seen, source_id, source_row from organisation_record order by code, valid`
      .execute(clone.database)
      .then(({ rows }) => rows);

  let shownIn2016: Map<string, string>;

  it('loads the CCGs and practices of February 2016, each practice with its CCG', async () => {
    expect(await load('2016-02/eccg.csv', 'ods-ccgs', '2016-02-29')).toMatchObject({ rows: 37 });
    expect(await load('2016-02/epraccur.csv', 'ods-practices', '2016-02-29')).toMatchObject({
      rows: 110,
      counts: { added: 110 },
    });
    const openCcgs = sql<{ n: number }>`
      select count(*) as n from organisation_record where type_id = 'ccg' and valid @> date '2016-02-29'`;
    expect(await one(openCcgs)).toBe(209);
    const practices = sql<{ n: number }>`
      select count(*) as n from organisation_record as practice
      join organisation_relation as relation on relation.organisation_id = practice.organisation_id
        and relation.kind = 'commissioned-by' and relation.valid @> date '2016-02-29'
      join organisation_record as ccg on ccg.code = relation.related_code and ccg.valid @> date '2016-02-29'
      where practice.type_id = 'gp-practice' and practice.status = 'active' and practice.valid @> date '2016-02-29'`;
    expect(await one(practices)).toBe(96);
    shownIn2016 = await shownAt('2016-02-29');
  });

  it('takes the later files on top, and says what they change', async () => {
    expect(await load('2023/epraccur.csv', 'ods-practices', '2023-12-31')).toMatchObject({
      rows: 120,
      counts: { added: 10, closed: 24, renamed: expect.any(Number), 'relation-changed': expect.any(Number) },
      absent: 0,
    });
    expect(await load('2023/eccg.csv', 'ods-ccgs', '2023-12-31')).toMatchObject({
      rows: 28,
      counts: { added: expect.any(Number) },
    });
    expect(await load('2023/etr.csv', 'ods-trusts', '2023-12-31')).toMatchObject({ rows: 22 });
    expect(await load('2023/ect.csv', 'ods-care-trusts', '2023-12-31')).toMatchObject({ rows: 3 });
    expect(await load('2025/etr.csv', 'ods-trusts', '2025-06-30')).toMatchObject({ rows: 32 });
    expect(await load('2025/eccg.csv', 'ods-ccgs', '2025-06-30')).toMatchObject({ rows: 57 });
  });

  it('loses no fact: all that was known of the day in 2016 is still known', async () => {
    const now = await shownAt('2016-02-29');
    const gone = [...shownIn2016].filter(([code, shown]) => now.get(code) !== shown).map(([code]) => code);
    // A closing is often entered late: these were still open in the files of that month, and had closed by then.
    const closedLate = sql<{ n: number }>`
        select count(distinct code) as n from organisation_record where code = any(${gone}::text[])
          and not exists (select from organisation_record as later where later.code = organisation_record.code
                            and not upper(later.valid) <= date '2016-02-29')`;
    expect(await one(closedLate)).toBe(gone.length);
    expect(gone).toHaveLength(3);
    const names = await sql<{
      code: string;
      name: string;
    }>`select code, name from organisation_record where code = any(${gone}::text[])`.execute(clone.database);
    const known = new Set(names.rows.map(({ code, name }) => `${code} ${name}`));
    expect(gone.filter((code) => !known.has(`${code} ${shownIn2016.get(code)?.split('|')[0]}`))).toEqual([]);
  });

  it('lets a second loading of 2016 change nothing', async () => {
    const before = await everything();
    expect(await load('2016-02/epraccur.csv', 'ods-practices', '2016-02-29')).toMatchObject({ kind: 'known' });
    expect(await load('2016-02/epraccur.csv', 'ods-practices', '2016-02-29', '\r\n')).toMatchObject({
      rows: 110,
      counts: {},
    });
    expect(await everything()).toEqual(before);
  });

  it('follows every fact to the row of its file', async () => {
    const uncited = sql<{ n: number }>`
      select count(*) as n from organisation_record join source on source.source_id = organisation_record.source_id
      where not source.shipped and organisation_record.source_row is null`;
    expect(await one(uncited)).toBe(0);
  });
});

async function* withSuffix(chunks: AsyncIterable<Uint8Array>, suffix: string): AsyncGenerator<Uint8Array> {
  yield* chunks;
  if (suffix !== '') {
    yield new TextEncoder().encode(suffix);
  }
}
