import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, PASSWORD, signInAs, signInByPassword } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import {
  addressOf,
  asCoordinator,
  asManager,
  choosePassword,
  grantsOf,
  linkIn,
  type MailedService,
  NEW_PASSWORD,
  startMailedService,
} from './testing/mailed-service.ts';

let service: MailedService;
beforeAll(async () => {
  service = await startMailedService();
});
afterAll(() => service.close());

const someone = (name: string) => new Visitor(service.app, addressOf(name));
const signIn = async (visitor: Visitor, email: string, password = NEW_PASSWORD) =>
  (await visitor.submit(paths.signIn(), { email, password })).statusCode;

describe('inviting', () => {
  it('sends a letter with a link that lets its reader choose a password, once', async () => {
    const email = 'asha.sample@example.nhs.uk';
    const response = await (await asCoordinator(service)).submit(paths.invitePerson(), {
      email: 'Asha.Sample@example.nhs.uk',
      name: 'Asha {link} Sample',
      'job-title': 'Ward sister',
      role: 'contributor',
      place: 'RL4',
      until: '2090-03-31',
    });
    expect(response.headers.location).toBe(paths.people());
    expect(await grantsOf(service, email)).toMatchObject([
      { role: 'contributor', scope_id: 'RL4', ends_at: new Date('2090-03-31T23:00:00Z') },
    ]);
    const text = await service.letterTo(email, 'You are invited to Local Digital Roadmaps');
    expect(text).toContain('Cora Coordinator has given you a role');
    expect(text).toContain('It ends after 31 March 2090.');
    expect(text).toContain('You answer those questions of the self-assessment that you know about');
    const link = linkIn(text);
    const visitor = someone('visitor 1');
    expect(await signIn(visitor, email)).toBe(422);
    const welcome = readPage(await visitor.get(link), 200).section('Welcome to Local Digital Roadmaps');
    for (const said of ['Hello Asha {link} Sample', 'Section contributor, The Royal Wolverhampton', email]) {
      expect(welcome.text).toContain(said);
    }
    expect(welcome.text).not.toContain('you are signed out');
    const short = readPage(await choosePassword(service, link, 'too short'), 422);
    expect(short.field('Password').error).toContain('must have at least 12 characters');
    expect((await choosePassword(service, link)).statusCode).toBe(303);
    expect(readPage(await choosePassword(service, link), 404).title).toBe('This link does not work any more');
    const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
    const late = { token, password: NEW_PASSWORD };
    expect((await visitor.submit(paths.contact(), late, paths.choosePassword())).statusCode).toBe(422);
    expect(await signIn(visitor, email)).toBe(303);
    expect((await visitor.read(paths.workspace())).text).toContain(
      'Your roles: Section contributor, The Royal Wolverhampton',
    );
    const [kept] = await service.database.selectFrom('letter').selectAll().where('recipient', '=', email).execute();
    expect(kept).toMatchObject({ state: 'sent', link: null });
    expect(JSON.stringify(await service.database.selectFrom('verification').selectAll().execute())).not.toContain(
      new URL(link, 'http://x').searchParams.get('token'),
    );
  });

  it('tells everything that is wrong at once, and keeps what was typed', async () => {
    const response = await (await asManager(service)).submit(paths.invitePerson(), {
      email: 'x',
      'job-title': 'Nurse',
      until: 'soon',
    });
    const page = readPage(response, 422);
    expect(page.errors).toEqual([
      { field: 'E-mail address', message: expect.stringContaining('such as a.sample@') },
      { field: 'Name', message: 'Enter the person’s name' },
      { field: 'Role', message: 'Choose a role' },
      { field: 'Last day (optional)', message: expect.stringContaining('The last day must be a real day') },
    ]);
    expect(page.field('Job title (optional)').value).toBe('Nurse');
  });

  it('gives somebody with an account one role more and leaves their password', async () => {
    const { email } = await addPerson(service, [{ role: 'analyst' }]);
    const visitor = await asManager(service);
    const wanted = { email, name: 'Sam', role: 'lead', place: 'doncaster' };
    expect((await visitor.submit(paths.invitePerson(), wanted)).statusCode).toBe(303);
    expect((await visitor.read(paths.people())).told).toBe('1 role given. Sam is told by e-mail.');
    expect(await service.letterTo(email, 'You are invited')).not.toContain('choose-password');
    const again = await visitor.submit(paths.invitePerson(), wanted);
    expect(readPage(again, 422).field('E-mail address').error).toContain('has this role already');
    expect(await grantsOf(service, email)).toHaveLength(2);
  });

  it.each([
    ['a role that is not theirs to give', { role: 'executive', place: 'RL4' }, 'Role', 'Choose a role'],
    ['a place not theirs', { role: 'contributor', place: 'RP5' }, 'Place', 'You cannot give this role for Doncaster'],
    ['a place that is none', { role: 'contributor', place: 'ZZZ' }, 'Place', 'There is no organisation “ZZZ”'],
  ])('is refused for %s', async (_what, typed, field, message) => {
    const email = `nobody-${service.context.newId()}@example.nhs.uk`;
    const response = await (await asCoordinator(service)).submit(paths.invitePerson(), { email, name: 'N', ...typed });
    expect(readPage(response, 422).errors).toEqual([{ field, message: expect.stringContaining(message) }]);
    expect(await grantsOf(service, email)).toEqual([]);
  });
});

