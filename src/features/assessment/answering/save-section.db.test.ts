import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settledOrWaiting } from '../../../../test/database/settled-or-waiting.ts';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { insertPerson } from '../../identity/index.ts';
import { getRound, instrumentOfRound, type Round, type RoundPlan } from '../../programme/index.ts';
import { beginRound } from '../../rounds/begin-round.ts';
import { holdForStep } from '../../rounds/index.ts';
import { type IsRoundUsed, type RoundStepOutcome, recordRoundStep } from '../../rounds/record-round-step.ts';
import type { RoundAction } from '../../rounds/round-rules.ts';
import type { AnswerValue } from '../../scoring/answers/answer.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { findAssessment, updateState } from '../assessment-repository.ts';
import { hasAssessmentsIn } from '../begun-repository.ts';
import { savedOf } from '../testing/pages.ts';
import { actingAs, careSetting, nextTrust, realPack, roundId } from '../testing/real-instrument.ts';
import { openAssessment } from './open-assessment.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { type SaveOutcome, saveSection } from './save-section.ts';

const asha = actingAs('asha', ['contributor']);
const ben = actingAs('ben', ['coordinator'], new Date('2015-12-03T15:00:00Z'));
const low: AnswerValue = { kind: 'option', optionId: '1-20' };
const high: AnswerValue = { kind: 'option', optionId: '81-100' };

const pack = await realPack();
const instrument = instrumentOfRound(pack, roundId);
const round = getRound(pack, roundId);
let store: TestDatabase;

beforeAll(async () => {
  store = await cloneDatabase('facts');
  for (const [personId, name] of Object.entries({ asha: 'Asha Example', ben: 'Ben Example' })) {
    const email = `${personId}@example.invalid`;
    await insertPerson(store.database, { personId, name, email, jobTitle: '', isPersona: false });
  }
});

afterAll(() => store.close());

test('the first save opens the assessment and keeps who answered what', async () => {
  const trust = nextTrust();
  expect(await save(trust, asha, [form('RA1', high, 0, 'Audited in May'), form('RA4', null, 0)])).toEqual({
    kind: 'saved',
    revisions: { RA1: 1 },
  });
  expect(await findAssessment(store.database, trust, roundId)).toMatchObject({ state: 'in-progress', careSetting });
  expect(await savedOf(store, trust)).toEqual([
    {
      questionId: 'RA1',
      value: high,
      comment: 'Audited in May',
      desired: null,
      revision: 1,
      savedBy: { personName: 'Asha Example', at: asha.at },
    },
  ]);
});

test('another text than the one that is kept opens nothing', async () => {
  const trust = nextTrust();
  const page = { isRoundOpen: true, isOneOfSeveral: false, sectionId: 'records', answers: [form('RA1', high, 0)] };
  const save = { ...opening(trust), digest: 'f'.repeat(64), ...page };
  expect(await saveSection(store.database, save, asha)).toEqual({
    kind: 'locked',
    reason: 'The questions are being changed just now. Open this page again in some minutes',
  });
  expect(await findAssessment(store.database, trust, roundId)).toBeNull();
});

test('a form sent back empty opens nothing', async () => {
  const trust = nextTrust();
  expect(await save(trust, asha, [form('RA1', null, 0)])).toEqual({ kind: 'saved', revisions: {} });
  expect(await findAssessment(store.database, trust, roundId)).toBeNull();
});

test('every revision stays in the history, and an unchanged answer makes none', async () => {
  const trust = nextTrust();
  await save(trust, asha, [form('RA1', low, 0), form('RA4', low, 0)]);
  await save(trust, ben, [form('RA1', high, 1), form('RA4', low, 1)]);
  await save(trust, ben, [form('RA1', { kind: 'not-applicable' }, 2)]);
  expect(await historyOf(trust)).toEqual([
    { question_id: 'RA1', revision: 1, option_id: '1-20', not_applicable: false, answered_by: 'asha' },
    { question_id: 'RA1', revision: 2, option_id: '81-100', not_applicable: false, answered_by: 'ben' },
    { question_id: 'RA1', revision: 3, option_id: null, not_applicable: true, answered_by: 'ben' },
    { question_id: 'RA4', revision: 1, option_id: '1-20', not_applicable: false, answered_by: 'asha' },
  ]);
});

