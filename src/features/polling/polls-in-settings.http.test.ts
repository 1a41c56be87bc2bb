import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { DAY_MILLISECONDS, dayFrom, today } from '../../platform/days.ts';
import { startServiceWith } from '../assessment/testing/levelled-service.ts';
import { nextTrust, roundId } from '../assessment/testing/real-instrument.ts';
import { groupPack } from '../assessment/testing/settings-pack.ts';
import { getPlacement } from '../directory/index.ts';
import { kindsTold, letterBox } from '../notices/testing/told.ts';
import { writeNotices } from '../notices/write-notices.ts';
import { endOverduePolls } from '../polls/index.ts';
import { elementsUpTo } from '../scoring/testing/levelled-instrument.ts';

let service: TestService;
beforeAll(async () => {
  service = await startServiceWith('facts', { ...(await groupPack()), resultsPublic: 'on-a-day' });
});
afterAll(() => service.close());

interface Team {
  readonly trust: string;
  readonly cora: Visitor;
}

const mailOf = (trust: string) => `cora-${trust.toLowerCase()}@example.nhs.uk`;

async function team(...settings: readonly string[]): Promise<Team> {
  const trust = nextTrust();
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], {
    personId: `cora-${trust.toLowerCase()}`,
  });
  if (settings.length > 0) {
    await choose({ trust, cora }, settings);
  }
  return { trust, cora };
}

function choose({ trust, cora }: Team, settings: readonly string[]) {
  return cora.submit(paths.careSettings(trust, roundId), { settings, reason: 'We run these.' });
}

const asking = (trust: string, section: string, setting: string | null = null) =>
  paths.openPoll(trust, roundId, section, setting);

/** Opens a poll by links to hand out; its links, and its page. */
async function open({ trust, cora }: Team, section: string, question: string, setting: string | null = null) {
  const until = dayFrom(today(service.context.clock), 30);
  const form = { questions: question, addresses: '', links: '5', 'runs-until': until };
  const shown = readPage(await cora.submit(asking(trust, section, setting), form), 200);
  const links = [...shown.text.matchAll(/(\/vote\?token=[\w-]+)/g)].map(([, link]) => link ?? '');
  expect(links).toHaveLength(5);
  const list = await cora.read(paths.polls(trust, roundId, setting));
  const page = list.places.find((place) => /\/polls\/[0-9a-f]{8}-/.test(place)) ?? '';
  return { links, page };
}

async function vote(link: string, question: string) {
  const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
  return new Visitor(service.app).submit(paths.contact(), { token, [`answer-${question}`]: '3' }, paths.vote());
}

async function close({ cora }: Team, page: string) {
  expect((await cora.submit(page, { step: 'close' })).statusCode).toBe(303);
}

async function told(trust: string): Promise<string[]> {
  await writeNotices(letterBox(service).context());
  return kindsTold(service, mailOf(trust));
}

it('of a care setting that is left out is out of sight until that is answered for again, and its votes stay', async () => {
  const of = await team('acute', 'community');
  const { links, page } = await open(of, 'technology', 'SF1', 'community');
  expect((await vote(links[0] ?? '', 'SF1')).statusCode).toBe(303);
  await choose(of, ['acute', 'ambulance']);
  expect((await of.cora.get(page)).statusCode).toBe(404);
  expect((await of.cora.read(paths.polls(of.trust, roundId))).places).not.toContain(page);
  await choose(of, ['acute', 'community']);
  for (const link of links.slice(1)) {
    expect((await vote(link, 'SF1')).statusCode).toBe(303);
  }
  await close(of, page);
  expect((await of.cora.read(page)).table('What colleagues answered to SF1')).toContainEqual(['Level 3', '5']);
});

