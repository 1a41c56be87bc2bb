import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { insertPerson } from '../../identity/index.ts';
import type { Instrument, ProgrammePack, Round } from '../../programme/index.ts';
import { findLastDocument } from '../../return-documents/document-repository.ts';
import { scoreIn } from '../../return-documents/frozen-return.ts';
import { givenAnswers } from '../../scoring/answers/saved-answer.ts';
import { scoreAssessment } from '../../scoring/score-assessment.ts';
import { storedScores } from '../../scoring/stored-score.ts';
import type { SectionFormAnswer } from '../answering/parse-section-form.ts';
import { saveSection } from '../answering/save-section.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { findAssessment } from '../assessment-repository.ts';
import { freezeWaiting } from '../documents/freeze-waiting.ts';
import { insertAssessments } from '../insert-assessments.ts';
import { listResults, listScoresOf, listSubmittedScores } from '../scoring/score-repository.ts';
import {
  actingAs,
  careSetting,
  completeForm,
  nextTrust,
  realInstrument,
  realPack,
  realRound,
  roundId,
} from '../testing/real-instrument.ts';
import { authoriseAssessment } from './authorise-assessment.ts';
import { requestAuthorisation } from './request-authorisation.ts';
import { returnToCoordinator } from './return-to-coordinator.ts';

const coordinator = actingAs('ben', ['coordinator']);
const executive = actingAs('carol', ['executive'], new Date('2015-12-10T09:00:00Z'));

let store: TestDatabase;
let instrument: Instrument;
let round: Round;
let pack: ProgrammePack;

beforeAll(async () => {
  store = await cloneDatabase('facts');
  instrument = await realInstrument();
  round = await realRound();
  pack = await realPack();
  for (const [personId, name] of Object.entries({ ben: 'Ben Example', carol: 'Carol Example' })) {
    const email = `${personId}@example.invalid`;
    await insertPerson(store.database, { personId, name, email, jobTitle: '', isPersona: false });
  }
});

afterAll(() => store.close());

describe('asking for authorisation', () => {
  test('is refused while a question is missing, and changes nothing', async () => {
    const trust = nextTrust();
    await answer(trust, completeForm(instrument).slice(1));
    expect(await request(trust)).toMatchObject({ kind: 'refused', code: 'complete' });
    expect(await stateOf(trust)).toBe('in-progress');
  });

  test('is refused before anything is answered', async () => {
    expect(await request(nextTrust())).toMatchObject({ kind: 'refused', code: 'complete' });
  });

  test('a comment alone is no answer', async () => {
    const trust = nextTrust();
    const [first, ...others] = completeForm(instrument);
    if (first === undefined) {
      throw new Error('The instrument has questions');
    }
    await answer(trust, [{ ...first, value: null, comment: 'Still asking' }, ...others]);
    expect(await request(trust)).toMatchObject({ kind: 'refused', code: 'complete' });
  });
});