test('elements that are met are kept with every revision, none of them too', async () => {
  const trust = nextTrust();
  const met: AnswerValue = { kind: 'elements', met: ['RA1-2-1', 'RA1-2-2'] };
  const none: AnswerValue = { kind: 'elements', met: [] };
  await save(trust, asha, [form('RA1', met, 0), form('RA4', none, 0)]);
  expect(await savedOf(store, trust)).toMatchObject([
    { questionId: 'RA1', value: met },
    { questionId: 'RA4', value: none },
  ]);
  expect(await save(trust, asha, [form('RA1', met, 1)])).toEqual({ kind: 'saved', revisions: { RA1: 1 } });
  expect(await save(trust, ben, [form('RA1', none, 0)])).toEqual({ kind: 'conflict', questionIds: ['RA1'] });
  await save(trust, ben, [form('RA1', none, 1), form('RA4', null, 1)]);
  await save(trust, ben, [form('RA1', high, 2)]);
  expect(await savedOf(store, trust)).toMatchObject([
    { questionId: 'RA1', value: high, revision: 3 },
    { questionId: 'RA4', value: null, revision: 2 },
  ]);
  const kept = await store.database
    .selectFrom('answer_history')
    .select(['question_id', 'elements_met'])
    .where('organisation_id', '=', trust)
    .orderBy('question_id')
    .orderBy('revision')
    .execute();
  expect(kept.map(({ question_id, elements_met }) => [question_id, elements_met])).toEqual([
    ['RA1', ['RA1-2-1', 'RA1-2-2']],
    ['RA1', []],
    ['RA1', null],
    ['RA4', []],
    ['RA4', null],
  ]);
});

test('what is desired is kept with every revision, also without an answer', async () => {
  const trust = nextTrust();
  const desiring = (desired: string, revision: number) => ({ ...form('RA1', null, revision), desired });
  await save(trust, asha, [desiring('81-100', 0)]);
  expect(await save(trust, ben, [desiring('61-80', 0)])).toEqual({ kind: 'conflict', questionIds: ['RA1'] });
  await save(trust, ben, [desiring('61-80', 1)]);
  expect(await savedOf(store, trust)).toMatchObject([{ value: null, desired: '61-80', revision: 2 }]);
  const kept = store.database.selectFrom('answer_history').select('desired_option').orderBy('revision');
  const own = await kept.where('organisation_id', '=', trust).execute();
  expect(own.map((row) => row.desired_option)).toEqual(['81-100', '61-80']);
});

test('another person’s newer answer is not replaced, and nothing else of the form is saved', async () => {
  const trust = nextTrust();
  await save(trust, asha, [form('RA1', low, 0)]);
  const outcome = await save(trust, ben, [form('RA1', high, 0), form('RA4', high, 0)]);
  expect(outcome).toEqual({ kind: 'conflict', questionIds: ['RA1'] });
  expect(await savedOf(store, trust)).toMatchObject([{ questionId: 'RA1', value: low, revision: 1 }]);
});

test('two people answering different questions of one page both succeed', async () => {
  const trust = nextTrust();
  await save(trust, asha, [form('RA1', low, 0), form('RA4', low, 0)]);
  await save(trust, asha, [form('RA1', high, 1), form('RA4', low, 1)]);
  // Ben's page was made before Asha's second save, and he touched RA4 only.
  expect(await save(trust, ben, [form('RA1', low, 1), form('RA4', high, 1)])).toEqual({
    kind: 'saved',
    revisions: { RA4: 2 },
  });
  expect(await savedOf(store, trust)).toMatchObject([
    { questionId: 'RA1', value: high, revision: 2 },
    { questionId: 'RA4', value: high, revision: 2 },
  ]);
});

test('of many saves of one question at once exactly one succeeds, and the others are told', async () => {
  const trust = nextTrust();
  const options = ['0', '1-20', '21-40', '41-60', '61-80', '81-100'];
  const outcomes = await Promise.all(
    options.map((optionId) => save(trust, asha, [form('RA1', { kind: 'option', optionId }, 0)])),
  );
  expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
  expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(options.length - 1);
  expect(await historyOf(trust)).toHaveLength(1);
});

test.each(['awaiting-authorisation', 'submitted'] as const)('answers are locked when it is %s', async (state) => {
  const trust = nextTrust();
  await save(trust, asha, [form('RA1', low, 0)]);
  const assessment = await findAssessment(store.database, trust, roundId);
  if (assessment === null) {
    throw new Error('The assessment is open');
  }
  await updateState(store.database, assessment, state);
  expect(await save(trust, ben, [form('RA1', high, 1)])).toMatchObject({ kind: 'locked' });
  expect(await savedOf(store, trust)).toMatchObject([{ value: low, revision: 1 }]);
});

