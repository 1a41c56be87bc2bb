import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settledOrWaiting } from '../../../../test/database/settled-or-waiting.ts';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import { insertPerson } from '../../identity/index.ts';
import { getRound, instrumentOfRound } from '../../programme/index.ts';
import { elementsUpTo } from '../../scoring/testing/levelled-instrument.ts';
import { listSavedAnswers } from '../answering/answer-repository.ts';
import type { SectionFormAnswer } from '../answering/parse-section-form.ts';
import { saveSection } from '../answering/save-section.ts';
import { findAssessment } from '../assessment-repository.ts';
import { insertAssessments } from '../insert-assessments.ts';
import { chooseSettings } from '../settings/record-settings.ts';
import { answerApart } from '../settings/take-section-apart.ts';
import { actingAs, nextTrust, roundId } from '../testing/real-instrument.ts';
import { groupPack } from '../testing/settings-pack.ts';
import { agreeToSharing } from './agree-to-sharing.ts';
import { endSharing } from './end-sharing.ts';
import { listSharingsAsked } from './list-sharings-asked.ts';
import { proposeSharing } from './propose-sharing.ts';
import { readWhetherBegun } from './read-whether-begun.ts';
import {
  findSharing,
  insertSharing,
  listAgreedSharings,
  listSharings,
  updateAgreed,
  updateEnded,
} from './sharing-repository.ts';

const pack = await groupPack();
const round = getRound(pack, roundId);
const instrument = instrumentOfRound(pack, roundId);
const ben = actingAs('ben', ['coordinator']);
const carol = actingAs('carol', ['coordinator'], new Date('2015-12-03T15:00:00Z'));

let store: TestDatabase;

beforeAll(async () => {
  store = await cloneDatabase('facts');
  for (const [personId, name] of Object.entries({ ben: 'Ben Example', carol: 'Carol Example' })) {
    const email = `${personId}@example.invalid`;
    await insertPerson(store.database, { personId, name, email, jobTitle: '', isPersona: false });
  }
});

afterAll(() => store.close());

function propose(takerId: string, giverId: string, sectionIds = ['leadership'], actingFor = takerId) {
  const sharingId = randomUUID();
  const wanted = { pack, round, sharingId, takerId, giverId, sectionIds, actingFor, other: null };
  return proposeSharing(store.database, wanted, ben).then(({ kind }) => ({ kind, sharingId }));
}

const agree = (sharingId: string, actingFor: string) =>
  agreeToSharing(store.database, { pack, round, sharingId, actingFor }, carol);

const end = (sharingId: string, actingFor: string) =>
  endSharing(
    store.database,
    { pack, round, sharingId, actingFor, illustrative: false, newId: randomUUID, reason: 'We part.' },
    ben,
  );

const answerTo = (questionId: string, level: number) => ({
  questionId,
  value: { kind: 'elements' as const, met: elementsUpTo(questionId, level) },
  comment: '',
});

/** An assessment with these levels, by question. */
async function begin(organisationId: string, levels: Readonly<Record<string, number>>): Promise<void> {
  const answers = Object.entries(levels).map(([questionId, level]) => answerTo(questionId, level));
  const of = { organisationId, assessmentId: randomUUID(), careSetting: 'acute', state: 'in-progress' as const };
  const assessments = [{ ...of, answers, answeredAt: ben.at, submittedAt: null }];
  await store.database
    .transaction()
    .execute((transaction) =>
      insertAssessments(transaction, { roundId, instrument, assessments, origin: 'A test', at: ben.at }),
    );
}

function save(organisationId: string, questionId: string, level: number, revision: number) {
  return saveAnswer(organisationId, { ...answerTo(questionId, level), desired: null, revision });
}

function saveAnswer(organisationId: string, answer: SectionFormAnswer) {
  const where = { organisationId, pack, round, instrument, digest: null, careSetting: 'acute', newId: randomUUID };
  const page = { illustrative: false, isRoundOpen: true, isOneOfSeveral: false, sectionId: 'leadership' };
  return saveSection(store.database, { ...where, ...page, answers: [answer] }, ben);
}

async function storedIn(organisationId: string) {
  const assessment = await findAssessment(store.database, organisationId, roundId, 'acute');
  return assessment === null ? null : listSavedAnswers(store.database, assessment);
}

