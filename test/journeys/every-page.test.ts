import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedObservation } from '../../src/features/directory-import/contradictions/stored-observation.ts';
import { practice } from '../../src/features/directory-import/testing/practice.ts';
import { insertLink } from '../../src/features/identity/index.ts';
import { paths } from '../../src/paths.ts';
import { addPerson } from '../builders/sign-in-as.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';
import { evidenceFileIn, pagesOfOneThing } from './ids-in-demonstration.ts';
import { draft, type PageToVisit, publicPages, workPages } from './pages-to-visit.ts';
import { round } from './steps.ts';

/** A desk, a tablet and a phone: every page is checked at each. */
const widths = { width: 1280, alsoAt: [768, 320] };

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
  exemplarId = (await database.selectFrom('exemplar').select('exemplar_id').executeTakeFirstOrThrow()).exemplar_id;
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

it('a text too pale to be read is found, as the last of many of its kind too', async () => {
  const visitor = await Person.at(browser, base);
  await visitor.page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const list = document.createElement('ul');
      list.innerHTML = '<li class="row">Row</li>'.repeat(9);
      document.querySelector('main')?.append(list);
      Object.assign((list.lastElementChild as HTMLElement).style, { color: '#ccc' });
    });
  });
  const found = expect.stringMatching(/color-contrast.*>Row</);
  await expect(visitor.visit(paths.status())).rejects.toMatchObject({ actual: [found] });
  await visitor.leave();
});

it('on a phone without script the menu is folded until somebody goes to it', async () => {
  const visitor = await Person.at(browser, base, { width: 320, script: false });
  await visitor.visit(paths.organisations());
  const menu = visitor.page.getByRole('navigation', { name: 'Menu' });
  const header = await visitor.page.getByRole('banner').boundingBox();
  expect([await menu.isVisible(), (header?.height ?? 999) < 240]).toEqual([false, true]);
  await visitor.page.getByRole('link', { name: 'Menu' }).click();
  expect(await menu.isVisible()).toBe(true);
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

  it('choose a password', async () => {
    const { database, newId, realClock } = service.context;
    const wanted = { personId: 'persona-executive', purpose: 'invitation', at: realClock() } as const;
    const { address } = await insertLink(database, { newId, publicUrl: '' }, wanted);
    await person.visit(address);
  });

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

  it('coordinator: evidence with its versions, removing it, and an answer to be mended', async () => {
    const item = await evidenceFileIn(service.database);
    await person.become('persona-coordinator-under-way');
    await person.visit(paths.evidenceItem('RYA', round, item));
    await person.visit(paths.removeEvidence('RYA', round, item));
    await person.press('Remove it');
    await person.sees('There is a problem');
    await person.visit(paths.questionEvidence('RYA', round, { section: 'leadership', question: 'LD2' }));
    await person.press('Add to LD2');
    await person.sees('There is a problem');
  });

  it('a document that waits to be signed, what colleagues were asked, and the invitation of a peer', async () => {
    for (const [personId, address] of await pagesOfOneThing(service.database)) {
      await person.become(personId);
      await person.visit(address);
    }
  });

  it.each([
    ['what can be done', paths.role],
    ['ending it', paths.endRole],
    ['changing its end', paths.changeRoleEnd],
    ['handing it over', paths.handOverRole],
    ['helping its holder to sign in', paths.recoverPerson],
    ['what happened to the access of its holder', paths.roleHistory],
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
    // A password that is shown is kept no more than one that is not.
    const field = person.page.locator('#new-password');
    await person.page.locator('#new-password ~ button').click();
    expect(await field.getAttribute('type')).toBe('text');
    await field.pressSequentially('shown to me alone');
    await person.visit(paths.account());
    const kept = await person.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('shown to me');
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

  it('programme manager: contradictions, one that waits and one with two decisions', async () => {
    const { database } = service;
    const { source_id } = await database.selectFrom('source').select('source_id').limit(1).executeTakeFirstOrThrow();
    const met = { name: 'Illustration Surgery', said: 'open', source_id, dated_on: '2016-06-15', met_at: new Date() };
    const known = 'ended on 2016-03-31; Z99909 in its place from 2016-04-01';
    const [waiting, decided] = await database
      .insertInto('contradiction')
      .values(
        ['Z99901', 'Z99902'].map((code, index) => {
          const digest = String(index).repeat(64);
          const observation = storedObservation.write(practice({ code, name: met.name }));
          return { ...met, code, known, digest, kind: 'reopened', observation };
        }),
      )
      .returning('contradiction_id')
      .execute();
    const decision = { contradiction_id: decided?.contradiction_id ?? '', decided_by: 'persona-programme-manager' };
    await database
      .insertInto('contradiction_decision')
      .values(
        ['keep', 'take'].map((each, index) => {
          return { ...decision, number: index + 1, decision: each, reason: 'It is known', decided_at: new Date() };
        }),
      )
      .execute();
    await person.become('persona-programme-manager');
    await person.visit(paths.contradictions());
    await person.visit(paths.contradiction(decision.contradiction_id));
    await person.visit(paths.contradiction(waiting?.contradiction_id ?? ''));
    await person.press('Record the decision');
    await person.sees('There is a problem');
  });

  it('programme manager: a version of a questionnaire that waits for its second person', async () => {
    const { owner } = service;
    const personId = 'persona-administrator';
    const [id, version] = ['dmsa-2017', 'next'];
    const kept = await owner
      .selectFrom('kept_instrument')
      .select('recorded_at')
      .select(sql<string>`jsonb_set(content, '{instrument,version}', to_jsonb(${version}::text))::text`.as('content'))
      .where('instrument_id', '=', id)
      .executeTakeFirstOrThrow();
    const text = { instrument_id: id, version, digest: 'a'.repeat(64) };
    await owner
      .insertInto('kept_instrument')
      .values({ ...kept, ...text })
      .execute();
    const proposal = { instrument_activation_id: randomUUID(), state: 'proposed', proposed_at: new Date() };
    await owner
      .insertInto('instrument_activation')
      .values({ ...text, ...proposal, proposed_by: personId })
      .execute();
    await person.become('persona-programme-manager');
    await person.visit(paths.instruments());
    await person.visit(paths.instrument(id, version));
    await person.sees('Confirm and activate');
    await person.press('Withdraw');
    await person.sees('There is a problem');
  });

  it('programme manager: withdrawing an exemplar', async () => {
    await person.become('persona-programme-manager');
    await person.visit(paths.withdrawExemplar(exemplarId));
  });
});