describe('signing', () => {
  test('stores the scores that the pure function gives, and locks', async () => {
    const trust = nextTrust();
    const form = completeForm(instrument, 1);
    await answer(trust, form);
    await request(trust);
    expect(await sign(trust, executive)).toEqual({ kind: 'ok' });

    expect(await findAssessment(store.database, trust, roundId)).toMatchObject({
      state: 'submitted',
      submission: { personName: 'Carol Example', at: executive.at },
    });
    const score = scoreAssessment(instrument, careSetting, givenAnswers(form));
    const [result] = await listResults(store.database, trust, null);
    expect(result?.method).toBe(score.method);
    expect(byKey(result?.scores ?? [])).toEqual(byKey(storedScores(score)));

    const [listed] = await listScoresOf(store.database, roundId, [trust]);
    expect(listed).toEqual({
      organisationId: trust,
      assessmentId: result?.assessmentId,
      careSetting,
      illustrative: false,
      submittedAt: executive.at,
      sections: Object.fromEntries(score.sections.map((section) => [section.sectionId, section.score])),
      themes: Object.fromEntries(score.themes.map((theme) => [theme.themeId, theme.score])),
      overall: score.overall.score,
    });
    const { detail } = await store.database
      .selectFrom('audit_event')
      .select('detail')
      .where('chain', '=', `assessment:${result?.assessmentId}`)
      .where('action', '=', 'assessment.authorise')
      .executeTakeFirstOrThrow();
    const signed = Object.fromEntries(form.map(({ questionId, value }) => [questionId, value]));
    expect(detail).toMatchObject({ answers: signed });
    expect(await answer(trust, [{ ...completeForm(instrument)[0], revision: 1 } as SectionFormAnswer])).toMatchObject({
      kind: 'locked',
    });
  });

  test('is of the document that was frozen, by its digest, and both are kept as they are', async () => {
    const trust = await waiting();
    const digest = await waitingDigest(trust);
    expect(await sign(trust, executive)).toEqual({ kind: 'ok' });
    const assessment = await findAssessment(store.database, trust, roundId);
    const frozen = assessment === null ? null : await findLastDocument(store.database, assessment);
    const signature = await store.database
      .selectFrom('assessment_signature')
      .selectAll()
      .where('organisation_id', '=', trust)
      .executeTakeFirstOrThrow();
    expect(signature).toMatchObject({
      digest,
      person_id: 'carol',
      person_role: executive.role,
      declaration: instrument.declaration,
      signed_at: executive.at,
    });
    const [result] = await listResults(store.database, trust, null);
    expect(byKey(result?.scores ?? [])).toEqual(byKey(frozen === null ? [] : storedScores(scoreIn(frozen.document))));
    const { rows } = await sql<{ detail: unknown }>`
      select detail from audit_event where chain = ${`assessment:${assessment?.assessmentId}`}
      and action in ('assessment.request-authorisation', 'assessment.authorise')`.execute(store.database);
    expect(rows.map(({ detail }) => detail)).toMatchObject([{ digest }, { digest }]);
    for (const table of ['assessment_document', 'assessment_signature']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(store.owner)).rejects.toThrow();
    }
  });

  test('can be of what was asked for before documents were kept: it is frozen at the next start', async () => {
    const trust = nextTrust();
    const answers = givenAnswers(completeForm(instrument));
    const whole = {
      organisationId: trust,
      assessmentId: randomUUID(),
      careSetting,
      answers,
      answeredAt: coordinator.at,
    };
    const assessments = [{ ...whole, state: 'awaiting-authorisation' as const, submittedAt: null }];
    await store.database.transaction().execute(async (transaction) => {
      await insertAssessments(transaction, { roundId, instrument, assessments, origin: 'Test', at: coordinator.at });
    });
    expect(await freezeWaiting(store.database, { pack, newId: randomUUID })).toBe(1);
    expect(await sign(trust, executive)).toEqual({ kind: 'ok' });
  });

  test('is refused to a coordinator who is not an executive', async () => {
    const trust = await waiting();
    expect(await sign(trust, coordinator)).toMatchObject({ kind: 'refused', code: 'signer' });
    expect(await stateOf(trust)).toBe('awaiting-authorisation');
    expect(await listResults(store.database, trust, null)).toEqual([]);
  });

  test('is open to an executive who coordinates too', async () => {
    const trust = await waiting();
    expect(await sign(trust, { ...executive, roles: ['coordinator', 'executive'] })).toEqual({ kind: 'ok' });
  });

  test('needs the declaration', async () => {
    const trust = await waiting();
    expect(await sign(trust, executive, { declarationAccepted: false })).toMatchObject({ code: 'declaration' });
    expect(await stateOf(trust)).toBe('awaiting-authorisation');
  });

  test('is of what was read: not after a return and another request', async () => {
    const trust = await waiting();
    const read = await waitingDigest(trust);
    await returnToCoordinator(
      store.database,
      { organisationId: trust, roundId, careSetting, reason: 'Ask pharmacy' },
      executive,
    );
    await request(trust, { ...coordinator, at: new Date('2015-12-11T09:00:00Z') });
    expect(await sign(trust, executive, { digest: read })).toEqual({ kind: 'not-what-was-read' });
    expect(await stateOf(trust)).toBe('awaiting-authorisation');
  });

  test('is not possible twice', async () => {
    const trust = await waiting();
    const outcomes = await Promise.all([sign(trust, executive), sign(trust, executive)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['ok', 'refused']);
  });

  test('only submitted assessments are among the scores of the round', async () => {
    const trust = await waiting();
    const listed = await listSubmittedScores(store.database, roundId, null);
    expect(listed.map(({ organisationId }) => organisationId)).not.toContain(trust);
    expect(await listScoresOf(store.database, roundId, [])).toEqual([]);
  });
});

