import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../src/compose.ts';
import { readiness, secondVersion, theQuestion } from '../../../src/features/assessment/testing/changed-pack.ts';
import { startServiceWith } from '../../../src/features/assessment/testing/levelled-service.ts';
import { answerAll } from '../../../src/features/assessment/testing/pages.ts';
import { groupPack } from '../../../src/features/assessment/testing/settings-pack.ts';
import { processesBeside } from '../../../src/features/assessment/testing/start-beside.ts';
import { contradictingSuccession } from '../../../src/features/directory-import/contradictions/contradiction.ts';
import { insertContradictions } from '../../../src/features/directory-import/contradictions/contradiction-repository.ts';
import { fillForm } from '../../../src/features/formation/testing/proposed.ts';
import { shippedIllustration } from '../../../src/features/illustration/testing/shipped-illustration.ts';
import { instrumentOfRound } from '../../../src/features/programme/index.ts';
import { elementsUpTo } from '../../../src/features/scoring/testing/levelled-instrument.ts';
import { paths } from '../../../src/paths.ts';
import { parseConfig } from '../../../src/platform/config.ts';
import { practiceLine } from '../../builders/practice-line.ts';
import { signInAs } from '../../builders/sign-in-as.ts';
import { wordsOf } from '../../database/page-words.ts';
import { startTestService, type TestService, testSecret } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';
import { addressesOn } from './addresses-on.ts';
import { walkAssignments, walkEvidence, walkNotes, walkOwnSection, walkQueries } from './crawl-assignments.ts';
import { press } from './press.ts';

/*
 * Everybody begins at My work and follows what is there: links, and the addresses that forms are sent to. A page to which nothing
 * leads, and a step that no page offers, is there for nobody.
 */

let service: TestService;
const routes: string[] = [];
const visited = new Set<string>();

beforeAll(async () => {
  const collect = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      routes.push(...[method].flat().map((each) => `${each} ${url}`));
    });
  subscribe('fastify.initialization', collect);
  service = await startTestService('demo');
  unsubscribe('fastify.initialization', collect);
  noteVisits(service.app);
  await service.app.ready();
  await fillDesks();
  await walkAssessment();
  await completeAgreement();
  await formFootprint();
});
afterAll(() => service.close());

function noteVisits(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, routeOptions: { url } }) => {
    visited.add(`${method} ${url}`);
  });
}

/** What can be done in a real service alone, where letters are sent. */
async function crawlRealService(): Promise<void> {
  const registry = { DIRECTORY_URL: 'http://127.0.0.1:9', DIRECTORY_KIND: 'ord', DIRECTORY_PRIVATE: '1' };
  const config = parseConfig({ DEMO: '0', LOG_LEVEL: 'silent', SMTP_URL: 'smtp://127.0.0.1:9', ...registry });
  const app = await buildApp({ ...service.context, config }, testSecret, service.changes);
  noteVisits(app);
  await crawl(await signInAs({ ...service, app }, [{ role: 'administrator' }]), paths.programmeSetUp());
  const manager = await signInAs({ ...service, app }, [{ role: 'programme-manager' }]);
  noteForms((await manager.get(paths.remind())).body, paths.remind());
  const letter = { recipient: 'aa@example.org', subject: 'A letter', body: 'Dear Aa', written_at: new Date() };
  const failed = { state: 'failed', failure: 'no such mailbox', settled_at: new Date() };
  await service.database
    .insertInto('letter')
    .values({ ...letter, ...failed })
    .execute();
  noteForms((await manager.get(paths.letters())).body, paths.letters());
  await app.close();
}

/** The footprints of the demonstration by the state of their roadmap or form, each with a commissioner in it. */
const memberOf = { ng: '13T', km: '09C', bnssg: '11H', snee: '06T', don: '02X', she: '03N' };

/** The round of assessment that My work leads to. */
const round = 'dmsa-2017';

/** Pages of one route that each person looks at: a dozen sections of an assessment lead nowhere that two do not. */
const PAGES_OF_A_KIND = 2;