describe('those who look after one place', () => {
  it.each([
    ['coordinator', 'RL4', 'contributor'],
    ['lead', 'footprint:don', 'editor'],
    ['reviewer', 'region:Y54', 'reviewer'],
  ] as const)('a %s of %s invites a %s there, until a day that the person is told', async (role, scopeId, given) => {
    const email = `${given}-of-${role}-${service.context.newId()}@example.nhs.uk`;
    const visitor = await signInAs(service, [{ role, scopeId }]);
    const { body } = await visitor.get(paths.invitePerson());
    const offered = [...body.matchAll(/name="role"[^>]* value="([^"]*)"/g)].map(([, value]) => value);
    expect(offered).toEqual([given]);
    const typed = { email, name: 'New', role: given, until: '31 January 2090' };
    expect((await visitor.submit(paths.invitePerson(), typed)).statusCode).toBe(303);
    expect(await grantsOf(service, email)).toMatchObject([{ role: given, scope_id: scopeId }]);
    expect(await service.letterTo(email, 'You are invited')).toContain('It ends after 31 January 2090.');
  });
});

describe('the place of a role', () => {
  const inviteTo = async (role: string, place: string) => {
    const email = `place-${service.context.newId()}@example.nhs.uk`;
    const manager = await asManager(service);
    const response = await manager.submit(paths.invitePerson(), { email, name: 'P', role, place });
    const given = (await grantsOf(service, email)).map(({ scope_id }) => scope_id);
    return { response, given };
  };

  it.each([
    ['executive', 'the royal wolverhampton nhs trust', 'RL4'],
    ['lead', 'Doncaster', 'footprint:don'],
    ['reviewer', 'North of England', 'region:Y54'],
  ])('is called by its name: %s of %s', async (role, place, scopeId) => {
    expect(await inviteTo(role, place)).toMatchObject({ response: { statusCode: 303 }, given: [scopeId] });
  });

  it('is asked about where a name is only like it, with what to enter', async () => {
    const { response, given } = await inviteTo('executive', 'wolverhampton');
    const { error } = readPage(response, 422).field('Place');
    expect(error).toContain('Which place is “wolverhampton”?');
    expect(error).toContain('RL4 for The Royal Wolverhampton NHS Trust');
    expect(given).toEqual([]);
  });
});