test('a return unlocks the answers and keeps its reason', async () => {
  const trust = await waiting();
  const back = { organisationId: trust, roundId, careSetting, reason: 'Ask pharmacy about MM1' };
  expect(await returnToCoordinator(store.database, back, executive)).toEqual({ kind: 'ok' });
  expect(await findAssessment(store.database, trust, roundId)).toMatchObject({
    state: 'in-progress',
    lastReturn: { personName: 'Carol Example', reason: 'Ask pharmacy about MM1', at: executive.at },
  });
  expect(await returnToCoordinator(store.database, back, executive)).toMatchObject({ code: 'not-from-this-state' });
});

test('nothing is saved, asked for or signed once the round is closed, though the page was made before', async () => {
  const [toSign, toAsk] = [await waiting(), nextTrust()];
  await answer(toAsk, completeForm(instrument));
  const step = { round_id: roundId, number: 1, kind: 'close', scope_kind: 'all', scope_id: '', reason: 'Enough' };
  const closedAt = new Date('2015-12-03T14:00:00Z');
  await store.database
    .insertInto('round_step')
    .values({ ...step, made_at: closedAt, made_by: 'carol' })
    .execute();
  expect(await sign(toSign, executive)).toMatchObject({ kind: 'refused', code: 'open-round' });
  expect(await request(toAsk)).toMatchObject({ kind: 'refused', code: 'open-round' });
  const [first] = completeForm(instrument, 0);
  expect(await answer(toAsk, first === undefined ? [] : [{ ...first, revision: 1 }])).toMatchObject({ kind: 'locked' });
  expect([await stateOf(toSign), await stateOf(toAsk)]).toEqual(['awaiting-authorisation', 'in-progress']);
});

async function waiting(): Promise<string> {
  const trust = nextTrust();
  await answer(trust, completeForm(instrument));
  await request(trust);
  return trust;
}

function answer(organisationId: string, answers: readonly SectionFormAnswer[]) {
  const opening = {
    organisationId,
    pack,
    round,
    isRoundOpen: true,
    instrument,
    digest: null,
    careSetting,
    illustrative: false,
    newId: randomUUID,
    isOneOfSeveral: false,
  };
  return saveSection(store.database, { ...opening, sectionId: 'all', answers }, coordinator);
}

function request(organisationId: string, by: AssessmentActing = coordinator) {
  return requestAuthorisation(
    store.database,
    {
      ...{ organisationId, roundId, careSetting, pack, round, instrument, isOneOfSeveral: false, newId: randomUUID },
      organisation: { code: organisationId, name: `Trust ${organisationId}`, typeId: 'acute-trust' },
      instrumentDigest: null,
    },
    by,
  );
}

async function sign(
  organisationId: string,
  by: AssessmentActing,
  { declarationAccepted = true, digest = '' }: { declarationAccepted?: boolean; digest?: string } = {},
) {
  const waits = digest === '' ? await waitingDigest(organisationId) : digest;
  const signature = {
    organisationId,
    roundId,
    careSetting,
    round,
    instrument,
    declarationAccepted,
    digest: waits,
    boardApprovedOn: null,
  };
  return authoriseAssessment(store.database, signature, by);
}

async function waitingDigest(organisationId: string): Promise<string> {
  const assessment = await findAssessment(store.database, organisationId, roundId);
  return assessment === null ? '' : ((await findLastDocument(store.database, assessment))?.digest ?? '');
}

async function stateOf(organisationId: string) {
  return (await findAssessment(store.database, organisationId, roundId))?.state;
}

function byKey<T extends { readonly level: string; readonly key: string }>(scores: readonly T[]): Record<string, T> {
  return Object.fromEntries(scores.map((score) => [`${score.level} ${score.key}`, score]));
}
