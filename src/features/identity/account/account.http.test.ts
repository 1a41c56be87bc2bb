import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, PASSWORD, signInByPassword } from '../../../../test/builders/sign-in-as.ts';
import { formOn, untouched } from '../../../../test/database/page-forms.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { parseConfig } from '../../../platform/config.ts';
import { type Role, scopeOfRole } from '../role.ts';
import { codeFor } from '../testing/code-for.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

let addresses = 0;
function someone(): Visitor {
  addresses += 1;
  return new Visitor(service.app, `10.6.0.${addresses}`);
}

async function somebody() {
  const personId = `person-${service.context.newId()}`;
  const visitor = await signInByPassword(service, [], { personId, name: 'Sam Example' });
  return { personId, visitor, email: `${personId}@example.nhs.uk` };
}

async function setUp(visitor: Visitor, begin = paths.secondFactor('begin')) {
  const page = await visitor.submit(begin, { password: PASSWORD });
  const key = /<strong>([A-Z2-7 ]+)<\/strong>/.exec(page.body)?.[1]?.replaceAll(' ', '') ?? '';
  const codes = [...page.body.matchAll(/<code>([\w-]+)<\/code>/g)].map(([, code]) => code ?? '');
  const [confirm = ''] = /\/account\/second-factor\/confirm[^"]*/.exec(page.body) ?? [];
  const confirmed = await visitor.submit(paths.account(), { code: codeFor(key) }, confirm);
  return { key, codes, confirmed, page };
}

const sessionsOf = (personId: string) =>
  service.database.selectFrom('session').selectAll().where('person_id', '=', personId).execute();

describe('the account page', () => {
  it('changes the name that stands on what one signs', async () => {
    const { visitor } = await somebody();
    const nameless = await visitor.submit(paths.account(), { name: ' ' }, paths.accountName());
    expect(readPage(nameless, 422).field('Your name').error).toBe('Enter your name');
    const hidden = await visitor.submit(paths.account(), { name: 'Sam\u200B Changed' }, paths.accountName());
    expect(hidden.statusCode).toBe(422);
    await visitor.submit(paths.account(), { name: 'Sam  Changed' }, paths.accountName());
    expect((await visitor.read(paths.workspace())).title).toContain('Sam Changed');
  });

  it('changes the password for whoever knows the old one, and signs out everywhere else', async () => {
    const { visitor, personId, email } = await somebody();
    const elsewhere = someone();
    await elsewhere.submit(paths.signIn(), { email, password: PASSWORD });
    const change = (password: string, next: string) =>
      visitor.submit(paths.account(), { password, 'new-password': next }, paths.accountPassword());
    const unknown = readPage(await change('not mine at all', 'four quiet green boats'), 422);
    expect(unknown.field('Current password').error).toBe('This is not your password');
    const short = readPage(await change(PASSWORD, 'short'), 422);
    expect(short.field('New password').error).toContain('must have at least 12 characters');
    expect((await change(PASSWORD, 'four quiet green boats')).headers.location).toBe(paths.account());
    expect((await visitor.get(paths.account())).statusCode).toBe(200);
    expect((await elsewhere.get(paths.account())).statusCode).toBe(303);
    expect(await sessionsOf(personId)).toHaveLength(1);
    const anew = await someone().submit(paths.signIn(), { email, password: 'four quiet green boats' });
    expect(anew.statusCode).toBe(303);
  });

  it('takes a password as it is typed, spaces at its ends among it, when it is chosen and when one signs in', async () => {
    const { visitor, email } = await somebody();
    const next = ' four quiet green boats ';
    await visitor.submit(paths.account(), { password: PASSWORD, 'new-password': next }, paths.accountPassword());
    expect((await someone().submit(paths.signIn(), { email, password: next.trim() })).statusCode).toBe(422);
    expect((await someone().submit(paths.signIn(), { email, password: next })).statusCode).toBe(303);
  });

  it('lists where one is signed in, and signs out there; of nobody else', async () => {
    const { visitor, personId, email } = await somebody();
    const elsewhere = someone();
    await elsewhere.submit(paths.signIn(), { email, password: PASSWORD });
    const stranger = await somebody();
    const page = await visitor.get(paths.account());
    const [ends = ''] = /\/account\/sessions\/[\w-]+\/end/.exec(page.body) ?? [];
    await stranger.visitor.submit(paths.account(), {}, ends);
    expect(await sessionsOf(personId)).toHaveLength(2);
    await visitor.submit(paths.account(), {}, ends);
    expect((await elsewhere.get(paths.account())).statusCode).toBe(303);
    expect((await visitor.get(paths.account())).statusCode).toBe(200);
  });
});

describe('a second factor', () => {
  it('is asked for at the next sign-in, and opens the account with the password only', async () => {
    const { visitor, personId, email } = await somebody();
    expect((await visitor.submit(paths.secondFactor('begin'), { password: 'a wrong one' })).statusCode).toBe(422);
    const { key, confirmed, page: scan } = await setUp(visitor);
    expect(scan.body).toMatch(/<svg class="ldr-qr"[^>]* role="img" aria-label="QR code/);
    expect(confirmed.headers.location).toBe(paths.account());
    expect((await visitor.read(paths.account())).section('Code from an app').text).toContain('a code from an app');

    const before = (await sessionsOf(personId)).length;
    const anew = someone();
    const half = await anew.submit(paths.signIn(paths.account()), { email, password: PASSWORD });
    expect(half.headers.location).toBe(paths.signInCode(paths.account()));
    expect((await anew.get(paths.account())).statusCode).toBe(303);
    expect(await sessionsOf(personId)).toHaveLength(before);
    const page = paths.signInCode(paths.account());
    const faultOf = async (code: string) => readPage(await anew.submit(page, { code }), 422).field('Code').error;
    expect(await faultOf('')).toBe('Enter the code');
    expect(await faultOf('000000')).toContain('This code is not right');
    expect((await anew.submit(page, { code: codeFor(key) })).headers.location).toBe(paths.account());
    expect((await anew.get(paths.account())).statusCode).toBe(200);
  });

  it('can be stood in for by each recovery code once', async () => {
    const { visitor, email } = await somebody();
    const { codes } = await setUp(visitor);
    expect(codes).toHaveLength(10);
    const tries = [];
    for (const code of [codes[0], codes[0], codes[1]]) {
      const anew = someone();
      await anew.submit(paths.signIn(), { email, password: PASSWORD });
      tries.push((await anew.submit(paths.signInCode(), { code: code ?? '' })).statusCode);
    }
    expect(tries).toEqual([303, 422, 303]);
  });

  it('cannot be guessed: a sign-in ends after five wrong codes', async () => {
    const { visitor, email } = await somebody();
    const { key } = await setUp(visitor);
    const anew = someone();
    await anew.submit(paths.signIn(), { email, password: PASSWORD });
    for (let number = 0; number < 6; number += 1) {
      await anew.submit(paths.signInCode(), { code: '000000' });
    }
    expect((await anew.submit(paths.signInCode(), { code: codeFor(key) })).statusCode).toBe(422);
  });

  it('shows the key and the recovery codes again after a first code that was not right', async () => {
    const { visitor } = await somebody();
    const scan = await visitor.submit(paths.secondFactor('begin'), { password: PASSWORD });
    const form = untouched(formOn(scan.body, 'code'));
    const confirm = paths.secondFactor('confirm');
    const again = await visitor.post(confirm, { ...form, code: '000000' });
    expect(again.statusCode).toBe(422);
    for (const shown of [
      /<strong>[A-Z2-7 ]+<\/strong>/,
      /<svg[^>]*role="img".*?<\/svg>/s,
      /<ul class="ldr-codes">.*?<\/ul>/s,
    ]) {
      expect(shown.exec(again.body)?.[0]).toBe(shown.exec(scan.body)?.[0] ?? 'not shown');
    }
    const forged = await visitor.post(confirm, { ...form, _begun: `${form._begun}x`, code: '000000' });
    expect(readPage(forged, 422).headings).not.toContain('2. Keep your recovery codes');
    const key = /<strong>([A-Z2-7 ]+)<\/strong>/.exec(again.body)?.[1]?.replaceAll(' ', '') ?? '';
    const typed = { ...untouched(formOn(again.body, 'code')), code: codeFor(key) };
    expect((await visitor.post(confirm, typed)).statusCode).toBe(303);
  });

  it('is not asked for before its first code was right, and can be taken off with the password', async () => {
    const { visitor, email } = await somebody();
    await visitor.submit(paths.secondFactor('begin'), { password: PASSWORD });
    expect((await visitor.submit(paths.account(), { code: '000000' }, paths.secondFactor('confirm'))).statusCode).toBe(
      422,
    );
    const unasked = await someone().submit(paths.signIn(), { email, password: PASSWORD });
    expect(unasked.headers.location).toBe(paths.workspace());
    await setUp(visitor);
    const renewed = await visitor.submit(paths.secondFactor('codes'), { password: PASSWORD });
    expect([...renewed.body.matchAll(/<code>/g)]).toHaveLength(10);
    expect((await visitor.submit(paths.secondFactor('off'), { password: PASSWORD })).headers.location).toBe(
      paths.account(),
    );
    const free = await someone().submit(paths.signIn(), { email, password: PASSWORD });
    expect(free.headers.location).toBe(paths.workspace());
  });

  it('keeps neither key nor codes readable in the database', async () => {
    const { visitor, personId } = await somebody();
    const { key, codes } = await setUp(visitor);
    const row = await service.database
      .selectFrom('two_factor')
      .selectAll()
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(key);
    expect(codes.filter((code) => JSON.stringify(row).includes(code))).toEqual([]);
  });
});

describe('a passkey', () => {
  const row = (personId: string) => ({
    id: `passkey-of-${personId}`,
    person_id: personId,
    name: 'Work laptop',
    public_key: '',
    credential_id: personId,
    counter: 0,
    device_type: 'singleDevice',
    backed_up: false,
    transports: '',
  });

  it('is neither added nor removed, nor a code set up beside it, by who knows the password alone', async () => {
    const { visitor, personId } = await somebody();
    await service.database.insertInto('passkey').values(row(personId)).execute();
    await service.database
      .updateTable('session')
      .set({ by_passkey: false })
      .where('person_id', '=', personId)
      .execute();
    const own = (await visitor.read(paths.account())).section('Passkeys');
    expect(own.link('sign in with one of them')).toBe(paths.signIn(paths.account()));
    for (const address of [paths.passkeyOptions(), paths.passkeys(), paths.removePasskey(row(personId).id)]) {
      expect((await visitor.submit(paths.account(), {}, address)).statusCode, address).toBe(403);
    }
    expect((await visitor.submit(paths.secondFactor('begin'), { password: PASSWORD })).statusCode).toBe(403);
    await service.database.updateTable('session').set({ by_passkey: true }).where('person_id', '=', personId).execute();
    expect((await visitor.submit(paths.account(), {}, paths.removePasskey(row(personId).id))).statusCode).toBe(303);
  });

  it('is nobody else’s to remove, and never made of what no browser made', async () => {
    const [owner, stranger] = [await somebody(), await somebody()];
    await service.database.insertInto('passkey').values(row(owner.personId)).execute();
    const removal = paths.removePasskey(row(owner.personId).id);
    expect((await stranger.visitor.submit(paths.account(), {}, removal)).statusCode).toBe(404);
    for (const made of ['', 'none', '{}', '{"id":"x","rawId":"x","type":"public-key","response":{}}']) {
      const typed = { 'passkey-name': 'Mine', _passkey: made };
      const response = await stranger.visitor.submit(paths.account(), typed, paths.passkeys());
      expect(response.statusCode, made).toBe(422);
      const page = readPage(response, 422);
      expect(page.errors[0]?.message).toContain('No passkey was made');
      expect(page.section('Passkeys').link('Set up a code from an app instead')).toBe(paths.secondFactor('begin'));
      expect((await someone().submit(paths.signIn(), { _passkey: made }, paths.signInPasskey())).statusCode).toBe(422);
    }
  });
});

describe('a role that needs a second factor', () => {
  const signIn = async (role: Role, wanted = '') => {
    const { email, password } = await addPerson(service, [roleToHold(role)]);
    const visitor = someone();
    const page = paths.signIn(wanted === '' ? undefined : wanted);
    return { visitor, signedIn: await visitor.submit(page, { email, password }) };
  };
  const roleToHold = (role: Role) => ({ role, scopeId: scopeIds[scopeOfRole[role]] });
  const scopeIds = { organisation: 'RP5', footprint: 'footprint:doncaster', region: 'Y54', nation: '' };

  it('leads its holder to set one up right after signing in, and then on', async () => {
    const { visitor, signedIn } = await signIn('analyst', paths.manageExemplars());
    const needed = paths.factorNeeded(paths.manageExemplars());
    expect(signedIn.headers.location).toBe(needed);
    const page = (await visitor.read(needed)).section('Set up a second factor');
    expect(page.text).toContain('nobody who learns it can act for you: National analyst, national team');
    expect(page.link('Go on without')).toBe(paths.manageExemplars());
    const refused = readPage(await visitor.get(paths.manageExemplars()), 403).section('You cannot do this');
    expect(refused.text).toContain('Your role needs a second factor here');
    const work = (await visitor.get(paths.workspace())).body;
    expect(work).toContain('You need a second factor for these roles');
    expect(work).toContain('No role without a second factor');
    const begin = paths.secondFactor('begin', paths.manageExemplars());
    expect((await setUp(visitor, begin)).confirmed.headers.location).toBe(paths.manageExemplars());
    expect((await visitor.get(paths.manageExemplars())).statusCode).toBe(200);
    expect((await visitor.get(needed)).headers.location).toBe(paths.manageExemplars());
  });

  it('is named where people are looked after, too', async () => {
    const { visitor } = await signIn('programme-manager');
    for (const address of [paths.people(), paths.invitePerson()]) {
      const refused = readPage(await visitor.get(address), 403).section('You cannot do this');
      expect(refused.text).toContain('Your role needs a second factor here');
    }
  });

  it.each([
    ['executive', true],
    ['reviewer', true],
    ['analyst', true],
    ['programme-manager', true],
    ['administrator', true],
    ['contributor', false],
    ['coordinator', false],
    ['editor', false],
    ['lead', false],
  ] as const)('unless another is set: %s, %s', async (role, needsOne) => {
    const { signedIn } = await signIn(role);
    expect(signedIn.headers.location).toBe(needsOne ? paths.factorNeeded(paths.workspace()) : paths.workspace());
  });

  it('is no role that does not exist', async () => {
    const wrong = parseConfig({ DEMO: '0', LOG_LEVEL: 'silent', SECOND_FACTOR_ROLES: 'king' });
    await expect(startTestService('facts', { config: wrong })).rejects.toThrow('“king” is no role');
  });
});
