import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { newId } from '../../platform/ids.ts';
import { type Difference, organisationTypes } from '../register/index.ts';
import { importPlaces } from './places/import-places.ts';
import { importFile } from './take-in/import-file.ts';

/* Of lists that are downloaded, edited in one cell and sent back: what somebody has changed is taken, refused or named. Of organisations
   see round-trip.http.test.ts. */

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

type Row = Readonly<Record<string, string>>;

async function rowsOf(list: string): Promise<Row[]> {
  const { body } = await service.app.inject({ url: `/api/v1/${list}?format=csv` });
  return parse(body, { bom: true, columns: true }) as Row[];
}

const told = () => ({
  importId: newId(),
  personId: null,
  onBehalfOf: 'a test',
  now: new Date(),
  register: service.context.register,
  // After all that is known, so that nothing is passed over.
  datedOn: '2026-11-28',
});

/** Whether a note names the column among those that are not taken in, or says of the row that it was left out. */
const isNamed = (notes: readonly string[], column: string) =>
  notes.some((note) => note.includes('was left out') || note.split(/[:.,“” ]+/).includes(column));

async function fateOfPlace(layout: 'areas' | 'memberships', rows: readonly Row[], column: string): Promise<string> {
  const source = { title: 'A download', publisher: 'This service', licence: 'As given there' };
  const text = stringify([...rows], { header: true });
  const given = { ...told(), fileName: 'file.csv', text, layouts: [layout], source, isDryRun: true };
  const outcome = await importPlaces(service.database, given);
  if (outcome.kind !== 'checked') {
    return outcome.kind;
  }
  const { differences, passedOver, notes } = outcome;
  const isTold = differences.length + passedOver.length > 0;
  return isTold ? 'told' : isNamed(notes, column) ? 'named' : 'silence';
}

async function fateOfSuccession(rows: readonly Row[], column: string): Promise<string> {
  const differences: Difference[] = [];
  const outcome = await importFile(service.database, organisationTypes(service.context.pack.organisationTypes), {
    ...told(),
    fileName: 'successions.csv',
    layout: 'successors',
    open: async function* () {
      yield Buffer.from(stringify([...rows], { header: true }));
    },
    isWanted: () => false,
    onDifference: (each) => void differences.push(each),
  });
  if (outcome.kind !== 'checked') {
    return outcome.kind;
  }
  return differences.length > 0 ? 'told' : isNamed(outcome.notes, column) ? 'named' : 'silence';
}

const edits: Row = {
  subject: 'area',
  kind: 'region',
  code: 'zzz',
  footprint_code: 'zzz',
  organisation_code: 'ZZZ',
  predecessor_code: 'ZZZ',
  successor_code: 'ZZY',
  role: 'associate',
  effective_on: '2015-02-03',
  valid_from: '2016-04-05',
  valid_to: '2016-12-31',
  standing: 'official',
};

/** Every column with the cell of one row filled in otherwise, or emptied. */
async function fates(
  rows: readonly Row[],
  row: Row,
  fateOf: (rows: readonly Row[], column: string) => Promise<string>,
) {
  expect(await fateOf([row], 'no such column')).toBe('silence');
  const found: [string, string, string][] = [];
  for (const column of Object.keys(row)) {
    const filled = row[column] === edits[column] ? 'stated' : (edits[column] ?? 'Other words');
    found.push([column, await fateOf([{ ...row, [column]: filled }], column), rowWords(row, column)]);
    if (row[column] !== '') {
      found.push([`no ${column}`, await fateOf([{ ...row, [column]: '' }], column), rowWords(row, column)]);
    }
  }
  expect(rows.length).toBeGreaterThan(20);
  expect(found.filter(([, fate]) => fate === 'silence')).toEqual([]);
  return new Map(found.map(([column, fate]) => [column, fate]));
}

const rowWords = (row: Row, column: string) => row[column] ?? '';

it('tells of every cell of a footprint that somebody has edited', async () => {
  const rows = await rowsOf('footprints');
  const row = rows.find(({ code }) => code === 'don') ?? {};
  const fate = await fates(rows, row, (some, column) => fateOfPlace('areas', some, column));
  expect(fate.get('name')).toBe('told');
  expect(fate.get('standing')).toBe('told');
  expect(fate.get('note')).toBe('told');
  expect(fate.get('stp_codes')).toBe('named');
});

it('tells of every cell of a membership that somebody has edited', async () => {
  const rows = await rowsOf('memberships');
  const row = rows.find(({ footprint_code }) => footprint_code === 'don') ?? {};
  const fate = await fates(rows, row, (some, column) => fateOfPlace('memberships', some, column));
  expect(fate.get('listed_as')).toBe('told');
  expect(fate.get('standing')).toBe('told');
  expect(fate.get('note')).toBe('told');
  expect(fate.get('footprint_name')).toBe('named');
});

it('tells of every cell of a succession that somebody has edited', async () => {
  const rows = await rowsOf('successions');
  const row = rows.find((each) => each.subject === 'organisation' && each.successor_code !== '') ?? {};
  const fate = await fates(rows, row, fateOfSuccession);
  expect(fate.get('effective_on')).toBe('told');
  expect(fate.get('standing')).toBe('named');
});