/** `its 1 members`. What has a number instead, such as a version, may be followed by anything. */
const oneOfSeveral =
  /(?<!\b(?:[Vv]ersion|[Pp]art|[Pp]age|[Ss]ave|[Ss]ection|[Ll]evel) )(?<![\d.,/–-])\b1 (?:[a-z]+ )?(?:answers|CCGs|changes|days|documents|e-mails|faults|footprints|members|messages|months|organisations|patients|people|practices|providers|questions|roadmaps|rounds|sections|things|trusts|versions|weeks|years)\b/;

/** Follows every link and looks at every form that this person is shown, from My work on. */
async function crawl(visitor: Visitor, from: string = paths.workspace()): Promise<void> {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const waiting = [from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = routeOf('GET', address.replace(/\?.*/, ''));
    const count = counts.get(kind) ?? 0;
    if (seen.has(address) || count >= PAGES_OF_A_KIND) {
      continue;
    }
    seen.add(address);
    counts.set(kind, count + 1);
    const { body, headers, statusCode } = await visitor.get(address);
    expect([address, statusCode < 400]).toEqual([address, true]);
    expect([address, oneOfSeveral.exec(wordsOf(body))?.[0] ?? null]).toEqual([address, null]);
    const links = statusCode < 300 ? addressesOn(body, address).links : [String(headers.location)];
    noteForms(body, address);
    waiting.push(...links.filter((link) => link.startsWith('/workspace')));
  }
}

const looking = { crawl, noteForms, noteVisits };

/** A step has a button where a form is sent to it. */
function noteForms(body: string, address: string): void {
  for (const form of addressesOn(body, address).forms) {
    visited.add(`POST ${routeOf('POST', form)}`);
  }
}

/** The route that an address leads to. */
function routeOf(method: 'GET' | 'POST', address: string): string {
  const parts = address.split('/');
  const candidates = routes
    .filter((route) => route.startsWith(`${method} `))
    .map((route) => route.slice(method.length + 1));
  const fits = (route: string) => {
    const own = route.split('/');
    return own.length === parts.length && own.every((part, index) => part.startsWith(':') || part === parts[index]);
  };
  const parameters = (route: string) => route.split('/').filter((part) => part.startsWith(':')).length;
  return candidates.filter(fits).toSorted((a, b) => parameters(a) - parameters(b))[0] ?? `nothing takes ${address}`;
}

/** The last member decides, so that the version may be submitted. */
async function completeAgreement(): Promise<void> {
  const { rows } = await sql<{ id: string; code: string }>`
    select organisation.organisation_id as id, organisation.code
    from membership
    join organisation on organisation.organisation_id = membership.organisation_id
    where membership.area_id = 'footprint:ng' and membership.role in ('lead', 'core')
      and not exists (select from endorsement where endorsement.organisation_id = membership.organisation_id)`.execute(
    service.database,
  );
  for (const { id, code } of rows) {
    const executive = await signInAs(service, [{ role: 'executive', scopeId: id }]);
    await press(executive, paths.endorse('newcastle-gateshead', code), { decision: 'endorse' });
  }
}

/** A commissioner proposes a footprint; another that is asked for its endorsement looks at what it is asked. */
async function formFootprint(): Promise<void> {
  const founder = await signInAs(service, [{ role: 'executive', scopeId: '06N' }]);
  const form = await press(founder, paths.proposeFootprint(), { name: 'The Chilterns', lead: '06N' });
  await crawl(founder, form);
  await fillForm(service.context, form.split('/').at(-1) ?? '', { '06N': 'lead' });
  await crawl(founder, form);
  await crawl(await signInAs(service, [{ role: 'executive', scopeId: '05H' }]));
}

/** Those who hold every role of a footprint and of one of its members, so that the pages of its state are somebody's. */
async function insiders(slug: string, organisationId: string): Promise<Visitor> {
  const areaId = `footprint:${slug}`;
  return signInAs(service, [
    { role: 'lead', scopeId: areaId },
    { role: 'editor', scopeId: areaId },
    { role: 'executive', scopeId: organisationId },
    { role: 'coordinator', scopeId: organisationId },
  ]);
}

