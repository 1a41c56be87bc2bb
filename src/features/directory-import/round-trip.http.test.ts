import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { newId } from '../../platform/ids.ts';
import { type Difference, organisationTypes } from '../register/index.ts';
import { importPlaces } from './places/import-places.ts';
import type { PlaceLayoutId } from './places/place-layouts.ts';
import { downloadRows } from './read/download-rows.ts';
import { guessLayout } from './read/layouts.ts';
import { importFile } from './take-in/import-file.ts';

const kindOf = {
  organisations: 'organisations',
  successions: 'successors',
  footprints: 'areas',
  memberships: 'memberships',
} as const;

let service: TestService;
const before: Record<string, string> = {};
const lists = ['footprints', 'memberships', 'successions'] as const;
type List = (typeof lists)[number];
type Format = 'csv' | 'json';

/** The day of the downloads is that of the programme. */
const datedOn = () => service.context.pack.positionOn;

/** The whole list, as anybody may have it. */
async function download(list: List | 'organisations', format: Format): Promise<string> {
  const url = `/api/v1/${list}?format=${format}${format === 'json' ? '&limit=500' : ''}`;
  const { statusCode, body } = await service.app.inject({ method: 'GET', url });
  expect([url, statusCode]).toEqual([url, 200]);
  return body;
}

/** Who says it is whoever brought the file in; how areas lie in each other is a file of its own. */
const leftOut = /^(source_.*|region_codes|stp_codes|id|reason)$/;

function comparable(list: List, table: string): string[] {
  const [header = [], ...rows] = parse(table, { bom: true }) as string[][];
  const kept = header.flatMap((name, index) =>
    leftOut.test(name) || (list === 'successions' && ['standing', 'kind'].includes(name)) ? [] : [index],
  );
  return rows
    .filter((row) => list !== 'successions' || isOfOrganisations(header, row))
    .map((row) => kept.map((index) => row[index]).join('|'))
    .toSorted();
}

/** What the layout of successors has: closures and areas are told, and left out. */
function isOfOrganisations(header: readonly string[], row: readonly string[]): boolean {
  const cell = (name: string) => row[header.indexOf(name)] ?? '';
  return (
    cell('subject') === 'organisation' &&
    cell('successor_code') !== '' &&
    cell('successor_code') !== cell('predecessor_code')
  );
}

async function emptyRegister(): Promise<void> {
  await sql`truncate area, succession_event, directory_import cascade`.execute(service.owner);
}

async function bringIn(list: List, text: string): Promise<void> {
  const { database, register, pack } = service.context;
  const told = {
    importId: newId(),
    personId: null,
    onBehalfOf: 'a test',
    now: new Date(),
    register,
    datedOn: datedOn(),
  };
  const fileName = `${list}.txt`;
  if (list === 'successions') {
    const open = async function* () {
      yield Buffer.from(text);
    };
    const request = { ...told, fileName, layout: 'successors', open, isWanted: () => true } as const;
    const outcome = await importFile(database, organisationTypes(pack.organisationTypes), request);
    expect(outcome).toMatchObject({ kind: 'imported' });
    return;
  }
  const layouts: PlaceLayoutId[] = [list === 'footprints' ? 'areas' : 'memberships'];
  const source = { title: 'A download', publisher: 'This service', licence: 'As given there' };
  const outcome = await importPlaces(database, { ...told, fileName, text, layouts, source, isDryRun: false });
  expect(outcome.kind === 'refused' ? outcome.faults.slice(0, 8) : []).toEqual([]);
  expect(outcome).toMatchObject({ kind: 'imported' });
}

beforeAll(async () => {
  service = await startTestService('facts');
  for (const list of lists) {
    before[list] = await download(list, 'csv');
    before[`${list}.json`] = await download(list, 'json');
  }
});
afterAll(() => service.close());

it.each(['csv', 'json'] as const)(
  'what is downloaded as %s makes the same downloads where there was nothing of it',
  async (format) => {
    await emptyRegister();
    expect(comparable('footprints', await download('footprints', 'csv'))).toEqual([]);
    for (const list of lists) {
      await bringIn(list, before[format === 'csv' ? list : `${list}.json`] ?? '');
    }
    for (const list of lists) {
      const known = comparable(list, before[list] ?? '');
      expect(known.length).toBeGreaterThan(20);
      expect(comparable(list, await download(list, 'csv'))).toEqual(known);
    }
  },
);