describe('inviting many', () => {
  it('tells the faults of all lines at once, and invites nobody', async () => {
    const people = [
      'email;name;role;place;until',
      'one@example.nhs.uk;One;contributor;RL4;',
      'two;;contributor;RL4;',
      'three@example.nhs.uk;Three;king;RL4;',
      'four@example.nhs.uk;Four;lead;atlantis;2001-01-01',
      'five@example.nhs.uk;Five;executive;ZZZ;',
    ].join('\n');
    const response = await (await asManager(service)).submit(paths.inviteMany(), { people });
    const page = readPage(response, 422);
    expect(page.errors.map(({ message }) => message)).toEqual(
      [
        'Line 3: enter an e-mail address',
        'Line 3: enter the person’s name',
        'Line 4: the role must be one of contributor',
        'Line 5: the last day must be today or later',
        'Line 6: There is no organisation “ZZZ”',
      ].map((message) => expect.stringContaining(message)),
    );
    expect(page.field('Or their lines').value).toContain('one@example.nhs.uk;One;contributor;RL4;');
    expect(await grantsOf(service, 'one@example.nhs.uk')).toEqual([]);
  });

  it('takes a file, and gives its lines back to be mended where one is wrong', async () => {
    const visitor = await asManager(service);
    const send = (name: string, content: string) =>
      visitor.upload(paths.inviteMany(), {}, { name, content }, paths.inviteManyFromFile());
    const lines = 'email,name,role\nfile-one@example.nhs.uk,One,analyst\nx,Two,king';
    const wrong = readPage(await send('people.csv', lines), 422);
    expect(wrong.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('Line 3: enter an e-mail address'),
      expect.stringContaining('Line 3: the role must be one of'),
    ]);
    expect(wrong.field('Or their lines').value).toBe(lines);
    const faultOf = async (name: string, content: string) =>
      readPage(await send(name, content), 422).field('File of people').error;
    expect(await faultOf('people.csv', '')).toBe('Choose a file that is not empty');
    expect(await faultOf('people.xlsx', 'PK\u0003\u0004')).toContain('save the sheet as CSV');
    expect((await send('people.csv', 'x'.repeat(1_100_000))).statusCode).toBe(413);
    const right = await send('people.csv', '\ufeffEmail;Name;Role\r\nfile-one@example.nhs.uk;One;analyst\r\n');
    expect(right.statusCode).toBe(303);
    expect(await grantsOf(service, 'file-one@example.nhs.uk')).toHaveLength(1);
    const stranger = await signInAs(service, [{ role: 'analyst' }]);
    const refused = await stranger.upload(paths.account(), {}, { name: 'a', content: 'a' }, paths.inviteManyFromFile());
    expect(refused.statusCode).toBe(403);
  });

  it('invites all of them, each with one link in all their letters', async () => {
    const email = 'twice@example.nhs.uk';
    const people = `email,name,role,place\n${email},"Two, Roles",editor,doncaster\n${email},"Two, Roles",Contributor,RP5\n`;
    expect((await (await asManager(service)).submit(paths.inviteMany(), { people })).statusCode).toBe(303);
    const links = (await service.waitForLetters(email, 2)).map(linkIn);
    expect(new Set(links).size).toBe(1);
    expect((await choosePassword(service, links[0] ?? '')).statusCode).toBe(303);
  });
});