describe('what two organisations share', () => {
  test('is kept with who said so, and for whom', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    const { sharingId } = await propose(taker, giver);
    expect(await listAgreedSharings(store.database, roundId, [taker])).toEqual([]);
    expect(await agree(sharingId, giver)).toEqual({ kind: 'ok' });
    expect(await findSharing(store.database, sharingId)).toMatchObject({
      takerId: taker,
      giverId: giver,
      sectionIds: ['leadership'],
      proposedFor: taker,
      proposed: { personName: 'Ben Example', at: ben.at },
      agreed: { personName: 'Carol Example', at: carol.at },
      ended: null,
    });
    expect(await listAgreedSharings(store.database, roundId, [taker, giver])).toEqual([
      { takerId: taker, giverId: giver, sectionIds: ['leadership'] },
    ]);
    await end(sharingId, giver);
    const [ended] = await listSharings(store.database, roundId, [giver]);
    expect(ended?.ended).toMatchObject({ personName: 'Ben Example', endedFor: giver, reason: 'We part.' });
    expect(await listAgreedSharings(store.database, roundId, [taker])).toEqual([]);
  });

  test('is one thing at a time, whoever proposes at once', async () => {
    const [one, other, third] = [nextTrust(), nextTrust(), nextTrust()];
    const outcomes = await Promise.all([propose(one, other), propose(other, one), propose(one, third)]);
    expect(outcomes.filter(({ kind }) => kind === 'proposed')).toHaveLength(1);
  });

  test('is said once where a form is sent twice', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    const { sharingId } = await propose(taker, giver);
    expect(await propose(taker, giver)).toMatchObject({ kind: 'proposed' });
    expect(await listSharings(store.database, roundId, [taker])).toHaveLength(1);
    await agree(sharingId, giver);
    expect(await agree(sharingId, giver)).toEqual({ kind: 'ok' });
    expect(await propose(taker, giver)).toMatchObject({ kind: 'agreed' });
    await end(sharingId, giver);
    expect(await end(sharingId, giver)).toEqual({ kind: 'ok' });
    expect(await end(sharingId, taker)).toMatchObject({ kind: 'refused', reason: 'This was ended meanwhile' });
  });

  test('cannot be stored twice for who takes, nor between one and itself', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    await propose(taker, giver);
    const sharing = { roundId, takerId: taker, sectionIds: ['leadership'], proposedFor: taker };
    const insert = (giverId: string) =>
      insertSharing(store.database, { ...sharing, giverId, sharingId: randomUUID() }, ben);
    await expect(insert(nextTrust())).rejects.toThrow('answer_sharing_in_force');
    await expect(insert(taker)).rejects.toThrow('answer_sharing');
  });

  test('is not agreed to once the two are asked otherwise than when it was proposed', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    const { sharingId } = await propose(taker, giver, ['people']);
    const choice = { pack, round, proposed: null, illustrative: false, newId: randomUUID, reason: 'We run these.' };
    await chooseSettings(store.database, { ...choice, organisationId: giver, settings: ['ambulance'] }, ben);
    expect(await agree(sharingId, giver)).toMatchObject({ kind: 'refused', code: 'alike' });
  });

  test('is not agreed to where the giver leaves out the care setting at that moment', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    const { sharingId } = await propose(taker, giver, ['people']);
    const choice = { pack, round, proposed: null, illustrative: false, newId: randomUUID, reason: 'We run these.' };
    const { chosen, agreed } = await store.database.transaction().execute(async (transaction) => {
      // Keeps the choice, which has found nobody who takes anything, from coming to its end.
      const chain = `care-settings:${giver}`;
      await appendAuditEvent(transaction, { chain, action: 'care-settings.choose', ...carol, detail: {} });
      const choosing = chooseSettings(
        store.database,
        { ...choice, organisationId: giver, settings: ['ambulance'] },
        ben,
      );
      await settledOrWaiting(store.owner, choosing);
      const agreeing = agree(sharingId, giver);
      await settledOrWaiting(store.owner, agreeing, 2);
      return { chosen: choosing, agreed: agreeing };
    });
    expect(await chosen).toEqual({ kind: 'ok' });
    expect(await agreed).toMatchObject({ kind: 'refused', code: 'alike' });
  });

  test('is something begun in the round, from when it is agreed until it is ended', async () => {
    const others = { ...round, id: 'another-round' };
    const [taker, giver, sharingId] = [nextTrust(), nextTrust(), randomUUID()];
    const sharing = { roundId: others.id, sharingId, takerId: taker, giverId: giver, sectionIds: ['leadership'] };
    await insertSharing(store.database, { ...sharing, proposedFor: taker }, ben);
    expect(await readWhetherBegun(store.database, others.id)).toBe(false);
    await updateAgreed(store.database, sharing, carol);
    expect(await readWhetherBegun(store.database, others.id)).toBe(true);
    await updateEnded(store.database, sharing, { endedFor: giver, reason: 'We part.' }, ben);
    expect(await readWhetherBegun(store.database, others.id)).toBe(false);
  });

  test('is asked of an organisation for as long as there is one', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    const { sharingId } = await propose(taker, giver);
    const askedOn = (day: string) => listSharingsAsked(store.database, pack, round, [giver], day);
    expect(await askedOn('2016-06-30')).toMatchObject([{ sharingId, organisationId: giver }]);
    await sql`
      update organisation_record set valid = daterange(lower(valid), '2016-09-01')
      where organisation_id = ${giver} and valid @> '2016-06-30'::date`.execute(store.database);
    await sql`
      delete from organisation_record where organisation_id = ${giver} and lower(valid) >= '2016-09-01'`.execute(
      store.database,
    );
    expect(await askedOn('2016-06-30')).toHaveLength(1);
    expect(await askedOn('2016-10-01')).toEqual([]);
  });

  test('is not proposed in what a group may not share', async () => {
    expect(await propose(nextTrust(), nextTrust(), ['leadership', 'technology'])).toMatchObject({ kind: 'not-alike' });
  });
});

