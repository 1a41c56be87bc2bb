import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { listOrganisationsOfTypes, type OrganisationRef } from '../../directory/index.ts';
import { holder, kindsTold, letterBox } from '../../notices/testing/told.ts';
import { writeNotices } from '../../notices/write-notices.ts';
import { elementsUpTo } from '../../scoring/testing/levelled-instrument.ts';
import { startServiceWith } from '../testing/levelled-service.ts';
import { roundId } from '../testing/real-instrument.ts';
import { groupPack } from '../testing/settings-pack.ts';

let service: TestService;
/** Those that are asked today, and had the same name on the day of the programme. */
let trusts: OrganisationRef[];

beforeAll(async () => {
  service = await startServiceWith('facts', await groupPack());
  const { database, clock, pack } = service.context;
  const [then, now] = await Promise.all(
    [pack.positionOn, today(clock)].map((day) => listOrganisationsOfTypes(database, ['acute-trust'], day)),
  );
  trusts = (now ?? []).filter(({ code, name }) => then?.some((each) => each.code === code && each.name === name));
});

afterAll(() => service.close());

const list = (trust: string) => paths.assessment(trust, roundId);
const section = (trust: string, id: string, setting: string | null = null) =>
  paths.assessmentSection(trust, roundId, id, setting);
const together = (trust: string) => paths.answeringTogether(trust, roundId);

type Side = { readonly trust: string; readonly name: string; readonly visitor: Visitor };

/** A trust that was not used before, with somebody who coordinates its assessment. */
async function side(person: string): Promise<Side> {
  const { organisationId: trust, name } = trusts.shift() ?? { organisationId: '', name: '' };
  const visitor = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: person });
  return { trust, name, visitor };
}

function propose(from: Side, to: Side, direction: string, sections: readonly string[] = ['leadership', 'people']) {
  return from.visitor.submit(together(from.trust), { other: to.trust, direction, sections });
}

/** The one of two that takes, and the one that gives; both agreed. */
async function agreed(sections?: readonly string[]) {
  const [taker, giver] = [await side('Tara Taker'), await side('Gita Giver')];
  expect((await propose(taker, giver, 'take', sections)).headers.location).toBe(together(taker.trust));
  expect((await agree(giver)).statusCode).toBe(303);
  return { taker, giver };
}

async function agree({ trust, visitor }: Side) {
  const page = await visitor.read(together(trust));
  expect(page.buttons).toContain('Agree to answer together');
  return visitor.submit(together(trust), {}, page.link('Decline the proposal').replace(/end$/, 'agree'));
}

async function end({ trust, visitor }: Side, button: string, reason = 'We are led apart from April.') {
  const address = (await visitor.read(together(trust))).link(button);
  return visitor.submit(address, { reason });
}

const choose = ({ trust, visitor }: Side, settings: readonly string[]) =>
  visitor.submit(paths.careSettings(trust, roundId), { settings, reason: 'We run these.' });

/** Ticks the elements of a question up to a level. */
async function answer(visitor: Visitor, address: string, questionId: string, level: number, revision = 0) {
  return visitor.submit(address, {
    [`answer-${questionId}`]: level === 1 ? 'none' : elementsUpTo(questionId, level),
    [`revision-${questionId}`]: String(revision),
  });
}

async function answerShared({ trust, visitor }: Side, level = 3): Promise<void> {
  await answer(visitor, section(trust, 'leadership'), 'WL1', level);
  await answer(visitor, section(trust, 'leadership'), 'WL2', level);
  await answer(visitor, section(trust, 'people'), 'EP1', level);
}

async function answerOwn({ trust, visitor }: Side): Promise<void> {
  await answer(visitor, section(trust, 'technology'), 'SF1', 4);
  await answer(visitor, section(trust, 'records'), 'SF2', 4);
}