describe('a forgotten password', () => {
  it('is mended by a link, and the page says the same whether or not there is an account', async () => {
    const personId = `person-${service.context.newId()}`;
    const signedIn = await signInAs(service, [{ role: 'analyst' }], { personId });
    const email = `${personId}@example.nhs.uk`;
    const known = await someone('visitor 2').submit(paths.forgottenPassword(), { email });
    const unknown = await someone('visitor 3').submit(paths.forgottenPassword(), { email: 'stranger@example.nhs.uk' });
    const said = ({ body }: { body: string }) =>
      /<main[\s\S]*<\/main>/.exec(body)?.[0].replaceAll(/[\w.-]+@example\.nhs\.uk/g, '');
    expect(said(known)).toBe(said(unknown));
    expect([known.statusCode, unknown.statusCode]).toEqual([200, 200]);
    const link = linkIn(await service.letterTo(email, 'Your password for Local Digital Roadmaps'));
    expect((await choosePassword(service, link)).statusCode).toBe(303);
    expect((await signedIn.get(paths.workspace())).headers.location).toBe(paths.signIn(paths.workspace()));
    expect(await signIn(someone('visitor 4'), email)).toBe(303);
    expect(service.lettersTo('stranger@example.nhs.uk')).toEqual([]);
  });

  it('is mended by a programme manager too, with the older link void', async () => {
    const personId = `person-${service.context.newId()}`;
    await addPerson(service, [{ role: 'analyst' }], { personId });
    const email = `${personId}@example.nhs.uk`;
    const [grant] = await grantsOf(service, email);
    const visitor = await asManager(service);
    await visitor.submit(paths.recoverPerson(grant?.role_grant_id ?? ''), {});
    const first = linkIn(await service.letterTo(email, 'Your password'));
    await visitor.submit(paths.recoverPerson(grant?.role_grant_id ?? ''), {});
    await service.waitForLetters(email, 2);
    expect((await choosePassword(service, first)).statusCode).toBe(404);
  });
});

describe('a change of how somebody signs in', () => {
  it('is told to them, with what to do if it was somebody else', async () => {
    const personId = `person-${service.context.newId()}`;
    const visitor = await signInByPassword(service, [], { personId, name: 'Sam Example' });
    const email = `${personId}@example.nhs.uk`;
    const fields = { password: 'not my password at all', 'new-password': NEW_PASSWORD };
    expect((await visitor.submit(paths.account(), fields, paths.accountPassword())).statusCode).toBe(422);
    await visitor.submit(paths.account(), { ...fields, password: PASSWORD }, paths.accountPassword());
    const letter = await service.letterTo(email, 'Your password was changed');
    expect(letter).toContain('Dear Sam Example,');
    expect(letter).toContain(
      `If it was not you, choose a new password at once at http://roadmaps.example/forgotten-password`,
    );
    await service.database.updateTable('person').set({ two_factor_enabled: true }).where('id', '=', personId).execute();
    await visitor.submit(paths.secondFactor('off'), { password: 'not my password at all' });
    await visitor.submit(paths.secondFactor('off'), { password: NEW_PASSWORD });
    await service.letterTo(email, 'Your second factor was taken off');
    expect(await service.waitForLetters(email, 2)).toHaveLength(2);
    const events = await service.database
      .selectFrom('audit_event')
      .select('action')
      .where('person_id', '=', personId)
      .orderBy('sequence')
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['person.choose-password', 'person.take-code-off']);
  });
});

describe('without a mail server', () => {
  it('shows the link once, to be passed on, and says where a mail server is set up', async () => {
    const closed = await startTestService('facts');
    const visitor = await signInAs(closed, [{ role: 'administrator' }]);
    const page = await visitor.submit(paths.invitePerson(), {
      email: 'new@example.nhs.uk',
      name: 'New',
      role: 'analyst',
    });
    expect(readPage(page, 200).section('Links to pass on').text).toContain('The links are shown only once.');
    expect(page.body).toMatch(/\/choose-password\?token=[\w-]{32}/);
    expect(page.headers['cache-control']).toContain('no-store');
    const forgotten = await new Visitor(closed.app).read(paths.forgottenPassword());
    expect(forgotten.section('Forgotten password').text).toContain('This service sends no mail');
    const letters = (await visitor.read(paths.letters())).section('E-mails');
    expect(letters.text).toContain('No e-mail has been written yet.');
    expect(letters.link('Set up a mail server')).toBe(paths.serviceSettings());
    await closed.close();
  });
});