describe('a first answer and a correction of its round at the same moment', () => {
  const plan = { opensOn: '2015-12-01', dueOn: '2015-12-31', baselineRound: null };

  test('leave the correction alone where that came first', async () => {
    const trust = nextTrust();
    const planned = await planRound('Corrected first', plan);
    const later = { ...plan, label: planned.label, instrument: instrument.id, opensOn: '2015-12-20' };
    let saving: Promise<SaveOutcome> | null = null;
    const outcome = await correct(planned, later, async (transaction) => {
      const isUsed = await hasAssessmentsIn(transaction, planned.id);
      saving = save(trust, asha, [form('RA1', high, 0)], planned);
      await settledOrWaiting(store.owner, saving);
      return isUsed;
    });
    expect(outcome).toEqual({ kind: 'ok' });
    expect(await saving).toEqual({ kind: 'locked', reason: 'The round has been changed since you opened this page' });
    expect(await findAssessment(store.database, trust, planned.id)).toBeNull();
  });

  test('leave the answer alone where that came first', async () => {
    const trust = nextTrust();
    const planned = await planRound('Answered first', plan);
    const correction = { ...plan, label: planned.label, instrument: instrument.id, opensOn: '2015-12-20' };
    const correcting = await store.database.transaction().execute(async (transaction) => {
      const held = await holdForStep(transaction, planned, asha.at);
      await openAssessment(transaction, { ...opening(trust), round: planned }, held, asha);
      const started = correct(planned, correction, hasAssessmentsIn);
      await settledOrWaiting(store.owner, started);
      return { started };
    });
    expect(await correcting.started).toMatchObject({ kind: 'refused', code: 'unused' });
    expect(await findAssessment(store.database, trust, planned.id)).not.toBeNull();
  });

  test('both go through where the round is only extended', async () => {
    const trust = nextTrust();
    const planned = await planRound('Extended meanwhile', plan);
    const everybody = { kind: 'all', id: '', name: '' } as const;
    const extension = { kind: 'extend', scope: everybody, dueOn: '2099-01-31', reason: 'Flooded' } as const;
    const extending = await store.database.transaction().execute(async (transaction) => {
      const held = await holdForStep(transaction, planned, asha.at);
      await openAssessment(transaction, { ...opening(trust), round: planned }, held, asha);
      const started = take(planned, extension, hasAssessmentsIn);
      await settledOrWaiting(store.owner, started);
      return { started };
    });
    expect(await extending.started).toEqual({ kind: 'ok' });
    expect(await save(trust, asha, [form('RA1', high, 0)], planned)).toMatchObject({ kind: 'saved' });
  });

  test('leave no answer where the round asks something else by now', async () => {
    const trust = nextTrust();
    const planned = await planRound('Asks something else', plan);
    const other = { ...plan, label: planned.label, instrument: 'another' };
    expect(await correct(planned, other, hasAssessmentsIn)).toEqual({ kind: 'ok' });
    expect(await save(trust, asha, [form('RA1', high, 0)], planned)).toMatchObject({ kind: 'locked' });
  });
});

test('what was done is in the audit trail, in order and chained', async () => {
  const trust = nextTrust();
  await save(trust, asha, [form('RA1', low, 0)]);
  await save(trust, ben, [form('RA1', high, 1)]);
  const assessment = await findAssessment(store.database, trust, roundId);
  const events = await store.database
    .selectFrom('audit_event')
    .select(['action', 'person_id', 'on_behalf_of', 'detail', 'hash', 'previous_hash'])
    .where('chain', '=', `assessment:${assessment?.assessmentId}`)
    .orderBy('sequence')
    .execute();
  expect(events.map(({ action, person_id, detail }) => [action, person_id, detail])).toMatchObject([
    ['assessment.open', 'asha', { organisationId: trust, roundId }],
    ['assessment.answer', 'asha', { section: 'records', revisions: { RA1: 1 } }],
    ['assessment.answer', 'ben', { section: 'records', revisions: { RA1: 2 } }],
  ]);
  expect(events.slice(1).map((event) => event.previous_hash)).toEqual(events.slice(0, -1).map((event) => event.hash));
});

function save(organisationId: string, by: AssessmentActing, answers: readonly SectionFormAnswer[], of = round) {
  const where = { ...opening(organisationId), round: of };
  return saveSection(
    store.database,
    { ...where, isRoundOpen: true, isOneOfSeveral: false, sectionId: 'records', answers },
    by,
  );
}

function opening(organisationId: string) {
  return { organisationId, pack, round, instrument, digest: null, careSetting, illustrative: false, newId: randomUUID };
}

/** A round of the same questions that was planned on screen. */
async function planRound(label: string, days: Pick<Round, 'opensOn' | 'dueOn'>): Promise<Round> {
  const plan = { ...days, label, instrument: instrument.id, baselineRound: null };
  const begun = await beginRound({ database: store.database, pack: { ...pack, rounds: [round] } }, plan, asha);
  return { ...round, ...plan, id: begun.kind === 'ok' ? begun.roundId : '', isPlannedHere: true };
}

function correct(of: Round, plan: RoundPlan, isRoundUsed: IsRoundUsed): Promise<RoundStepOutcome> {
  return take(of, { kind: 'correct', ...plan, reason: 'A slip' }, isRoundUsed);
}

function take(of: Round, action: RoundAction, isRoundUsed: IsRoundUsed): Promise<RoundStepOutcome> {
  const context = { database: store.database, pack: { ...pack, rounds: [round] }, isRoundUsed };
  return recordRoundStep(context, { round: of, after: 0, action }, ben);
}

function form(questionId: string, value: AnswerValue | null, revision: number, comment = ''): SectionFormAnswer {
  return { questionId, value, comment, desired: null, revision };
}

function historyOf(organisationId: string) {
  return store.database
    .selectFrom('answer_history')
    .select(['question_id', 'revision', 'option_id', 'not_applicable', 'answered_by'])
    .where('organisation_id', '=', organisationId)
    .orderBy('question_id')
    .orderBy('revision')
    .execute();
}
