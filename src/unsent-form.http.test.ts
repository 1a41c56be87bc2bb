import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInByPassword } from '../test/builders/sign-in-as.ts';
import { expectNowhere } from '../test/database/nowhere.ts';
import { formOn, type PageForm, postedForms, untouched } from '../test/database/page-forms.ts';
import { readPage } from '../test/database/page-reader.ts';
import { startTestService, type TestService } from '../test/database/test-service.ts';
import { Visitor } from '../test/database/visitor.ts';
import { paths } from './paths.ts';

const text = 'Line one of “Tom & <Jerry>”\n\n- a point';
const part = paths.roadmapContent('gloucestershire', 'parts', 'vision');
const section = paths.assessmentSection('RL4', 'dmsa-2017', 'leadership');
const ownPage = { 'sec-fetch-site': 'same-origin' };

let service: TestService;
let addresses = 0;

beforeAll(async () => {
  service = await startTestService('demo');
});
afterAll(() => service.close());

async function someoneAt(persona: string, headers: Readonly<Record<string, string>> = ownPage): Promise<Visitor> {
  addresses += 1;
  const visitor = new Visitor(service.app, `10.8.0.${addresses}`, headers);
  await visitor.become(persona);
  return visitor;
}

async function endSessions(): Promise<void> {
  await service.database.deleteFrom('session').execute();
}

/** Opens a page, writes into its form, and sends it after the session has ended. */
async function typeAndSend(visitor: Visitor, page: string, typed: Record<string, string>) {
  const form = formOn((await visitor.get(page)).body, Object.keys(typed)[0] ?? '');
  await endSessions();
  return visitor.post(page, { ...untouched(form), ...typed });
}

/** Sends the form of a page that has this field, with what it holds and these fields besides. */
function sendOn(visitor: Visitor, html: string, field: string, more: Record<string, string> = {}) {
  const form = formOn(html, field);
  return visitor.post(form.action ?? '', { ...untouched(form), ...more });
}

async function bodyStored(): Promise<string | undefined> {
  const rows = await service.database
    .selectFrom('roadmap_history')
    .select('content')
    .where('subject', '=', 'part:vision')
    .orderBy('revision', 'desc')
    .$castTo<{ content: { body: string } }>()
    .execute();
  return rows.map(({ content }) => content.body).find((body) => body.includes('Tom & <Jerry>'));
}

