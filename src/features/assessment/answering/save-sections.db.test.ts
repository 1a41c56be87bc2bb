import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { insertPerson } from '../../identity/index.ts';
import { getRound, instrumentOfRound } from '../../programme/index.ts';
import type { AnswerValue } from '../../scoring/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { findAssessment, updateState } from '../assessment-repository.ts';
import { savedOf } from '../testing/pages.ts';
import { actingAs, careSetting, nextTrust, realPack, roundId } from '../testing/real-instrument.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { saveSection } from './save-section.ts';
import { readArrived, saveSections } from './save-sections.ts';

const asha = actingAs('asha', ['contributor']);
const ben = actingAs('ben', ['coordinator']);
const low: AnswerValue = { kind: 'option', optionId: '1-20' };
const high: AnswerValue = { kind: 'option', optionId: '81-100' };

const pack = await realPack();
const opening = {
  pack,
  round: getRound(pack, roundId),
  instrument: instrumentOfRound(pack, roundId),
  digest: null,
  careSetting,
  illustrative: false,
  newId: randomUUID,
};
let store: TestDatabase;

beforeAll(async () => {
  store = await cloneDatabase('facts');
  for (const personId of ['asha', 'ben']) {
    const email = `${personId}@example.invalid`;
    await insertPerson(store.database, { personId, name: personId, email, jobTitle: '', isPersona: false });
  }
});

afterAll(() => store.close());

function form(questionId: string, value: AnswerValue | null, revision: number): SectionFormAnswer {
  return { questionId, value, comment: '', desired: null, revision };
}

describe('answers to several sections', () => {
  const section = (sectionId: string, ...answers: SectionFormAnswer[]) => ({ sectionId, answers });
  const saveAll = (organisationId: string, by: AssessmentActing, sections: ReturnType<typeof section>[]) => {
    const page = { isRoundOpen: true, isOneOfSeveral: false, source: 'workbook' as const };
    return saveSections(store.database, { ...opening, organisationId, ...page, sections }, by);
  };
  const agree: AnswerValue = { kind: 'option', optionId: 'mostly-agree' };

  test('are saved together, and the trail says in which sections, and from where they came', async () => {
    const trust = nextTrust();
    const sections = [section('records', form('RA1', high, 0)), section('strategic-alignment', form('SA1', agree, 0))];
    expect(await saveAll(trust, asha, sections)).toEqual({ kind: 'saved', revisions: { RA1: 1, SA1: 1 } });
    const assessment = await findAssessment(store.database, trust, roundId);
    const events = await store.database
      .selectFrom('audit_event')
      .select('detail')
      .where('chain', '=', `assessment:${assessment?.assessmentId}`)
      .where('action', '=', 'assessment.answer')
      .orderBy('sequence')
      .execute();
    expect(events.map(({ detail }) => detail)).toEqual([
      { section: 'records', revisions: { RA1: 1 }, source: 'workbook' },
      { section: 'strategic-alignment', revisions: { SA1: 1 }, source: 'workbook' },
    ]);
  });

  test('are all left as they stand where one was changed meanwhile', async () => {
    const trust = nextTrust();
    await saveAll(trust, ben, [section('records', form('RA1', low, 0))]);
    const sections = [section('strategic-alignment', form('SA1', agree, 0)), section('records', form('RA1', high, 0))];
    expect(await saveAll(trust, asha, sections)).toEqual({ kind: 'conflict', questionIds: ['RA1'] });
    expect(await savedOf(store, trust)).toMatchObject([{ questionId: 'RA1', value: low }]);
  });

  test('that two people save at once are one save and one conflict', async () => {
    const trust = nextTrust();
    const outcomes = await Promise.all([
      saveAll(trust, asha, [
        section('records', form('RA1', low, 0)),
        section('strategic-alignment', form('SA1', agree, 0)),
      ]),
      saveAll(trust, ben, [
        section('strategic-alignment', form('SA1', agree, 0)),
        section('records', form('RA1', high, 0)),
      ]),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'saved']);
  });
});

test('an answer that is sent again because nothing came back is known, and changes nothing', async () => {
  const trust = nextTrust();
  const save = (by: AssessmentActing, value: AnswerValue, revision: number) => {
    const page = { isRoundOpen: true, isOneOfSeveral: false, mayHaveArrived: true, sectionId: 'records' };
    const answers = [form('RA1', value, revision)];
    return saveSection(store.database, { ...opening, organisationId: trust, ...page, answers }, by);
  };
  const again = (by: AssessmentActing) => save(by, low, 0);
  await again(asha);
  expect(await again(asha)).toEqual({ kind: 'saved', revisions: { RA1: 1 } });
  await save(ben, high, 1);
  expect(await again(asha)).toEqual({ kind: 'saved', revisions: { RA1: 1 } });
  expect(await again(ben)).toEqual({ kind: 'conflict', questionIds: ['RA1'] });
  expect(await savedOf(store, trust)).toMatchObject([{ value: high, revision: 2 }]);

  const assessment = await findAssessment(store.database, trust, roundId);
  if (assessment === null) {
    throw new Error('The assessment is open');
  }
  await updateState(store.database, assessment, 'submitted');
  expect(await again(asha)).toMatchObject({ kind: 'locked' });
  const arrived = (value: AnswerValue, by: string) =>
    readArrived(store.database, assessment, [form('RA1', value, 0)], by);
  expect(await arrived(low, 'asha')).toEqual({ RA1: 1 });
  expect(await arrived(low, 'ben')).toBeNull();
  expect(await arrived(high, 'ben')).toEqual({ RA1: 2 });
});
