import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { elementsUpTo } from '../../scoring/testing/levelled-instrument.ts';
import { listSavedAnswers } from '../answering/answer-repository.ts';
import { findAssessment } from '../assessment-repository.ts';
import { startServiceWith } from '../testing/levelled-service.ts';
import { nextTrust, roundId } from '../testing/real-instrument.ts';
import { settingsPack } from '../testing/settings-pack.ts';

const acute = 'Acute and specialist hospitals';
const community = 'Community health services';

let service: TestService;

beforeAll(async () => {
  service = await startServiceWith('facts', await settingsPack());
});

afterAll(() => service.close());

const list = (trust: string, setting: string | null = null) => paths.assessment(trust, roundId, setting);
const section = (trust: string, id: string, setting: string | null = null) =>
  paths.assessmentSection(trust, roundId, id, setting);

/** A new trust, with somebody who coordinates its assessment. */
async function trustWithCoordinator(at = service) {
  const trust = nextTrust();
  const cora = await signInAs(at, [{ role: 'coordinator', scopeId: trust }], { name: 'Cora Example' });
  return { trust, cora };
}

async function choose(visitor: Visitor, trust: string, settings: readonly string[]) {
  return visitor.submit(paths.careSettings(trust, roundId), { settings, reason: 'We run the clinics since April.' });
}

/** The same, with community services beside its hospitals. */
async function trustOfTwo(at = service) {
  const { trust, cora } = await trustWithCoordinator(at);
  expect((await choose(cora, trust, ['acute', 'community'])).statusCode).toBe(303);
  return { trust, cora };
}

/** Ticks the elements of a question up to a level, the first time that it is answered in this place. */
async function answer(visitor: Visitor, address: string, questionId: string, level: number, revision = 0) {
  return visitor.submit(address, {
    [`answer-${questionId}`]: level === 1 ? 'none' : elementsUpTo(questionId, level),
    [`revision-${questionId}`]: String(revision),
  });
}

async function answerOnce(visitor: Visitor, trust: string, level = 3): Promise<void> {
  await answer(visitor, section(trust, 'leadership'), 'WL1', level);
  await answer(visitor, section(trust, 'leadership'), 'WL2', level);
}

async function howFar(visitor: Visitor, trust: string): Promise<string> {
  return (await visitor.read(list(trust))).section('Care settings').text;
}

async function sign(trust: string, cora: Visitor, setting: string, at = service): Promise<void> {
  expect((await cora.submit(paths.assessmentRequest(trust, roundId, setting), {})).statusCode).toBe(303);
  const eve = await signInAs(at, [{ role: 'executive', scopeId: trust }], { name: 'Eve Example' });
  const address = paths.assessmentAuthorise(trust, roundId, setting);
  const fields = { declaration: 'accepted', digest: (await eve.read(address)).hidden('digest') };
  expect((await eve.submit(address, fields)).statusCode).toBe(303);
}

async function storedIn(trust: string, setting: string) {
  const assessment = await findAssessment(service.database, trust, roundId, setting);
  return assessment === null ? [] : listSavedAnswers(service.database, assessment);
}

