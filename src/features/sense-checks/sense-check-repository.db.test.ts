import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { begunAssessment } from '../assessment/testing/begun-assessment.ts';
import { insertPerson } from '../identity/index.ts';
import { answer, fixtureInstrument } from '../scoring/testing/fixture-instrument.ts';
import { findSenseChecksAsked, insertSenseChecks, insertSenseNotes, listSenseNotes } from './sense-check-repository.ts';
import { senseChecks } from './sense-checks.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await cloneDatabase('facts');
});
afterAll(() => store.close());

const asked = {
  instrument: fixtureInstrument(),
  careSetting: 'acute',
  consistencyRules: [],
  before: null,
  similar: null,
  figures: [],
};

it('keeps what was asked when a signature was asked for, each time, and the last that was said to it', async () => {
  const { database } = store;
  const key = await begunAssessment(database);
  expect(await findSenseChecksAsked(database, key)).toBeNull();
  const checks = senseChecks({ ...asked, answers: [answer('SA3', 'not-applicable')] });
  expect(checks).toHaveLength(1);
  const at = (day: number) => new Date(Date.UTC(2015, 11, day));
  await insertSenseChecks(database, key, at(3), checks);
  expect(await findSenseChecksAsked(database, key)).toEqual(checks);
  await insertSenseChecks(database, key, at(4), []);
  expect(await findSenseChecksAsked(database, key)).toEqual([]);

  const person = { personId: 'ben', name: 'Ben Example', email: 'ben@example.nhs.uk', jobTitle: '', isPersona: false };
  await insertPerson(database, person);
  const name = checks[0]?.key ?? '';
  for (const [index, note] of ['We have no such ward', ''].entries()) {
    const by = { personId: person.personId, at: at(5 + index) };
    await insertSenseNotes(database, key, [{ key: name, revision: index + 1, note }], by);
  }
  const noted = { personName: 'Ben Example', at: at(6) };
  expect(await listSenseNotes(database, key)).toEqual(new Map([[name, { key: name, revision: 2, note: '', noted }]]));
});