/** Does at Wolverhampton's trust what its people do, and looks at the pages of each state on the way. */
async function walkAssessment(): Promise<void> {
  await walkAssignments(service.app, round, looking);
  await walkEvidence(service, { trust: 'RL4', round, section: 'leadership', question: 'LD1', setting: null }, looking);
  const coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: 'RL4' }]);
  const executive = await signInAs(service, [{ role: 'executive', scopeId: 'RL4' }]);
  await answerAll(coordinator, instrumentOfRound(service.context.pack, round), 'RL4', { round });
  await crawl(coordinator);
  await coordinator.submit(paths.assessmentRequest('RL4', round), {});
  await crawl(executive);
}

async function fillDesks(): Promise<void> {
  const manager = await signInAs(service, [{ role: 'programme-manager' }]);
  await new Visitor(service.app).submit(paths.contact(), {
    name: 'A reader',
    email: 'reader@example.org',
    topic: 'other',
    message: 'Where is the roadmap of my area?',
  });
  const content = practiceLine({ code: 'Z99901', name: 'THE ILLUSTRATION SURGERY' });
  await manager.upload(paths.newImport(), { dated: '2016-02-29' }, { name: 'epraccur.csv', content });
  const pair = { predecessorCode: '00C', successorCode: '84H', effectiveOn: '2020-04-01', row: 2 };
  const contradiction = contradictingSuccession(pair, {
    code: '00C',
    on: '2020-04-01',
    successors: ['16C'],
    sourceId: 'ods-successors-2022',
  });
  const meeting = { sourceId: 'ods-successors-2022', datedOn: '2022-01-31', at: new Date() };
  await insertContradictions(service.database, [{ contradiction, digest: 'a'.repeat(64) }], meeting);
  // The first in the list of people, and none of the invented ones, who have no password to be helped with.
  await manager.submit(paths.invitePerson(), { email: 'aa@example.org', name: 'Aa Example', role: 'analyst' });
  await manager.submit(paths.newSuccession({ kind: 'rename' }), {
    kind: 'rename',
    footprint: 'dorset',
    name: 'Dorset and Poole',
    'effective-on': '2016-10-01',
    reason: 'A new name',
  });
  const days = { 'opens-on': '1 12 2098', 'due-on': '31 3 2099' };
  await manager.submit(paths.newRound(), { label: 'A round to come', instrument: 'dmsa-2015', ...days });
  await crawl(manager);
  await crawl(await signInAs(service, [{ role: 'administrator' }]));
}

/** Where each care setting is assessed by itself, and organisations of a group answer together. */
async function crawlCareSettings(): Promise<void> {
  const asking = await startServiceWith('facts', await groupPack());
  const app = await buildApp(asking.context, testSecret, asking.changes);
  noteVisits(app);
  const trust = 'RL4';
  const coordinator = await signInAs({ ...asking, app }, [{ role: 'coordinator', scopeId: trust }], {
    personId: 'cora',
  });
  const settings = { settings: ['acute', 'community'], reason: 'We run the clinics too.' };
  await coordinator.submit(paths.careSettings(trust, round), settings);
  const level = (id: string) => ({ [`answer-${id}`]: elementsUpTo(id, 3), [`revision-${id}`]: '0' });
  const section = (id: string, of: string | null = null) => paths.assessmentSection(trust, round, id, of);
  await coordinator.submit(section('leadership'), { ...level('WL1'), ...level('WL2') });
  await walkOwnSection(coordinator, { personId: 'cora', trust, round }, noteForms);
  await walkEvidence(asking, { trust, round, section: 'technology', question: 'SF1', setting: 'community' }, looking);
  await walkNotes(coordinator, { trust, round, question: 'SF1', setting: 'community' }, noteForms);
  const other = await signInAs({ ...asking, app }, [{ role: 'coordinator', scopeId: 'RJ1' }]);
  const together = (code: string) => paths.answeringTogether(code, round);
  await other.submit(together('RJ1'), { other: trust, direction: 'take', sections: ['leadership'] });
  await crawl(coordinator);
  const decline = (await coordinator.read(together(trust))).link('Decline the proposal');
  await coordinator.submit(together(trust), {}, decline.replace(/end$/, 'agree'));
  const taken = paths.assessmentSection('RJ1', round, 'leadership');
  noteForms((await other.get(taken)).body, taken);
  await coordinator.submit(paths.assessmentRequest(trust, round, 'community'), {});
  const executive = await signInAs({ ...asking, app }, [{ role: 'executive', scopeId: trust }]);
  await crawl(executive);
  await press(executive, paths.assessmentAuthorise(trust, round, 'community'), { declaration: 'accepted' });
  await crawl(coordinator);
  await walkQueries(asking, { trust, round, question: 'SF1', setting: 'community' }, looking);
  await app.close();
  await asking.close();
}