async function sign({ trust, visitor }: Side): Promise<void> {
  expect((await visitor.submit(paths.assessmentRequest(trust, roundId), {})).statusCode).toBe(303);
  const eve = await signInAs(service, [{ role: 'executive', scopeId: trust }], { name: 'Eve Example' });
  const address = paths.assessmentAuthorise(trust, roundId);
  const fields = { declaration: 'accepted', digest: (await eve.read(address)).hidden('digest') };
  expect((await eve.submit(address, fields)).statusCode).toBe(303);
}

const saidIn = async ({ trust, visitor }: Side, id: string, setting?: string) =>
  (await visitor.read(section(trust, id, setting))).table('Answers')[0]?.[1];

describe('two organisations of a group', () => {
  test('answer together from the proposal to two signed results', async () => {
    const [taker, giver] = [await side('Tara Taker'), await side('Gita Giver')];
    const start = (await taker.visitor.read(list(taker.trust))).link('Answer together with another organisation');
    expect((await taker.visitor.read(start)).chosen).toEqual(['1. Part leadership']);
    const signer = await holder(service, 'executive', giver.trust);
    await propose(taker, giver, 'take');
    await writeNotices(letterBox(service).context());
    expect(await kindsTold(service, signer)).toEqual(['asked-to-answer-together']);
    const asked = await taker.visitor.read(together(taker.trust));
    expect(asked.told).toContain(`${giver.name} is asked to answer together`);
    expect(asked.fact('Proposed').text).toMatch(/^By Tara Taker on .*, for /);
    expect(asked.buttons).not.toContain('Agree to answer together');

    const work = await giver.visitor.read(paths.workspace());
    expect(work.link(`Agree that ${giver.name} answers together with ${taker.name}, or decline`)).toBe(
      together(giver.trust),
    );
    await agree(giver);
    expect((await giver.visitor.read(together(giver.trust))).fact('Agreed').text).toMatch(/^By Gita Giver on /);
    expect((await giver.visitor.read(list(giver.trust))).fact('Answered by').text).toContain(
      `Some answers are taken by ${taker.name}`,
    );

    await answerShared(giver);
    const taken = await taker.visitor.read(section(taker.trust, 'leadership'));
    expect(taken.text).toContain(`The answers to this section are taken from ${giver.name}`);
    expect(taken.table('Answers')[0]?.[1]).toMatch(/^Level 3/);
    const page = await taker.visitor.read(list(taker.trust));
    expect(page.text).toContain('3 of 5 questions');
    expect(page.text).toContain(`Taken from ${giver.name}`);
    expect(
      readPage(await answer(taker.visitor, section(taker.trust, 'leadership'), 'WL1', 2), 409).errors[0]?.message,
    ).toMatch(`The answers to this section are taken from ${giver.name}. Nothing was saved`);

    await answerOwn(taker);
    await sign(taker);
    await answer(giver.visitor, section(giver.trust, 'leadership'), 'WL1', 5, 1);
    expect(await saidIn(taker, 'leadership')).toMatch(/^Level 3/);
    await answerOwn(giver);
    await sign(giver);

    const visitor = new Visitor(service.app);
    const ofTaker = (await visitor.read(paths.organisation(taker.trust))).section('Digital maturity');
    expect(ofTaker.text).toContain(
      `Answered together with ${giver.name} , which gave the answers to “1. Part leadership”`,
    );
    const { items } = (await service.app.inject(paths.apiResultsOf(taker.trust))).json();
    expect(items[0].takenFrom.organisation.code).toBe(giver.trust);
    const ofGiver = (await visitor.read(paths.organisation(giver.trust))).section('Digital maturity');
    expect(ofGiver.text).toContain(`Answered together with ${taker.name} , which took some of its answers.`);
  });

  test('agree at once where somebody may speak for both', async () => {
    const [taker, giver] = [await side('Tara Taker'), await side('Gita Giver')];
    const both = [taker.trust, giver.trust].map((scopeId) => ({ role: 'coordinator' as const, scopeId }));
    const visitor = await signInAs(service, both, { name: 'Bo Both' });
    await propose({ ...giver, visitor }, taker, 'give');
    const page = await visitor.read(together(giver.trust));
    expect(page.told).toContain(`${giver.name} and ${taker.name} answer together now`);
    const events = await service.database
      .selectFrom('audit_event')
      .select(['action', 'on_behalf_of'])
      .where('chain', 'like', 'sharing:%')
      .where('detail', '@>', JSON.stringify({ taker: taker.trust }) as never)
      .orderBy('sequence')
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['sharing.propose', 'sharing.agree']);
    expect(new Set(events.map(({ on_behalf_of: of }) => of)).size).toBe(2);
  });
});