describe('a form sent after the session has ended', () => {
  it('is kept, and sent by whoever wrote it once they have signed in again', async () => {
    const visitor = await someoneAt('persona-editor-gloucestershire');
    const kept = await typeAndSend(visitor, part, { body: text.replaceAll('\n', '\r\n'), 'local-heading': 'Ours' });
    expect(kept.headers['cache-control']).toContain('no-store');
    const asked = readPage(kept, 401).section('Sign in to send what you typed');
    expect(asked.text).toContain('The page was made for Ines Illustrative');
    expect(asked.section('What you typed').fact('Text').text).toContain('“Tom & <Jerry>”');
    expect(await bodyStored()).toBeUndefined();

    const wrong = await sendOn(visitor, kept.body, 'email', { email: 'ines@example.nhs.uk', password: 'not this one' });
    const mended = readPage(wrong, 422);
    expect(mended.field('E-mail address').error).toContain('this pair was not found');
    expect(mended.section('What you typed').fact('Text').text).toContain('“Tom & <Jerry>”');

    const choose = await visitor.post(paths.personas(), untouched(postedForms(wrong.body)[0] as PageForm));
    const signedIn = await sendOn(visitor, choose.body, 'person', { person: 'persona-editor-gloucestershire' });
    const offered = readPage(signedIn, 200);
    expect(offered.section('Send what you typed').text).toContain('You are signed in as Ines Illustrative');
    expect(offered.headings).not.toContainEqual(expect.stringContaining('This was typed by'));
    expect(await bodyStored()).toBeUndefined();

    const sent = await sendOn(visitor, signedIn.body, 'body');
    expect(sent.statusCode).toBe(303);
    expect(await bodyStored()).toBe(text);
  });

  it('says whose words they are when another person signs in, and the rules of the page hold for them', async () => {
    const kept = await typeAndSend(
      await someoneAt('persona-contributor'),
      section,
      commentOnLeadership('Only by Asha'),
    );
    expect(kept.statusCode).toBe(401);
    const other = await signInByPassword(service, [], { personId: 'other-person', name: 'Olu Example' });
    await other.submit(paths.signOut(), {});
    const typedIn = { email: 'other-person@example.nhs.uk', password: 'a long enough password for tests' };
    const fields = untouched(formOn(kept.body, 'email'));
    const page = await other.submit(paths.signIn(), { ...fields, ...typedIn, _csrf: await tokenFor(other) });
    expect(readPage(page, 200).section('This was typed by Asha Illustrative').text).toContain(
      'it is recorded in your name, Olu Example',
    );
    const refused = await sendOn(other, page.body, 'comment-LD1');
    expect(refused.statusCode).toBe(403);
  });

  it('is sent on as answers of a section', async () => {
    const visitor = await someoneAt('persona-contributor');
    const kept = await typeAndSend(visitor, section, commentOnLeadership('Evidence of Asha'));
    const choose = await visitor.post(paths.personas(), untouched(postedForms(kept.body)[0] as PageForm));
    const signedIn = await sendOn(visitor, choose.body, 'person', { person: 'persona-contributor' });
    const sent = await sendOn(visitor, signedIn.body, Object.keys(commentOnLeadership('')).join());
    expect(sent.statusCode).toBe(303);
    const rows = await service.database.selectFrom('answer').select('comment').execute();
    expect(rows.map(({ comment }) => comment)).toContain('Evidence of Asha');
  });

  it('keeps a text as long as a form may be', async () => {
    const visitor = await someoneAt('persona-editor-gloucestershire');
    const long = '"\r\n'.repeat(100_000);
    const kept = await typeAndSend(visitor, part, { body: `${long}end` });
    expect(kept.statusCode).toBe(401);
    const choose = await visitor.post(paths.personas(), untouched(postedForms(kept.body)[0] as PageForm));
    const signedIn = await sendOn(visitor, choose.body, 'person', { person: 'persona-editor-gloucestershire' });
    expect(readPage(signedIn, 200).section('Send what you typed').text).toContain('You are signed in as');
    const sent = await sendOn(visitor, signedIn.body, 'body');
    expect(readPage(sent, 422).errors).toEqual([
      { message: expect.stringContaining('must be 50,000 characters or fewer'), field: 'Text' },
    ]);
  });

  it('says that a file cannot be kept, and leads back to the form', async () => {
    const visitor = await someoneAt('persona-programme-manager');
    await visitor.get(paths.newImport());
    await endSessions();
    const kept = await visitor.upload(
      paths.contact(),
      { dated: '2016-02-29' },
      { name: 'x.csv', content: 'x' },
      paths.newImport(),
    );
    const page = readPage(kept, 401);
    expect(page.section('Choose the file again').text).toContain('A file cannot be kept');
    expect(page.link('Sign in and go to the form')).toBe(paths.signIn(paths.newImport()));
  });
});

describe('a form sent by the script of its page', () => {
  const byScript = { ...ownPage, 'x-saves-itself': '1' };

  it.each([
    ['the session has ended', endSessions, {}, 401, 'sign-in-required'],
    ['its token is over', async () => {}, { _csrf: 'old' }, 403, 'form-expired'],
  ] as const)('is told for machines that %s', async (_why, happens, fields, status, code) => {
    const visitor = await someoneAt('persona-editor-gloucestershire', byScript);
    const form = formOn((await visitor.get(part)).body, 'body');
    await happens();
    const answer = await visitor.post(part, { ...untouched(form), body: 'Half a word', ...fields });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status, code });
  });

  it('is told that its writer may not write here any more', async () => {
    const visitor = await someoneAt('persona-contributor', byScript);
    const answer = await visitor.submit(paths.contact(), { body: 'Half a word' }, part);
    expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
  });
});

describe('a form that was taken and led on from', () => {
  it('is named to the script of the next page, and one that was refused is not', async () => {
    const visitor = await someoneAt('persona-editor-gloucestershire');
    const named = (response: { readonly cookies: readonly { readonly name: string }[] }) =>
      response.cookies.find(({ name }) => name === service.app.cookieRules.nameOf('answered'));
    const form = untouched(formOn((await visitor.get(part)).body, 'body'));
    const taken = await visitor.post(part, { ...form, body: 'Taken' });
    expect(taken.statusCode).toBe(303);
    expect(named(taken)).toMatchObject({
      value: expect.stringMatching(new RegExp(`^\\S+ ${part}$`)),
      path: '/',
      sameSite: 'Strict',
      maxAge: 60,
    });
    expect(named(taken)).not.toHaveProperty('httpOnly');
    const refused = await visitor.post(part, { ...form, body: 'x'.repeat(60_000) });
    expect(refused.statusCode).toBe(422);
    expect(named(refused)).toBeUndefined();
  });
});