/** A questionnaire that a pack changes waits for one person, and then for another. */
async function activateQuestionnaire(): Promise<void> {
  const beside = await processesBeside(service);
  const app = await beside.start([readiness, theQuestion, 'Our board has a strategy.'], secondVersion);
  const [manager, administrator] = await Promise.all(
    (['programme-manager', 'administrator'] as const).map((role) => signInAs({ ...service, app }, [{ role }])),
  );
  const page = paths.instrument('dmsa-2015', '2');
  const { body } = (await manager?.get(page)) ?? { body: '' };
  noteForms(body, page);
  const digest = /name="digest" value="([^"]*)"/.exec(body)?.[1] ?? '';
  await manager?.submit(page, { digest }, paths.proposeInstrument('dmsa-2015', '2'));
  noteForms((await administrator?.get(page))?.body ?? '', page);
  await beside.close();
}

/** Whoever else holds a role is shown the same pages of another place, which `insiders` look at. */
const oneOfEachRole = [
  ...Map.groupBy((await shippedIllustration()).people, ({ grants }) =>
    [...new Set(grants.map(({ role }) => role))].join(),
  ).values(),
].flatMap(([first]) => first ?? []);

test('every working page has a link to it, and every step a button', async () => {
  for (const { personId } of oneOfEachRole) {
    const visitor = new Visitor(service.app);
    await visitor.become(personId);
    await crawl(visitor);
  }
  for (const [slug, organisationId] of Object.entries(memberOf)) {
    await crawl(await insiders(slug, organisationId));
  }
  // Whoever was asked for changes begins the next version, which can be held against the one before.
  const changed = 'bristol-north-somerset-and-south-gloucestershire';
  const insider = await insiders('bnssg', memberOf.bnssg);
  await press(insider, paths.newVersion(changed), { version: '1', summary: 'Changes that were asked for' });
  await crawl(insider, paths.readVersion(changed, 2));
  const regions = ['Y54', 'Y55', 'Y56', 'Y57'].map((code) => ({
    role: 'reviewer' as const,
    scopeId: `region:${code}`,
  }));
  const reviewer = await signInAs(service, regions);
  const ratings = service.context.pack.reviewCriteria.map(({ id }) => [`rating-${id}`, 'met']);
  const rated = { ...Object.fromEntries(ratings), summary: 'A clear plan.', next: 'decision' };
  await crawl(reviewer);
  await walkQueries(service, { trust: 'RP5', round, question: 'LD1', setting: null }, looking);
  await crawl(reviewer, await press(reviewer, paths.review('south-east-london'), rated));
  await crawl(await signInAs(service, [{ role: 'coordinator', scopeId: 'RJ1' }]));
  await crawlRealService();
  await activateQuestionnaire();
  await crawlCareSettings();
  const working = routes.filter((route) => route.includes(' /workspace') && /^(GET|POST) /.test(route));
  expect(working.filter((route) => !visited.has(route)).toSorted()).toEqual([]);
});