describe('who takes answers', () => {
  test('can answer a section apart, beginning with the answers of then, and take it again', async () => {
    const { taker, giver } = await agreed();
    await answerShared(giver);
    const address = section(taker.trust, 'leadership');
    const apart = paths.answerApart(taker.trust, roundId, 'leadership');
    await taker.visitor.submit(address, { answered: 'apart' }, apart);
    expect((await taker.visitor.read(address)).text).toContain('2 of 2 questions answered');
    await answer(taker.visitor, address, 'WL1', 2, 1);
    await answer(giver.visitor, section(giver.trust, 'leadership'), 'WL1', 5, 1);
    const page = await taker.visitor.read(address);
    expect(page.text).toContain('As saved: Level 2');
    expect(page.buttons).toContain(`Take the answers of ${giver.name} again`);
    await choose(taker, ['acute', 'community']);
    expect(await saidIn(taker, 'leadership', 'community')).toMatch(/^Level 2/);
    await choose(taker, ['acute']);
    await taker.visitor.submit(address, { answered: 'once' }, apart);
    expect(await saidIn(taker, 'leadership')).toMatch(/^Level 5/);
  });

  test('takes what the giver says by then where it was given back before it was signed', async () => {
    const { taker, giver } = await agreed();
    await answerShared(giver);
    await answerOwn(taker);
    const request = paths.assessmentRequest(taker.trust, roundId);
    await taker.visitor.submit(request, {});
    await answer(giver.visitor, section(giver.trust, 'leadership'), 'WL1', 5, 1);
    expect(await saidIn(taker, 'leadership')).toMatch(/^Level 3/);
    await taker.visitor.submit(paths.assessmentReturn(taker.trust, roundId), { reason: 'Too modest' });
    expect(await saidIn(taker, 'leadership')).toMatch(/^Level 5/);
    expect((await taker.visitor.submit(request, {})).statusCode).toBe(303);
    expect((await taker.visitor.read(section(taker.trust, 'leadership'))).text).toContain(
      `It was sent to be signed with the answers of ${giver.name} to this section.`,
    );
  });

  test('is told to wait where the giver has not answered', async () => {
    const { taker, giver } = await agreed();
    await answerOwn(taker);
    const next = (await taker.visitor.read(list(taker.trust))).section('What to do next');
    expect(next.text).toContain(`in sections that are taken from ${giver.name}`);
    const request = await taker.visitor.read(paths.assessmentRequest(taker.trust, roundId));
    expect(request.section('3 questions without an answer').text).toContain(`(answered by ${giver.name}, from which`);
  });

  test('keeps what was answered by then once either ends it, and its own where nothing was', async () => {
    const { taker, giver } = await agreed();
    await answer(giver.visitor, section(giver.trust, 'leadership'), 'WL1', 3);
    expect((await end(giver, 'Stop answering together')).headers.location).toBe(together(giver.trust));
    const page = await taker.visitor.read(section(taker.trust, 'leadership'));
    expect(page.text).toContain('As saved: Level 3');
    expect(page.text).toContain('1 of 2 questions answered');
    expect((await answer(taker.visitor, section(taker.trust, 'leadership'), 'WL1', 4, 1)).statusCode).toBe(303);
    expect((await taker.visitor.read(together(taker.trust))).details('Ended in this round').text).toMatch(/led apart/);
    expect((await propose(taker, giver, 'take')).statusCode).toBe(303);
  });

  test('takes for all of several care settings, and for each the same one of the giver', async () => {
    const { taker, giver } = await agreed();
    await answerShared(giver);
    await choose(taker, ['acute', 'community']);
    expect(await saidIn(taker, 'leadership')).toMatch(/^Level 3/);
    expect(await saidIn(taker, 'leadership', 'community')).toMatch(/^Level 3/);
    expect(await saidIn(taker, 'people', 'acute')).toMatch(/^Level 3/);
    expect((await taker.visitor.read(together(taker.trust))).fact('Sections').text).toContain('“4. Part people”');
    await answer(taker.visitor, section(taker.trust, 'technology', 'community'), 'SF1', 4);
    expect((await taker.visitor.read(list(taker.trust))).section('Care settings').text).toContain(
      'Community health services 3 of 3 questions answered',
    );
    await end(taker, 'Stop answering together');
    expect((await taker.visitor.read(section(taker.trust, 'leadership'))).text).toContain('As saved: Level 3');
    expect(await saidIn(taker, 'leadership', 'community')).toMatch(/^Level 3/);
    expect((await taker.visitor.read(section(taker.trust, 'people', 'acute'))).text).toContain('As saved: Level 3');
  });
});