test('a section that the taker answers apart begins with what the giver says, and with its own of before where that says nothing', async () => {
  const [taker, giver] = [nextTrust(), nextTrust()];
  await begin(taker, { WL1: 2, WL2: 2 });
  await begin(giver, { WL1: 4 });
  const { sharingId } = await propose(taker, giver);
  await agree(sharingId, giver);
  const where = { organisationId: taker, roundId, pack, round, instrument, digest: null, careSetting: 'acute' };
  const wanted = {
    isOneOfSeveral: false,
    illustrative: false,
    newId: randomUUID,
    sectionId: 'leadership',
    isApart: true,
  };
  expect(await answerApart(store.database, { ...where, ...wanted }, ben)).toEqual({ kind: 'ok' });
  const stored = await storedIn(taker);
  expect(stored?.map(({ questionId, value }) => ({ questionId, value }))).toEqual(
    expect.arrayContaining([
      { questionId: 'WL1', value: answerTo('WL1', 4).value },
      { questionId: 'WL2', value: answerTo('WL2', 2).value },
    ]),
  );
});

describe('once it is ended', () => {
  test('the taker has what was answered by then, and its own of before where nothing was', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    await begin(taker, { WL1: 2, WL2: 2 });
    await begin(giver, { WL1: 4 });
    const { sharingId } = await propose(taker, giver);
    await agree(sharingId, giver);
    expect(await save(taker, 'WL1', 3, 1)).toMatchObject({ kind: 'locked' });
    await end(sharingId, taker);
    const stored = await storedIn(taker);
    const metOf = (questionId: string) => stored?.find((each) => each.questionId === questionId)?.value;
    expect(metOf('WL1')).toEqual(answerTo('WL1', 4).value);
    expect(metOf('WL2')).toEqual(answerTo('WL2', 2).value);
    expect(await save(giver, 'WL1', 5, 1)).toMatchObject({ kind: 'saved' });
    expect(await storedIn(taker)).toEqual(stored);
  });

  test('the taker has what was said beside no answer too, where it had said nothing itself', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    await begin(taker, { WL2: 2 });
    await begin(giver, {});
    for (const questionId of ['WL1', 'WL2']) {
      await saveAnswer(giver, { questionId, value: null, comment: 'To be asked', desired: '4', revision: 0 });
    }
    const { sharingId } = await propose(taker, giver);
    await agree(sharingId, giver);
    await end(sharingId, giver);
    const stored = await storedIn(taker);
    const of = (questionId: string) => stored?.find((each) => each.questionId === questionId);
    expect(of('WL1')).toMatchObject({ value: null, comment: 'To be asked', desired: '4' });
    expect(of('WL2')).toMatchObject({ value: answerTo('WL2', 2).value, desired: null });
  });

  test('it is so once, whichever of the two ends it first', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    const { sharingId } = await propose(taker, giver);
    const { ends } = await store.database.transaction().execute(async (transaction) => {
      await sql`select from answer_sharing where sharing_id = ${sharingId} for update`.execute(transaction);
      const started = [end(sharingId, taker), end(sharingId, giver)];
      await settledOrWaiting(store.owner, Promise.all(started), 2);
      return { ends: started };
    });
    expect((await Promise.all(ends)).map(({ kind }) => kind).sort()).toEqual(['ok', 'refused']);
  });

  test('nothing was begun for a taker whose giver has answered nothing', async () => {
    const [taker, giver] = [nextTrust(), nextTrust()];
    const { sharingId } = await propose(taker, giver);
    await agree(sharingId, giver);
    await end(sharingId, giver);
    expect(await storedIn(taker)).toBeNull();
  });
});