describe('the care settings of an organisation', () => {
  test('are what follows from its type, until somebody says otherwise', async () => {
    const { trust, cora } = await trustWithCoordinator();
    const before = await cora.read(list(trust));
    expect(before.fact('Questions for').text).toBe(`${acute} Change the care settings`);
    const form = await cora.read(paths.careSettings(trust, roundId));
    expect(form.chosen).toEqual([acute]);
    expect(form.text).not.toContain('The last deadline of this round');

    expect((await choose(cora, trust, ['acute', 'community'])).headers.location).toBe(list(trust));
    const page = await cora.read(list(trust));
    expect(page.told).toContain('The care settings are changed');
    expect(page.task(acute)).toBe('Nothing answered yet');
    expect(page.task(community)).toBe('Nothing answered yet');
    expect(page.section('Care settings').text).toContain(`${community} 0 of 3 questions answered`);
    expect(page.task('1. Part leadership')).toBe('Not started');
  });

  test('are chosen with a reason, one at least, and by those who see to the assessment', async () => {
    const { trust, cora } = await trustWithCoordinator();
    const address = paths.careSettings(trust, roundId);
    expect(readPage(await cora.submit(address, { settings: [], reason: '' }), 422).errors).toMatchObject([
      { message: 'Choose at least one care setting' },
      { message: 'Say why the care settings are changed' },
    ]);
    expect(readPage(await choose(cora, trust, ['acute', 'prison']), 422).errors).toMatchObject([
      { message: 'Choose from the care settings listed' },
    ]);
    const asha = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
    expect((await asha.get(address)).statusCode).toBe(403);
    const office = await signInAs(service, [{ role: 'programme-manager' }]);
    expect((await choose(office, trust, ['acute', 'ambulance'])).statusCode).toBe(303);
    const [event] = await service.database
      .selectFrom('audit_event')
      .select(['action', 'detail'])
      .where('chain', '=', `care-settings:${trust}`)
      .execute();
    expect(event).toMatchObject({
      action: 'care-settings.choose',
      detail: { added: ['ambulance'], dropped: [], reason: 'We run the clinics since April.' },
    });
  });

  test('are each answered and signed by themselves', async () => {
    const { trust, cora } = await trustOfTwo();
    await answerOnce(cora, trust);
    expect(await howFar(cora, trust)).toContain(`${community} 2 of 3 questions answered`);
    await answer(cora, section(trust, 'technology', 'community'), 'SF1', 4);
    expect((await cora.read(list(trust, 'community'))).text).toContain('3 of 3 questions (100%)');
    await cora.submit(section(trust, 'leadership'), {
      'answer-WL1': elementsUpTo('WL1', 3),
      'desired-WL1': '5',
      'revision-WL1': '1',
    });
    await sign(trust, cora, 'community');
    const signed = await storedIn(trust, 'community');
    expect(signed.find(({ questionId }) => questionId === 'WL1')).toMatchObject({ desired: '5' });

    const page = await cora.read(list(trust));
    expect(page.fact('Submitted').text).toBe('1 of 2 care settings');
    expect(page.task(acute)).toBe('In progress');
    expect(await howFar(cora, trust)).toContain(`${acute} 2 of 5 questions answered`);
    const result = await cora.read(paths.assessmentResult(trust, roundId, 'community'));
    expect(result.title).toContain(community);
    expect((await cora.get(paths.assessmentResult(trust, roundId, 'acute'))).statusCode).toBe(404);
    expect((await cora.get(paths.assessmentResult(trust, roundId))).statusCode).toBe(404);
  });

  test('that are sent to be signed keep what was answered once as it was then', async () => {
    const { trust, cora } = await trustOfTwo();
    await answerOnce(cora, trust, 3);
    await answer(cora, section(trust, 'technology', 'community'), 'SF1', 4);
    await sign(trust, cora, 'community');
    await answer(cora, section(trust, 'leadership'), 'WL1', 5, 1);
    const said = (page: Visitor, setting: string) => page.read(section(trust, 'leadership', setting));
    expect((await said(cora, 'community')).table('Answers')[0]?.[1]).toMatch(/^Level 3/);
    expect((await said(cora, 'acute')).table('Answers')[0]?.[1]).toMatch(/^Level 5/);
    expect((await storedIn(trust, 'community')).map(({ questionId }) => questionId).sort()).toEqual([
      'SF1',
      'WL1',
      'WL2',
    ]);
  });

  test('that are given back are answered with the others again', async () => {
    const { trust, cora } = await trustOfTwo();
    await answerOnce(cora, trust, 3);
    await answer(cora, section(trust, 'technology', 'community'), 'SF1', 4);
    const request = paths.assessmentRequest(trust, roundId, 'community');
    await cora.submit(request, {});
    await cora.submit(paths.assessmentReturn(trust, roundId, 'community'), { reason: 'Too modest' });
    await answer(cora, section(trust, 'leadership'), 'WL1', 5, 1);
    expect((await cora.submit(request, {})).statusCode).toBe(303);
    const page = await cora.read(section(trust, 'leadership', 'community'));
    expect(page.table('Answers')[0]?.[1]).toMatch(/^Level 5/);
    expect((await storedIn(trust, 'community')).find(({ questionId }) => questionId === 'WL1')).toMatchObject({
      revision: 2,
      savedBy: { personName: 'Cora Example' },
    });
  });

  test('do not answer by themselves what is answered once', async () => {
    const { trust, cora } = await trustOfTwo();
    const address = section(trust, 'leadership', 'community');
    const page = await cora.read(address);
    expect(page.text).toContain('This section is answered once for all care settings of the organisation.');
    expect(page.link('Answer it for all of them')).toBe(section(trust, 'leadership'));
    expect(readPage(await answer(cora, address, 'WL1', 3), 409).errors[0]?.message).toMatch(
      /^This section is answered once for all care settings\. Nothing was saved/,
    );
    expect(await storedIn(trust, 'community')).toEqual([]);
  });

  test('may answer a section apart from the others, and take it back', async () => {
    const { trust, cora } = await trustOfTwo();
    await answerOnce(cora, trust, 3);
    const address = section(trust, 'leadership', 'community');
    const apart = paths.answerApart(trust, roundId, 'leadership', 'community');
    await cora.submit(address, { answered: 'apart' }, apart);
    const page = await cora.read(address);
    expect(page.told).toContain(`Part leadership is answered for ${community} by itself now`);
    expect(page.text).toContain('2 of 2 questions answered');
    await answer(cora, address, 'WL1', 2, 1);
    expect((await cora.read(address)).text).toContain('As saved: Level 2');
    expect((await cora.read(section(trust, 'leadership', 'acute'))).table('Answers')[0]?.[1]).toMatch(/^Level 3/);
    await cora.submit(address, { answered: 'once' }, apart);
    expect((await cora.read(address)).table('Answers')[0]?.[1]).toMatch(/^Level 3/);
  });

  test('take answers along when one becomes several, and several one', async () => {
    const { trust, cora } = await trustWithCoordinator();
    await answerOnce(cora, trust, 3);
    await answer(cora, section(trust, 'technology'), 'SF1', 2);
    await choose(cora, trust, ['acute', 'community']);
    expect(await howFar(cora, trust)).toContain(`${community} 2 of 3 questions answered`);
    expect(await howFar(cora, trust)).toContain(`${acute} 3 of 5 questions answered`);
    await answer(cora, section(trust, 'leadership'), 'WL1', 5, 1);
    await choose(cora, trust, ['acute']);
    expect((await cora.read(section(trust, 'leadership'))).text).toContain('As saved: Level 5');
    expect((await cora.read(list(trust))).text).toContain('3 of 5 questions');
  });

  test('have addresses of their own, and there is none for another', async () => {
    const { trust, cora } = await trustOfTwo();
    expect((await cora.get(list(trust, 'ambulance'))).statusCode).toBe(404);
    expect((await cora.get(paths.assessmentRequest(trust, roundId))).statusCode).toBe(404);
    const { trust: single, cora: other } = await trustWithCoordinator();
    expect((await other.read(list(single, 'acute'))).fact('Questions for').text).toContain(acute);
  });
});

