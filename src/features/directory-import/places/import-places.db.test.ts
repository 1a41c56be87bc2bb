import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { newId } from '../../../platform/ids.ts';
import { programmeFolder, projectFolder } from '../../../project-folder.ts';
import { keepRegister } from '../../../register-listeners.ts';
import { readProgrammePack } from '../../programme/index.ts';
import { loadReference } from '../../reference-facts/loading/load-reference.ts';
import { importPlaces, type PlacesImport } from './import-places.ts';

const now = new Date('2017-01-31T09:00:00Z');
const headers = {
  memberships: 'footprint_code,organisation_code,role,listed_as,valid_from,valid_to,standing,note',
  areas: 'kind,code,name,slug,valid_from,valid_to,standing,note',
  'area-links': 'child_kind,child_code,parent_kind,parent_code,relation,valid_from,valid_to,standing,note',
};

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
});
afterAll(() => clone.close());

/** The rows of made-up files; what is said of the real places in them is invented. */
function bringIn(layout: keyof typeof headers, rows: readonly string[], change: Partial<PlacesImport> = {}) {
  return importPlaces(clone.database, {
    fileName: `${layout}.csv`,
    text: [headers[layout], ...rows, ''].join('\n'),
    layouts: layout === 'memberships' ? ['memberships'] : ['areas', 'area-links'],
    datedOn: '2017-01-31',
    source: { title: 'A made-up list', publisher: 'Nobody', licence: 'None' },
    importId: newId(),
    personId: null,
    onBehalfOf: 'a test',
    now,
    register: { positionOn: '2016-10-31', listeners: [], recordListeners: [] },
    isDryRun: false,
    ...change,
  });
}

async function membersOf(footprint: string) {
  const { rows } = await sql<{ line: string }>`
    select membership.organisation_id || ' ' || membership.role || ' ' || membership.valid as line from membership
    where membership.area_id = ${`footprint:${footprint}`} order by 1`.execute(clone.database);
  return rows.map(({ line }) => line);
}

describe('a file of members', () => {
  const rows = [
    'wol,RL4,core,The Royal Wolverhampton,2016-06-30,2017-01-01,stated,',
    'wol,RL4,associate,,2017-01-01,,stated,',
  ];

  it('says what it would change and changes nothing when only tried', async () => {
    const before = await membersOf('wol');
    const outcome = await bringIn('memberships', rows, { isDryRun: true });
    expect(outcome).toMatchObject({ kind: 'checked', rowCount: 2, passedOver: [] });
    expect(outcome.kind === 'checked' && outcome.differences.map(({ kind, line }) => [kind, line])).toEqual([
      [expect.stringMatching(/ended|changed/), 2],
      ['added', 3],
    ]);
    expect(await membersOf('wol')).toEqual(before);
  });

  it('is taken in whole, with its source and an audit event, and once', async () => {
    expect(await bringIn('memberships', rows)).toMatchObject({ kind: 'imported' });
    const members = await membersOf('wol');
    expect(members).toContain('RL4 core [2016-06-30,2017-01-01)');
    expect(members).toContain('RL4 associate [2017-01-01,)');
    expect(await bringIn('memberships', rows)).toMatchObject({ kind: 'known' });
    const event = await clone.database
      .selectFrom('audit_event')
      .select(['action', 'detail'])
      .where('chain', '=', 'directory')
      .executeTakeFirst();
    expect(event).toMatchObject({ action: 'file-imported', detail: { layout: 'memberships', rowCount: 2 } });
  });

  it('does not change what a newer one says', async () => {
    const older = await bringIn('memberships', ['wol,RL4,associate,,2016-06-30,,stated,'], { datedOn: '2016-12-31' });
    expect(older).toMatchObject({ kind: 'imported', differences: [], passedOver: [2] });
  });

  it('stays when the shipped facts are loaded anew', async () => {
    const members = await membersOf('wol');
    await clone.database.deleteFrom('reference_load').execute();
    const pack = await readProgrammePack(programmeFolder);
    expect(
      await loadReference(
        clone.database,
        [projectFolder('reference'), path.join(programmeFolder, 'reference')],
        pack,
        now,
        keepRegister(pack),
      ),
    ).toMatchObject({
      kind: 'loaded',
    });
    expect(await membersOf('wol')).toEqual(members);
    const { rows: found } = await sql<{ n: number }>`select count(*) as n from succession_event`.execute(
      clone.database,
    );
    expect(found[0]?.n).toBeGreaterThan(60);
    expect(found[0]?.n).toBeLessThan(231);
  });

  it('is refused with every fault, and nothing of it is taken', async () => {
    const before = await membersOf('wol');
    const outcome = await bringIn('memberships', [
      'wol,RL4,chair,,2016-06-30,,stated,',
      'wol,05Y,core,,2016-06-31,,stated,',
    ]);
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ line: 2 }, { line: 3 }] });
    const unknown = await bringIn('memberships', [
      'nowhere,05Y,core,,2017-01-01,2017-02-01,stated,',
      'wol,ZZZ,core,,2017-01-01,,stated,',
      'wol,05Y,core,,2012-01-01,,stated,',
      'wol,05Y,core,,2017-01-01,2017-02-01,stated,',
      'wol,05Y,core,,2017-01-15,2017-03-01,stated,',
    ]);
    expect(unknown.kind === 'refused' && unknown.faults.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '2 footprint_code: the directory knows no footprint nowhere',
      '3 organisation_code: the directory knows no organisation ZZZ',
      '4 footprint_code: holds on days when footprint wol is not there',
      '4 organisation_code: holds on days when organisation 05Y is not there',
      '6 valid_from: line 5 says something of the same days',
    ]);
    expect(await membersOf('wol')).toEqual(before);
  });
});

