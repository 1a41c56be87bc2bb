import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { aFreezeReturn } from '../assessment/testing/a-freeze-return.ts';
import { begunAssessment } from '../assessment/testing/begun-assessment.ts';
import { answerAtLevel, levelledInstrument } from '../scoring/testing/levelled-instrument.ts';
import {
  findLastDocument,
  findSigned,
  findSignedDigest,
  insertDocuments,
  insertSignatures,
  listPutToSign,
} from './document-repository.ts';
import { freezeReturn } from './freeze-return.ts';
import { answersIn, returnDigest, scoreIn } from './frozen-return.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await cloneDatabase('facts');
});
afterAll(() => store.close());

const instrument = levelledInstrument();
const frozenWith = (comment: string) =>
  freezeReturn(
    aFreezeReturn({ instrument, answers: [{ ...answerAtLevel('WL1', 2), comment, desired: null, revision: 1 }] }),
  );

it('keeps every document, and reads each as it was frozen', async () => {
  const { database } = store;
  const key = await begunAssessment(database);
  const [returned, signed] = [frozenWith('First'), frozenWith('Second')];
  const at = (hour: number) => new Date(Date.UTC(2015, 11, 3, hour));
  await insertDocuments(database, [
    { ...key, document: returned, frozenAt: at(9), frozenBy: null },
    { ...key, document: signed, frozenAt: at(10), frozenBy: null },
  ]);
  expect(await findLastDocument(database, key)).toEqual({ digest: returnDigest(signed), document: signed });
  expect(await findSignedDigest(database, key)).toBeNull();
  expect(await findSigned(database, key.assessmentId)).toBeNull();

  const person = { name: 'Carol Example', role: 'Chief executive' };
  const { declaration } = signed;
  await insertSignatures(database, [
    { ...key, digest: returnDigest(signed), personId: null, person, declaration, boardApprovedOn: null, at: at(11) },
  ]);
  expect(await findSignedDigest(database, key)).toBe(returnDigest(signed));
  const put = await listPutToSign(database, key);
  expect(put.map(({ signature }) => signature?.person ?? null)).toEqual([person, null]);
  const [last, first] = put.map(({ document }) => document);
  expect(first).toEqual(returned);
  expect(last === undefined ? null : answersIn(last)[0]?.comment).toBe('Second');
  expect(last === undefined ? null : scoreIn(last)).toEqual(scoreIn(signed));
});
