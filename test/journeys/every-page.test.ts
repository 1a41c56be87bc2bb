import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { addPerson } from '../builders/sign-in-as.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';
import { footprint, round } from './steps.ts';

/** A desk, a tablet and a phone: every page is checked at each. */
const widths = { width: 1280, alsoAt: [768, 320] };

/** What the page is, its address, and its status where that is not 200. */
type PageToVisit = readonly [name: string, address: string, status?: number];

const publicPages: readonly PageToVisit[] = [
  ['home', paths.home()],
  ['footprints', paths.footprints()],
  ['footprints, filtered', paths.footprints({ region: 'Y55', sort: 'organisations' })],
  ['footprints, none found', paths.footprints({ q: 'no such place' })],
  ['footprint, published', paths.footprint('doncaster')],
  ['footprint, not begun', paths.footprint(footprint.slug)],
  ['footprint, not there yet', `${paths.footprint('doncaster')}?as-at=2015-01-01`],
  ['changes in a footprint', paths.footprintChanges('south-east-london')],
  ['changes', paths.changes()],
  ['changes, wrong days', paths.changes({ from: '2016-01-01', to: '2015-01-01' }), 422],
  ['organisation that has closed', `${paths.organisation('00W')}?as-at=2018-01-01`],
  ['published roadmap', paths.publishedRoadmap('doncaster')],
  ['published version', paths.publishedVersion('doncaster', 1)],
  ['sign-up', paths.roadmapSignUp('doncaster')],
  ['organisations', paths.organisations()],
  ['organisations, none found', paths.organisations({ q: 'no such organisation' })],
  ['organisation with a result', paths.organisation('RP5')],
  ['commissioner in no footprint', paths.organisation('00C')],
  ['STP', paths.area('stp', 'E54000007')],
  ['region', paths.area('region', 'Y55')],
  ['insights', paths.insights()],
  ['insights, filtered', `${paths.insights()}?care-setting=acute&region=Y55&score=theme:readiness`],
  ['exemplars', paths.exemplars()],
  ['exemplars, none found', `${paths.exemplars()}?q=no+such+thing`],
  ['two footprints compared', paths.compareFootprints('doncaster', 'south-east-london')],
  ['find your area, found', paths.findArea('doncaster')],
  ['find your area, several', paths.findArea('london')],
  ['search, found', paths.search('doncaster')],
  ['search, none found', paths.search('no such thing anywhere')],
  ['search, nothing asked', paths.search()],
  ['about', paths.about()],
  ['accessibility', paths.accessibility()],
  ['privacy', paths.privacy()],
  ['status', paths.status()],
  ['data', paths.data()],
  ['contact', paths.contact()],
  ['contact, sent', paths.contactSent('0123abcd')],
  ['sign in', paths.signIn()],
  ['code at sign-in', paths.signInCode()],
  ['forgotten password', paths.forgottenPassword()],
  ['choose a password', paths.choosePassword('a-link')],
  ['choose a password, link over', paths.choosePassword(), 422],
  ['set up already', paths.setUp()],
  ['personas', paths.personas()],
  ['sign out', paths.signOut()],
  ['API', paths.apiDocs()],
  ['no such page', '/no-such-page', 404],
];

const { slug, trust } = footprint;
const draft = 'gloucestershire';