describe('a file of areas', () => {
  const periodsOf = async (code: string) =>
    (
      await clone.database
        .selectFrom('area_record')
        .select(['name', 'valid', 'source_row'])
        .where('code', '=', code)
        .orderBy('valid')
        .execute()
    ).map(({ name, valid, source_row: row }) => [name, valid, row]);

  it('adds areas, and gives a known one another name from a day on', async () => {
    const outcome = await bringIn('areas', [
      'footprint,test,A made-up footprint,a-made-up-footprint,2016-06-30,,inferred,Invented',
      'footprint,wol,Wolverhampton and beyond,wolverhampton,2017-01-01,,inferred,',
    ]);
    expect(outcome).toMatchObject({ kind: 'imported', differences: [{ kind: 'added' }, { kind: 'changed' }] });
    expect(await periodsOf('wol')).toEqual([
      ['Wolverhampton', '[2016-06-30,2017-01-01)', null],
      ['Wolverhampton and beyond', '[2017-01-01,)', 2],
    ]);
    expect(await periodsOf('test')).toEqual([['A made-up footprint', '[2016-06-30,)', 1]]);
  });

  it('takes boards by codes of either form, and no other', async () => {
    const board = (code: string) => `icb,${code},A made-up board,a-made-up-board,2026-04-01,,inferred,`;
    expect(await bringIn('areas', [board('G9Z9Z')], { isDryRun: true })).toMatchObject({
      kind: 'checked',
      rowCount: 1,
    });
    expect(await bringIn('areas', [board('G9Z9')], { isDryRun: true })).toMatchObject({
      kind: 'refused',
      faults: [{ message: 'code: "G9Z9" is not the code of a icb' }],
    });
  });

  it('is refused where an address is taken', async () => {
    const outcome = await bringIn('areas', ['footprint,other,Another,sheffield,2016-06-30,,inferred,']);
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ line: 2, message: /^slug: / }] });
  });

  it('puts areas in others, and tells spanning from lying within', async () => {
    const within = 'footprint,test,stp,E54000016,within,2016-06-30,2022-07-01,inferred,';
    expect(await bringIn('area-links', [within])).toMatchObject({ kind: 'imported', differences: [{ kind: 'added' }] });
    const second = within.replace('E54000016', 'E54000017');
    expect(await bringIn('area-links', [second])).toMatchObject({ kind: 'refused', faults: [{ line: 2 }] });
    const both = [within, second].map((line) => line.replace('within', 'spans'));
    expect(await bringIn('area-links', both)).toMatchObject({ kind: 'imported' });
    const upwards = 'region,Y56,stp,E54000016,within,2016-06-30,2022-07-01,inferred,';
    expect(await bringIn('area-links', [upwards])).toMatchObject({
      kind: 'refused',
      faults: [{ message: 'parent_kind: a region does not lie in a stp' }],
    });
  });

  it('is refused under a header of another layout', async () => {
    const outcome = await bringIn('areas', [], { text: `${headers.memberships}\n` });
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ line: 1, message: /^the header must be kind,code/ }] });
  });
});