describe('a form whose token is over', () => {
  it('says who is signed in now, and by whom it was typed, where that is somebody else', async () => {
    const visitor = await someoneAt('persona-editor-gloucestershire');
    const form = formOn((await visitor.get(part)).body, 'body');
    await visitor.become('persona-lead');
    const again = await visitor.post(part, { ...untouched(form), body: 'Of the editor' });
    const page = readPage(again, 403);
    const [, name] = /You are signed in as (.*?)\. /.exec(page.section('Send what you typed').text) ?? [];
    expect(name).toMatch(/ Illustrative$/);
    expect(page.section('This was typed by Ines Illustrative').text).toContain(`recorded in your name, ${name}`);
    expect(page.buttons).toContain(`Send it as ${name}`);
    expect(page.buttons).not.toContain('Send it again');
  });

  it('can be sent again at once', async () => {
    const visitor = await someoneAt('persona-editor-gloucestershire');
    const page = await visitor.get(part);
    const again = await visitor.post(part, {
      ...untouched(formOn(page.body, 'body')),
      body: `Anew: ${text}`,
      _csrf: 'old',
    });
    expect(readPage(again, 403).buttons).toContain('Send it again');
    expect((await sendOn(visitor, again.body, 'body')).statusCode).toBe(303);
    expect(await bodyStored()).toBe(`Anew: ${text}`);
  });

  it('can be sent again without an account where it needs none', async () => {
    const visitor = new Visitor(service.app, '10.8.1.1', ownPage);
    await visitor.get(paths.contact());
    const typed = { name: 'Alex Example', email: 'alex@example.com', topic: 'data', message: 'Where is it?' };
    const again = await visitor.post(paths.contact(), { ...typed, _csrf: 'old' });
    expect(again.statusCode).toBe(403);
    expect((await sendOn(visitor, again.body, 'message')).statusCode).toBe(303);
  });

  it('shows the texts of a form with a file, and says that the file must be chosen again', async () => {
    const visitor = await someoneAt('persona-programme-manager');
    const fields = { _csrf: 'old', dated: '2016-02-29' };
    const again = await visitor.upload(paths.newImport(), fields, { name: 'x.csv', content: 'secret' });
    const shown = readPage(again, 403).section('Choose the file again');
    expect(shown.section('What you typed').fact('Dated').text).toBe('2016-02-29');
    expect(shown.text).toContain('A file cannot be kept');
  });

  it('keeps what is kept already when it comes from the page for signing in', async () => {
    const visitor = await someoneAt('persona-editor-gloucestershire');
    const kept = await typeAndSend(visitor, part, { body: text });
    const again = await sendOn(visitor, kept.body, 'email', {
      _csrf: 'old',
      email: 'a@example.com',
      password: 'hunter2',
    });
    expect(readPage(again, 401).section('What you typed').fact('Text').text).toContain('“Tom & <Jerry>”');
    expectNowhere(again, 'hunter2');
  });

  it('never shows a password', async () => {
    const visitor = new Visitor(service.app, '10.8.1.2', ownPage);
    const answer = await visitor.post(paths.signIn(), { _csrf: 'old', email: 'a@example.com', password: 'hunter2' });
    expect(readPage(answer, 403).link('Go to the sign-in page')).toBe(paths.signIn());
    expectNowhere(answer, 'hunter2');
  });
});

describe('a form from elsewhere', () => {
  it.each([
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { referer: 'https://evil.example/' },
    {},
  ])('is refused without a word of it: %j', async (headers) => {
    const visitor = await someoneAt('persona-editor-gloucestershire', headers as Record<string, string>);
    const answer = await visitor.post(part, { body: 'Read this aloud', _csrf: 'old' });
    expect(answer.statusCode).toBe(403);
    expectNowhere(answer, 'Read this aloud');
    await endSessions();
    const signedOut = await visitor.post(part, { body: 'Read this aloud', _csrf: 'old' });
    expect([401, 403]).toContain(signedOut.statusCode);
    expectNowhere(signedOut, 'Read this aloud');
  });
});

it('keeps in view what was typed where the page says no for another reason', async () => {
  const visitor = await someoneAt('persona-contributor');
  const refused = await visitor.submit(paths.contact(), { body: 'A plan of my own' }, part);
  const page = readPage(refused, 403);
  expect(page.section('What you typed').fact('Text').text).toBe('A plan of my own');
  expect(page.link('Go to My work')).toBe(paths.workspace());
});

function commentOnLeadership(comment: string): Record<string, string> {
  return { 'comment-LD1': comment };
}

async function tokenFor(visitor: Visitor): Promise<string> {
  const [form] = postedForms((await visitor.get(paths.signIn())).body);
  return String(untouched(form as PageForm)._csrf);
}