describe('organisations', () => {
  const organisations: Record<string, string> = {};
  beforeAll(async () => {
    await service.close();
    service = await startTestService('facts');
    // As a file of the registry leaves them.
    await sql`update organisation_record set status = 'dormant', address = '1 High Street', phone = '+44 1902 307999' where code ~ '^R[A-T]'`.execute(
      service.database,
    );
    organisations.csv = (await service.app.inject({ url: paths.organisations({ format: 'csv' }) })).body;
    organisations.json = (await service.app.inject({ url: paths.organisations({ format: 'json' }) })).body;
  });

  /** What is said of each of itself: where it lies and how many patients it has are other facts. */
  const toldAgain = (table: string) => {
    const [header = [], ...rows] = parse(table, { bom: true }) as string[][];
    const kept = header.filter(
      (name) => !/^(source_.*|region_codes|stp_codes|registered_.*|valid_(from|to)|footprint_codes)$/.test(name),
    );
    return rows.map((row) => kept.map((name) => `${name}=${row[header.indexOf(name)]}`).join('|')).toSorted();
  };

  async function takeIn(text: string, isWanted = true, onDifference: (difference: Difference) => void = () => {}) {
    const { database, register, pack } = service.context;
    return importFile(database, organisationTypes(pack.organisationTypes), {
      importId: newId(),
      personId: null,
      onBehalfOf: 'a test',
      now: new Date(),
      register,
      datedOn: datedOn(),
      fileName: 'organisations.txt',
      layout: guessLayout('organisations.txt', Buffer.from(text)) ?? 'fhir',
      open: async function* () {
        yield Buffer.from(text);
      },
      isWanted: () => isWanted,
      onDifference,
    });
  }

  const rows = () => parse(organisations.csv ?? '', { bom: true, columns: true }) as Record<string, string>[];
  const rowOf = (code: string): Record<string, string> => rows().find((row) => row.code === code) ?? {};

  type Edit = Readonly<Record<string, string>>;

  /** Each edit made of another trust, in a file that is checked; by line, what becomes of it. */
  async function checkEdits(edits: readonly Edit[]): Promise<Map<number, string>> {
    const trusts = rows().filter(({ code, closed_on }) => /^R[A-T]/.test(code ?? '') && closed_on === '');
    const lines = edits.map((edit, index) => ({ ...trusts[index], ...edit }));
    expect(lines.length).toBeLessThan(trusts.length);
    const differences: Difference[] = [];
    const outcome = await takeIn(stringify(lines, { header: true }), false, (each) => void differences.push(each));
    if (outcome.kind === 'refused') {
      return new Map(outcome.faults.map(({ line }) => [line ?? 0, 'refused']));
    }
    const [note = ''] = outcome.kind === 'checked' ? outcome.notes : [];
    const told = edits.map((edit, index): [number, string] => {
      const kinds = differences.filter(({ row }) => row === index + 2).map(({ kind }) => kind);
      const isNamed = note.split(/[:., ]+/).includes(Object.keys(edit)[0] ?? '');
      return [index + 2, kinds.join() || (isNamed ? 'named' : 'silence')];
    });
    return new Map(told);
  }

  /** The edits with what becomes of them; those for which a whole file is refused are left out of the file that is checked then. */
  async function fatesOf(edits: readonly Edit[]): Promise<(readonly [edit: string, fate: string])[]> {
    const refused = await checkEdits(edits);
    const others = edits.filter((_, index) => refused.get(index + 2) !== 'refused');
    const fates = await checkEdits(others);
    return edits.map((edit) => [
      Object.entries(edit).flat().join('='),
      fates.get(others.indexOf(edit) + 2) ?? 'refused',
    ]);
  }

  it.each(['csv', 'json'] as const)('as %s change nothing where they came from', async (format) => {
    const all = await download('organisations', 'csv');
    expect(await takeIn(organisations[format] ?? '')).toMatchObject({ kind: 'imported', counts: {} });
    expect(await download('organisations', 'csv')).toEqual(all);
  });

  it('take in what somebody has filled in', async () => {
    const [row] = (parse(organisations.csv ?? '', { bom: true, columns: true }) as Record<string, string>[]).filter(
      ({ code }) => code === 'RXE',
    );
    expect(row).toMatchObject({ address: '', phone: '', status: '' });
    const filled = { ...row, address: '1 Long Road', phone: '+44 1709 000000', status: 'active' };
    const outcome = await takeIn(stringify([filled], { header: true }));
    expect(outcome).toMatchObject({ counts: { moved: 1, 'phone-changed': 1, 'status-changed': 1 } });
    const list = await download('organisations', 'csv');
    expect(list.split('\n').filter((line) => line.startsWith('RXE,'))[0]).toContain('1 Long Road');
  });

  it('tell of each cell that somebody has edited, whatever the column', async () => {
    const special: Edit = {
      type: 'council',
      type_standing: 'stated',
      standing: 'inferred',
      status: 'active',
      opened_on: '1999-02-03',
      closed_on: '2016-09-30',
      region_codes: 'Y99',
      code: 'RZZ',
    };
    const columns = Object.keys(rowOf('RL4'));
    expect(columns.length).toBeGreaterThan(25);
    const filled = columns.map((name) => ({ [name]: special[name] ?? 'Other words' }));
    const emptied = columns.filter((name) => rowOf('RL4')[name] !== '').map((name) => ({ [name]: '' }));
    const others = [{ type: 'ambulance-trust' }, { region_codes: 'Y54 Y55' }, { phone: '' }, { note: 'A remark' }];
    const fates = await fatesOf([...filled, ...emptied, ...others]);
    expect(fates.filter(([, fate]) => fate === 'silence')).toEqual([]);
    expect(fates).toEqual(
      expect.arrayContaining([
        ['note=A remark', 'note-changed'],
        ['standing=inferred', 'standing-changed'],
        ['type_standing=stated', 'standing-changed'],
        ['type=ambulance-trust', 'not-taken'],
        ['phone=', 'not-taken'],
        ['region_codes=Y54 Y55', 'not-taken'],
        ['valid_from=Other words', 'named'],
        ['name=', 'refused'],
      ]),
    );
  });

  it.each(['organisations', 'successions', 'footprints', 'memberships'] as const)(
    'name every member of the JSON of %s that is not taken in',
    async (list) => {
      const text = list === 'organisations' ? (organisations.json ?? '') : await download(list, 'json');
      const items: object[] = JSON.parse(text).items;
      const edited = JSON.stringify({ items: items.map((item) => ({ ...item, invented: 'Other words' })).slice(0, 9) });
      const read = downloadRows(kindOf[list], JSON.parse(edited));
      const unread = read.kind === 'table' ? read.columns : [];
      expect(unread).toContain('invented');
      expect(unread.length).toBeGreaterThan(Object.keys(kindOf).length);
      expect(unread).toEqual([...new Set(unread)]);
    },
  );

  it('take in a note and standings alone, once', async () => {
    const edited: Edit = { ...rowOf('00C'), note: 'A remark', standing: 'inferred', type_standing: 'inferred' };
    const text = stringify([edited], { header: true });
    expect(await takeIn(text)).toMatchObject({ counts: { 'standing-changed': 2, 'note-changed': 1 } });
    const list = async () => (await service.app.inject({ url: paths.organisations({ format: 'csv' }) })).body;
    const after = (parse(await list(), { bom: true, columns: true }) as Record<string, string>[]).find(
      ({ code }) => code === '00C',
    );
    expect(after).toMatchObject({ note: 'A remark', standing: 'inferred', type_standing: 'inferred' });
    expect(after).toMatchObject({ name: edited.name, closed_on: edited.closed_on, town: edited.town });
    expect(await takeIn(`${text}\n`)).toMatchObject({ kind: 'imported', counts: {} });
    const reopened = await takeIn(stringify([{ ...edited, closed_on: '' }], { header: true }), false);
    expect(reopened).toMatchObject({ counts: { 'not-taken': 1 } });
    const shouted = await takeIn(stringify([{ ...edited, name: edited.name?.toUpperCase() }], { header: true }), false);
    expect(shouted).toMatchObject({ counts: { 'not-taken': 1 } });
  });

  it.each(['csv', 'json'] as const)('as %s are the same where there were none', async (format) => {
    await sql`truncate organisation, directory_import cascade`.execute(service.owner);
    await sql`delete from source where source_id like 'import-%'`.execute(service.owner);
    expect(toldAgain(await download('organisations', 'csv'))).toEqual([]);
    expect(await takeIn(organisations[format] ?? '')).toMatchObject({ kind: 'imported' });
    const known = toldAgain(organisations.csv ?? '');
    expect(known).toHaveLength(602);
    expect(known.filter((line) => line.includes('code=RL4'))[0]).toContain('phone=');
    expect(toldAgain(await download('organisations', 'csv'))).toEqual(known);
  });

  it('of another programme are refused, and so is one that is made up', async () => {
    const [first] = JSON.parse(organisations.json ?? '{}').items;
    const refused = await takeIn(JSON.stringify({ items: [{ ...first, type: { id: 'hub' } }] }));
    expect(refused).toMatchObject({ faults: [{ reason: expect.stringContaining('no type of organisation “hub”') }] });
    const madeUp = await takeIn(JSON.stringify({ items: [{ ...first, standing: 'illustrative' }] }));
    expect(madeUp).toMatchObject({ faults: [{ reason: expect.stringContaining('item 1, standing: "illustrative"') }] });
  });
});
