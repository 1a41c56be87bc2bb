import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settledOrWaiting } from '../../../../test/database/settled-or-waiting.ts';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { insertPerson } from '../../identity/index.ts';
import { getRound, instrumentOfRound } from '../../programme/index.ts';
import { lockRound } from '../../rounds/round-repository.ts';
import { findAssessment, updateState } from '../assessment-repository.ts';
import { savedOf } from '../testing/pages.ts';
import { actingAs, careSetting, nextTrust, realPack, roundId } from '../testing/real-instrument.ts';
import { type SaveOutcome, saveSection } from './save-section.ts';

const asha = actingAs('asha', ['contributor']);

let store: TestDatabase;
beforeAll(async () => {
  store = await cloneDatabase('facts');
  const email = 'asha@example.invalid';
  await insertPerson(store.database, { personId: 'asha', name: 'Asha Example', email, jobTitle: '', isPersona: false });
});
afterAll(() => store.close());

async function save(organisationId: string, optionId: string, revision: number): Promise<SaveOutcome> {
  const pack = await realPack();
  const where = { organisationId, pack, round: getRound(pack, roundId), instrument: instrumentOfRound(pack, roundId) };
  const answer = {
    questionId: 'RA1',
    value: { kind: 'option' as const, optionId },
    comment: '',
    desired: null,
    revision,
  };
  return saveSection(
    store.database,
    {
      ...where,
      careSetting,
      digest: null,
      illustrative: false,
      newId: randomUUID,
      isRoundOpen: true,
      isOneOfSeveral: false,
      sectionId: 'records',
      answers: [answer],
    },
    asha,
  );
}

test('a save that waits for its round sees what became of the assessment meanwhile', async () => {
  const trust = nextTrust();
  await save(trust, '1-20', 0);
  const assessment = await findAssessment(store.database, trust, roundId);
  if (assessment === null) {
    throw new Error('The assessment is open');
  }
  const { saving } = await store.database.transaction().execute(async (transaction) => {
    await lockRound(transaction, roundId);
    const begun = save(trust, '81-100', 1);
    await settledOrWaiting(store.owner, begun);
    await updateState(transaction, assessment, 'awaiting-authorisation');
    return { saving: begun };
  });
  expect(await saving).toMatchObject({ kind: 'locked' });
  expect(await savedOf(store, trust)).toMatchObject([{ value: { optionId: '1-20' }, revision: 1 }]);
});