describe('a care setting that was signed', () => {
  let provisional: TestService;

  beforeAll(async () => {
    provisional = await startServiceWith('facts', { ...(await settingsPack()), resultsPublic: 'on-a-day' });
  });

  afterAll(() => provisional.close());

  test('cannot be left out, and is read, when its return is opened again as well', async () => {
    const { trust, cora } = await trustOfTwo(provisional);
    await answerOnce(cora, trust);
    await answer(cora, section(trust, 'technology', 'community'), 'SF1', 4);
    await sign(trust, cora, 'community', provisional);
    const message = `${community} cannot be left out in this round: submitted, opened again, or waiting for a signature`;
    expect(readPage(await choose(cora, trust, ['acute']), 422).errors).toMatchObject([{ message }]);

    const office = await signInAs(provisional, [{ role: 'programme-manager' }]);
    const reopening = paths.reopening(trust, roundId, 'community');
    const digest = (await office.read(reopening)).hidden('digest');
    expect((await office.submit(reopening, { digest, reason: 'A clinic was left out' })).statusCode).toBe(303);
    expect(readPage(await choose(cora, trust, ['acute']), 422).errors).toMatchObject([{ message }]);
    await cora.read(paths.assessmentDocuments(trust, roundId, 'community'));
    for (const visitor of [cora, office]) {
      await visitor.read(list(trust, 'community'));
      await visitor.read(paths.queries(trust, roundId, 'community'));
    }
  });
});

describe('what the others see of an organisation with several care settings', () => {
  test('it has submitted once each of them is, and counts once', async () => {
    const { trust, cora } = await trustOfTwo();
    const office = await signInAs(service, [{ role: 'programme-manager' }]);
    const lineOf = async () => {
      const { body } = await office.get(paths.coverageFile({ find: trust }));
      return body.trim().split('\r\n').slice(1);
    };
    expect((await cora.read(paths.workspace())).text).toContain(`, community health services`);
    await answerOnce(cora, trust);
    await answer(cora, section(trust, 'technology', 'community'), 'SF1', 4);
    await sign(trust, cora, 'community');
    expect(await lineOf()).toMatchObject([/,acute; community,Being answered,.*,5,8,/]);
    for (const [id, question] of [
      ['technology', 'SF1'],
      ['records', 'SF2'],
      ['people', 'EP1'],
    ] as const) {
      await answer(cora, section(trust, id, 'acute'), question, 2);
    }
    await sign(trust, cora, 'acute');
    expect(await lineOf()).toMatchObject([/,acute; community,Submitted,/]);

    const visitor = new Visitor(service.app);
    const page = await visitor.read(paths.organisation(trust));
    expect(page.headings).toEqual(expect.arrayContaining([acute, community]));
    const results = (await service.app.inject(`/api/v1/results?organisation=${trust}`)).json();
    expect(results.items.map((item: { careSetting: { id: string } }) => item.careSetting.id).sort()).toEqual([
      'acute',
      'community',
    ]);
    const insights = await visitor.read(paths.insights());
    expect(insights.text).toMatch(/assessments asked for\. Whoever answers for several care settings/);
  });
});