it('is opened by whoever answers a section for a group, and stands beside the answers of nobody else', async () => {
  const [taker, giver] = [await team(), await team()];
  const together = paths.answeringTogether(giver.trust, roundId);
  const asked = { other: giver.trust, direction: 'take', sections: ['people'] };
  await taker.cora.submit(paths.answeringTogether(taker.trust, roundId), asked);
  const agree = (await giver.cora.read(together)).link('Decline the proposal').replace(/end$/, 'agree');
  expect((await giver.cora.submit(together, {}, agree)).statusCode).toBe(303);
  const offered = await taker.cora.read(paths.polls(taker.trust, roundId));
  expect(offered.places).toContain(asking(taker.trust, 'technology'));
  expect(offered.places).not.toContain(asking(taker.trust, 'people'));
  expect((await taker.cora.get(asking(taker.trust, 'people'))).statusCode).toBe(409);
  const { links, page } = await open(giver, 'people', 'EP1');
  for (const link of links) {
    await vote(link, 'EP1');
  }
  await close(giver, page);
  const own = await giver.cora.read(paths.assessmentSection(giver.trust, roundId, 'people'));
  expect(own.text).toContain('Colleagues on EP1: 5 answers');
  const others = await taker.cora.read(paths.assessmentSection(taker.trust, roundId, 'people'));
  expect(others.text).not.toContain('Colleagues on EP1');
  expect((await taker.cora.get(page)).statusCode).toBe(403);
});

it('stands beside a return that is opened again, where other questions can be polled and the same cannot', async () => {
  const of = await team();
  const { trust, cora } = of;
  const { links, page } = await open(of, 'technology', 'SF1');
  for (const link of links) {
    await vote(link, 'SF1');
  }
  await close(of, page);
  const sections = { leadership: ['WL1', 'WL2'], technology: ['SF1'], records: ['SF2'], people: ['EP1'] };
  for (const [section, questions] of Object.entries(sections)) {
    const answers = questions.map((id) => [
      [`answer-${id}`, elementsUpTo(id, 3)],
      [`revision-${id}`, '0'],
    ]);
    await cora.submit(paths.assessmentSection(trust, roundId, section), Object.fromEntries(answers.flat()));
  }
  expect((await cora.submit(paths.assessmentRequest(trust, roundId), {})).statusCode).toBe(303);
  const eve = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
  const sign = paths.assessmentAuthorise(trust, roundId);
  const digest = (await eve.read(sign)).hidden('digest');
  expect((await eve.submit(sign, { declaration: 'accepted', digest })).statusCode).toBe(303);
  expect((await cora.read(paths.polls(trust, roundId))).text).toContain('sent to be signed, so no poll can be opened');
  const { positionOn } = service.context.pack;
  const { regionIds } = await getPlacement(service.database, trust, { day: positionOn, positionOn });
  const rina = await signInAs(service, [{ role: 'reviewer', scopeId: regionIds[0] ?? '' }]);
  const reopened = await rina.submit(paths.reopening(trust, roundId), { digest, reason: 'A ward was left out' });
  expect(reopened.statusCode).toBe(303);
  expect((await cora.read(page)).table('What colleagues answered to SF1')).toContainEqual(['Level 3', '5']);
  const section = await cora.read(paths.assessmentSection(trust, roundId, 'technology'));
  expect(section.text).toContain('Colleagues on SF1: 5 answers');
  expect((await cora.read(asking(trust, 'technology'))).text).toContain('Already polled: SF1.');
  await open(of, 'records', 'SF2');
});

it('tells whoever opened it by letter that it is closed by a colleague or by its day, unless its care setting is left out', async () => {
  const of = await team('acute', 'community');
  const { page: first } = await open(of, 'technology', 'SF1', 'acute');
  const dan = await signInAs(service, [{ role: 'coordinator', scopeId: of.trust }]);
  await dan.submit(first, { step: 'close' });
  expect(await told(of.trust)).toEqual(['poll-closed']);
  const { page: own } = await open(of, 'records', 'SF2', 'acute');
  await close(of, own);
  expect(await told(of.trust)).toEqual(['poll-closed']);
  await open(of, 'leadership', 'WL1');
  await open(of, 'technology', 'SF1', 'community');
  await choose(of, ['acute', 'ambulance']);
  const afterwards = new Date(Date.now() + 40 * DAY_MILLISECONDS);
  expect(await endOverduePolls(service.context, afterwards)).toBeGreaterThan(1);
  expect(await told(of.trust)).toEqual(['poll-closed', 'poll-closed']);
});