/** The pages of each persona's work. */
const workPages: Readonly<Record<string, readonly PageToVisit[]>> = {
  'persona-coordinator': [
    ['my work', paths.workspace()],
    ['people of an organisation', paths.people()],
    ['invite a contributor', paths.invitePerson()],
    ['account of an invented person', paths.account()],
    ['assessment, empty', paths.assessment(trust, round)],
    ['section, empty', paths.assessmentSection(trust, round, 'leadership')],
    ['assessment of others, refused', paths.assessment('RP5', round), 403],
  ],
  'persona-editor': [['roadmap, not begun', paths.roadmap(slug)]],
  'persona-editor-gloucestershire': [
    ['my work', paths.workspace()],
    ['roadmap', paths.roadmap(draft)],
    ['part', paths.roadmapContent(draft, 'parts', 'vision')],
    ['history of a part', paths.draftHistory(draft, 'part:vision')],
    ['trajectory', paths.roadmapContent(draft, 'trajectory')],
    ['universal capabilities', paths.roadmapContent(draft, 'universal-capabilities')],
    ['universal capability', paths.roadmapContent(draft, 'universal-capabilities', 'A')],
    ['deployments', paths.roadmapContent(draft, 'deployments')],
    ['new deployment', paths.roadmapContent(draft, 'deployments', 'new')],
    ['risks', paths.roadmapContent(draft, 'risks')],
    ['new risk', paths.roadmapContent(draft, 'risks', 'new')],
    ['freeze', paths.freeze(draft)],
    ['agreement', paths.agreement(draft)],
    ['version', paths.readVersion(draft, 1)],
  ],
  'persona-reviewer-london': [
    ['my work', paths.workspace()],
    ['reviews', paths.reviews()],
    ['review', paths.review('south-east-london')],
    ['outcome of a review', paths.reviewDecision('south-east-london')],
    ['letter of a review', paths.reviewDecision('south-east-london', 'changes-requested')],
  ],
  'persona-reviewer': [
    ['footprint forms', paths.formations()],
    ['footprint form, to decide', paths.formation('walsall-and-dudley')],
  ],
  'persona-administrator': [['sign-ins and refusals', paths.security()]],
  'persona-programme-manager': [
    ['my work', paths.workspace()],
    ['coverage', paths.coverage()],
    ['coverage, none found', paths.coverage({ footprint: 'nowhere' })],
    ['directory files', paths.imports()],
    ['rounds', paths.rounds()],
    ['round', paths.round(round)],
    ['extension of a round', paths.extendRound(round)],
    ['closing of a round', paths.closeRound(round)],
    ['letters, none', paths.letters()],
    ['set-up', paths.programmeSetUp()],
    ['changes of footprints', paths.successions()],
    ['new change of footprints', paths.newSuccession()],
    ['assessment, submitted', paths.assessment('RP5', round)],
    ['result', paths.assessmentResult('RP5', round)],
    ['roadmap, published', paths.roadmap('doncaster')],
    ['agreement, under way', paths.agreement('newcastle-gateshead')],
    ['frozen version', paths.readVersion('newcastle-gateshead', 1)],
    ['publish', paths.publishRoadmap('suffolk-and-north-east-essex')],
    ['reviews', paths.reviews()],
    ['exemplars to manage', paths.manageExemplars()],
    ['new exemplar', paths.nominateExemplar()],
    ['messages', paths.messages()],
    ['messages, answered', paths.answeredMessages()],
    ['people', paths.people()],
    ['people, none found', paths.people({ find: 'no such person', place: 'nowhere' })],
    ['invite', paths.invitePerson()],
    ['invite many', paths.inviteMany()],
    ['audit trail', paths.audit()],
    ['audit trail, none found', paths.audit({ chain: 'no such chain' })],
    ['audit trail, no such day', paths.audit({ day: 'yesterday' }), 422],
  ],
};

let service: TestService;
let browser: Browser;
let base: string;
let person: Person;
let exemplarId: string;
let grantId: string;
let idOfA: (kind: string) => string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startTestService('demo'), openBrowser()]);
  base = await service.app.listen({ port: 0, host: '127.0.0.1' });
  person = await Person.at(browser, base, widths);
  const { database } = service;
  const exemplar = await database.selectFrom('exemplar').select('exemplar_id').executeTakeFirstOrThrow();
  exemplarId = exemplar.exemplar_id;
  const grant = await database
    .selectFrom('role_grant')
    .select('role_grant_id')
    .where('person_id', '=', 'persona-executive')
    .executeTakeFirstOrThrow();
  grantId = grant.role_grant_id;
  const rows = await database
    .selectFrom('roadmap_history')
    .innerJoin('roadmap_version', 'roadmap_version.version_id', 'roadmap_history.version_id')
    .innerJoin('roadmap', 'roadmap.roadmap_id', 'roadmap_version.roadmap_id')
    .select('subject')
    .where('footprint_id', '=', 'footprint:glos')
    .execute();
  idOfA = (kind) => rows.find(({ subject }) => subject.startsWith(`${kind}:`))?.subject.split(':')[1] ?? '';
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

