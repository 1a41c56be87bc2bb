import { setImmediate } from 'node:timers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { newId } from '../../../platform/ids.ts';
import { programmeFolder } from '../../../project-folder.ts';
import { readProgrammePack } from '../../programme/index.ts';
import { organisationTypes } from '../../register/records/type-rules.ts';
import { practiceRow } from '../read/testing/files.ts';
import { importFile } from './import-file.ts';

const types = organisationTypes((await readProgrammePack(programmeFolder)).organisationTypes);

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
});
afterAll(() => clone.close());

const counts = () =>
  sql`select (select count(*) from organisation_record) as records, (select count(*) from source) as sources,
    (select count(*) from directory_import) as imports, (select count(*) from audit_event) as events`
    .execute(clone.database)
    .then(({ rows }) => rows);

function bringIn(open: () => AsyncIterable<Uint8Array>) {
  return importFile(clone.database, types, {
    fileName: 'practices.csv',
    layout: 'ods-practices',
    datedOn: '2016-02-29',
    open,
    importId: newId(),
    personId: null,
    onBehalfOf: 'a test',
    now: new Date('2026-01-01'),
    register: { positionOn: '2016-10-31', listeners: [], recordListeners: [] },
    isWanted: () => true,
  });
}

it('takes back what was written before a file turned hostile, and works on', async () => {
  const before = await counts();
  const encoder = new TextEncoder();
  const sound = Array.from({ length: 3000 }, (_, index) => `${practiceRow({ 1: `A${String(10_000 + index)}` })}\n`);
  const outcome = await bringIn(async function* () {
    yield encoder.encode(sound.join(''));
    yield encoder.encode(`"${'""'.repeat(500_000)}`);
  });
  const reason = expect.stringContaining('the row runs on for more than 100,000 bytes');
  expect(outcome).toMatchObject({ kind: 'refused', total: 1, faults: [{ line: 3001, reason }] });
  expect(await counts()).toEqual(before);
  const again = await bringIn(async function* () {
    yield encoder.encode(sound.slice(0, 10).join(''));
  });
  expect(again).toMatchObject({ kind: 'imported', rowCount: 10, counts: { added: 10 } });
});

it('lets others have their turn between the pieces of a file, also while its digest is formed', async () => {
  let turns = 0;
  let isStopped = false;
  const count = () => {
    turns += 1;
    if (!isStopped) {
      setImmediate(count);
    }
  };
  setImmediate(count);
  const seen: number[] = [];
  await bringIn(async function* () {
    for (let piece = 0; piece < 100; piece += 1) {
      seen.push(turns);
      yield new Uint8Array(1000).fill(65);
    }
  });
  isStopped = true;
  const forDigest = seen.slice(0, 100);
  expect(new Set(forDigest).size).toBe(100);
});