describe('what was proposed', () => {
  test('can be declined by the one and taken back by the other, with a reason', async () => {
    const [taker, giver] = [await side('Tara Taker'), await side('Gita Giver')];
    await propose(taker, giver, 'take');
    expect(readPage(await end(taker, 'Take the proposal back', ''), 422).errors).toMatchObject([
      { message: 'Say why' },
    ]);
    await end(taker, 'Take the proposal back');
    await propose(taker, giver, 'take');
    await end(giver, 'Decline the proposal');
    expect((await giver.visitor.read(together(giver.trust))).told).toContain('The proposal is declined');
    const { text } = await taker.visitor.read(together(taker.trust));
    expect(text).toContain(`${taker.name} answers by itself in this round.`);
  });

  test('is refused with what to do about it', async () => {
    const { taker, giver } = await agreed();
    const third = await side('Theo Third');
    const messages = async (from: Side, to: Side, direction: string) =>
      readPage(await propose(from, to, direction), 422).errors.map(({ message }) => message);
    expect(await messages(third, taker, 'take')).toEqual([
      `${taker.name} takes answers from another organisation, and so cannot give any. That has to end first`,
    ]);
    expect(await messages(third, taker, 'give')).toEqual([
      `${taker.name} takes answers from another organisation, or is asked to. That has to end first`,
    ]);
    expect(await messages(third, giver, 'give')).toEqual([
      `${giver.name} gives answers to another organisation, and so cannot take any. That has to end first`,
    ]);
    expect(readPage(await third.visitor.submit(together(third.trust), {}), 422).errors).toMatchObject([
      { message: 'Choose the other organisation' },
      { message: 'Choose which way the answers go' },
      { message: 'Choose at least one section' },
    ]);
    await choose(third, ['ambulance']);
    expect(await messages(third, await side('Flo Fourth'), 'take')).toEqual([
      'The two are not asked the same in “4. Part people”. Leave it out',
    ]);
  });

  test('is for those who see to an assessment, and about their own', async () => {
    const { taker, giver } = await agreed();
    const asha = await signInAs(service, [{ role: 'contributor', scopeId: taker.trust }]);
    expect((await asha.read(together(taker.trust))).text).toContain('The coordinator of an organisation');
    expect((await asha.submit(section(taker.trust, 'records'), {}, together(taker.trust))).statusCode).toBe(403);
    const third = await side('Theo Third');
    const address = (await giver.visitor.read(together(giver.trust))).link('Stop answering together');
    expect((await third.visitor.get(address)).statusCode).toBe(403);
    const elsewhere = address.replace(`/${giver.trust}/`, `/${third.trust}/`);
    expect((await third.visitor.get(elsewhere)).statusCode).toBe(404);
  });
});