it('a target too small for WCAG 2.2 is found', async () => {
  const visitor = await Person.at(browser, base);
  await visitor.page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const button = document.createElement('button');
      button.textContent = 'Small';
      Object.assign(button.style, { width: '10px', height: '10px', padding: '0', border: '0', overflow: 'hidden' });
      document.querySelector('main')?.append(button, button.cloneNode(true));
    });
  });
  const found = expect.stringContaining('target-size');
  await expect(visitor.visit(paths.status())).rejects.toMatchObject({ actual: [found, found] });
  await visitor.leave();
});

/** One test for each page. */
function visitEach(pages: readonly PageToVisit[]): void {
  for (const [name, address, status] of pages) {
    it(name, () => person.visit(address, status));
  }
}

describe('signed out', () => {
  visitEach(publicPages);

  it('exemplar', () => person.visit(paths.exemplar(exemplarId)));

  it.each([
    ['contact', paths.contact(), 'Send message'],
    ['sign in', paths.signIn(), 'Sign in'],
  ])('%s, sent back to be mended', async (_name, address, button) => {
    await person.visit(address);
    await person.press(button);
    await person.sees('There is a problem');
  });
});

describe.each(Object.entries(workPages))('%s', (personId, pages) => {
  beforeAll(() => person.become(personId));

  visitEach(pages);
});

describe('pages of one thing', () => {
  it.each([
    ['deployments', 'deployment'],
    ['risks', 'risk'],
  ])('editor: one of the %s, and taking it out', async (list, kind) => {
    await person.become('persona-editor-gloucestershire');
    await person.visit(paths.roadmapContent(draft, list, idOfA(kind)));
    await person.visit(paths.roadmapContent(draft, list, idOfA(kind), 'remove'));
  });

  it.each([
    ['what can be done', paths.role],
    ['ending it', paths.endRole],
    ['changing its end', paths.changeRoleEnd],
    ['handing it over', paths.handOverRole],
    ['helping its holder to sign in', paths.recoverPerson],
  ])('programme manager: a role, %s', async (_what, to) => {
    await person.become('persona-programme-manager');
    await person.visit(to(grantId));
  });

  it('programme manager: invitations sent back to be mended, and the links of those that were not', async () => {
    await person.become('persona-programme-manager');
    for (const [address, button] of [
      [paths.invitePerson(), 'Invite'],
      [paths.inviteMany(), 'Invite all of them'],
    ] as const) {
      await person.visit(address);
      await person.press(button);
      await person.sees('There is a problem');
    }
    await person.visit(paths.inviteMany());
    await person.fill('people', `email,name,role\nsomebody-${randomUUID()}@example.nhs.uk,Some Body,analyst`);
    await person.press('Invite all of them');
    await person.sees('Links to pass on');
  });

  it('somebody: their account, and a second factor', async () => {
    const { email, password } = await addPerson(service, []);
    await person.visit(paths.signOut());
    await person.press('Sign out');
    await person.visit(paths.signIn());
    await person.fill('email', email);
    await person.fill('password', password);
    await person.press('Sign in');
    await person.visit(paths.account());
    await person.press('Change the password');
    await person.sees('There is a problem');
    await person.visit(paths.accountLetters());
    await person.visit(paths.factorNeeded());
    for (const step of ['codes', 'off', 'begin'] as const) {
      await person.visit(paths.secondFactor(step));
    }
    await person.fill('password', password);
    await person.press('Go on');
    await person.sees('Keep your recovery codes');
    await person.press('Turn it on');
    await person.sees('There is a problem');
  });

  it('programme manager: letters', async () => {
    const at = new Date();
    const recipient = 'somebody.with.a.long.name@example.nhs.uk';
    const letter = { recipient, subject: 'Please endorse', body: 'Dear all', written_at: at, settled_at: at };
    const failure = `550 5.1.1 <${recipient}>: recipient rejected`;
    await service.database
      .insertInto('letter')
      .values({ ...letter, state: 'failed', failure })
      .execute();
    await person.become('persona-programme-manager');
    await person.visit(paths.letters());
    await person.visit(paths.letters({ state: 'failed' }));
  });

  it('programme manager: withdrawing an exemplar', async () => {
    await person.become('persona-programme-manager');
    await person.visit(paths.withdrawExemplar(exemplarId));
  });
});
