import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import { PageReader, readPage } from '../../../test/database/page-reader.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { person, roundId, type SignedTrust, signedTrusts, startProvisional } from './testing/signed-trust.ts';

let service: TestService;
let now = new Date('2017-11-30T12:00:00Z');
let trusts: SignedTrust[];
const QUESTION = 'LD1';

beforeAll(async () => {
  service = await startProvisional(() => now);
  trusts = await signedTrusts(service, 4);
});
afterAll(() => service.close());

/** Those who have to do with a trust that has signed. */
async function peopleOf({ organisationId, regionId, code }: SignedTrust) {
  const id = code.toLowerCase();
  return {
    rina: await person(service, `rina${id}`, { role: 'reviewer', scopeId: regionId }),
    rob: await person(service, `rob${id}`, { role: 'reviewer', scopeId: regionId }),
    cora: await person(service, `cora${id}`, { role: 'coordinator', scopeId: organisationId }),
    asha: await person(service, `asha${id}`, { role: 'contributor', scopeId: organisationId }),
    ana: await person(service, `ana${id}`, { role: 'analyst' }),
  };
}

/** What the list of signed returns says of a trust. */
async function listed(who: Visitor, trust: SignedTrust, query: Record<string, string> = {}): Promise<string> {
  const page = await who.read(paths.signedReturns({ round: roundId, ...query }));
  const href = all(trust);
  const caption = query.wait === 'validated' ? 'Validated, the oldest first' : 'Not validated yet, the oldest first';
  const index = page.places.filter((place) => place.endsWith('/queries')).indexOf(href);
  return page.table(caption)[index]?.join(' | ') ?? `not listed: ${href}`;
}

const all = ({ code }: SignedTrust) => paths.queries(code, roundId);
const about = ({ code }: SignedTrust, what = QUESTION) => paths.queriesAbout(code, roundId, what);
const ask = (who: Visitor, trust: SignedTrust, text: string, what = QUESTION) =>
  who.submit(about(trust, what), { 'text-new': text });

async function queriesOf({ organisationId }: SignedTrust): Promise<string[]> {
  const rows = await service.database
    .selectFrom('thread_step')
    .select('thread_id as id')
    .where('scope_id', '=', organisationId)
    .where('number', '=', 1)
    .where('side', '=', 'asker')
    .orderBy('taken_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Sends what stands under a query on its page as it is now. */
async function write(who: Visitor, trust: SignedTrust, query: string, step: string, text: string, from?: string) {
  const page = from ?? (await who.get(about(trust))).body;
  const form = untouched(formOn(page, `text-${query}`));
  return who.post(paths.query(trust.code, roundId, QUESTION, query), { ...form, [`text-${query}`]: text, step });
}

async function validate(who: Visitor, trust: SignedTrust, fields: Record<string, string>) {
  const digest = (await who.read(all(trust))).hidden('digest');
  return who.submit(all(trust), { digest, ...fields }, paths.validation(trust.code, roundId));
}

describe('a signed return', () => {
  it('is asked about, replied to, resolved and validated, which everybody sees once results are public', async () => {
    const [trust] = trusts as [SignedTrust];
    const { rina, cora, asha } = await peopleOf(trust);
    const from = await rina.read(paths.assessmentResult(trust.code, roundId));
    expect(from.links).toContain('Queries and validation (none open)');
    expect((await rina.read(all(trust))).fact('State').text).toContain('Signed');

    expect(await listed(rina, trust)).toContain('To validate');
    expect((await rina.read(paths.workspace())).text).toContain('Look at signed returns, and validate them');

    expect((await ask(rina, trust, 'Which wards does this cover?')).statusCode).toBe(303);
    expect(await listed(rina, trust)).toContain('Waits for a reply 1 query open: 1 waits for a reply');
    expect((await cora.read(paths.workspace())).section('Waiting for you').text).toContain(
      'Reply to a query about LD1',
    );
    const page = await cora.read(about(trust));
    const [query = ''] = await queriesOf(trust);
    expect(page.section('Query 1 Waits for a reply').text).toContain('Which wards does this cover?');
    expect(page.headings).toContain('The answer as it was signed');
    expect((await cora.read(paths.assessment(trust.code, roundId))).links).toContain('Queries and validation (1 open)');
    const section = await cora.read(paths.assessmentSection(trust.code, roundId, 'leadership'));
    expect(section.link('1, 1 open')).toBe(about(trust));
    // Whoever contributes reads it and replies nothing; who asks is not offered to validate meanwhile.
    expect((await asha.read(about(trust))).fields).toEqual([]);
    expect((await rina.read(all(trust))).text).toContain('It can be validated once no query is open.');

    expect((await write(cora, trust, query, 'reply', 'All of the north wing')).statusCode).toBe(303);
    expect((await rina.read(about(trust))).section('Query 1 Replied').text).toContain('All of the north wing');
    expect(await listed(rina, trust)).toContain('Reply to read');
    expect((await rina.read(paths.workspace())).section('Waiting for you').text).toContain('Read the reply about LD1');
    expect((await write(rina, trust, query, 'ask-again', 'And the south?')).statusCode).toBe(303);
    expect((await write(cora, trust, query, 'reply', 'Since May')).statusCode).toBe(303);
    expect((await write(rina, trust, query, 'resolve', '')).statusCode).toBe(303);
    expect((await cora.read(about(trust))).headings).toContain('Query 1 Resolved');

    expect((await validate(rina, trust, { step: 'validate', note: 'Thank you' })).statusCode).toBe(303);
    expect(await listed(rina, trust, { wait: 'validated' })).toContain('Validated 30 November 2017');
    const validated = await cora.read(all(trust));
    expect(validated.fact('State').text).toContain('Validated');
    expect(validated.section('Validation').text).toContain('Thank you');
    expect((await cora.read(paths.assessmentResult(trust.code, roundId))).text).toContain(
      'Validated by the region on 30 November 2017.',
    );

    const office = await person(service, 'office', { role: 'programme-manager' });
    const day = { 'results-on': '31 January 2018', reason: 'As agreed', after: '0' };
    expect((await office.submit(paths.setResultsDay(roundId), day)).statusCode).toBe(303);
    const publicPage = async () => new PageReader((await service.app.inject(paths.organisation(trust.code))).body).text;
    expect(await publicPage()).not.toContain('Validated by the region');
    now = new Date('2018-01-31T10:00:00Z');
    const shown = await publicPage();
    expect(shown).toContain('Validated by the region on 30 November 2017.');
    expect(shown).not.toContain('north wing');
    const late = await rina.read(all(trust));
    expect(late.text).toContain('The results are public, so the validation stands.');
    now = new Date('2017-11-30T12:00:00Z');
  });

  it('loses its validation for a reason while results are provisional, and is asked about again', async () => {
    const [, trust] = trusts as [SignedTrust, SignedTrust];
    const { rina, rob } = await peopleOf(trust);
    expect((await validate(rina, trust, { step: 'validate', note: '' })).statusCode).toBe(303);
    expect((await rob.read(about(trust))).text).toContain('Nothing more can be asked about it');
    const without = readPage(await validate(rob, trust, { step: 'take-back', reason: ' ' }), 422);
    expect(without.errors[0]?.message).toBe('Say why it is taken back');
    expect((await validate(rob, trust, { step: 'take-back', reason: 'A page is missing' })).statusCode).toBe(303);
    expect((await rob.read(all(trust))).section('Validation').text).toContain('A page is missing');
    expect((await ask(rob, trust, 'Where is page 3?')).statusCode).toBe(303);
    const [query = ''] = await queriesOf(trust);
    const noReason = readPage(await write(rob, trust, query, 'withdraw', ''), 422);
    expect(noReason.errors[0]?.message).toBe('Say why you withdraw it');
    expect((await write(rob, trust, query, 'withdraw', 'Found it')).statusCode).toBe(303);
    expect((await rob.read(about(trust))).section('Query 1 Withdrawn').text).toContain('Found it');
  });
});

describe('two people at once', () => {
  it('either ask or validate, and the other is told with what they typed', async () => {
    const [, , trust] = trusts as [SignedTrust, SignedTrust, SignedTrust];
    const { rina, rob } = await peopleOf(trust);
    const page = readPage(await rina.get(all(trust)), 200);
    const validation = {
      _csrf: await rina.tokenOf(all(trust)),
      digest: page.hidden('digest'),
      form: page.hidden('form'),
      step: 'validate',
      note: 'Typed with care',
    };
    const asking = { _csrf: await rob.tokenOf(about(trust)), 'text-new': 'Asked with care' };
    const [validated, asked] = await Promise.all([
      rina.post(paths.validation(trust.code, roundId), validation),
      rob.post(about(trust), asking),
    ]);
    expect([validated.statusCode, asked.statusCode].toSorted()).toEqual([303, 409]);
    if (asked.statusCode === 409) {
      const told = readPage(asked, 409);
      expect(told.errors[0]?.message).toContain('has validated it already');
      // A form that can be sent no more still shows what was typed.
      expect(told.text).toContain('Asked with care');
    } else {
      const told = readPage(validated, 409);
      expect(told.errors[0]?.message).toContain('1 query about it is open');
      expect(told.text).toContain('Typed with care');
    }
  });

  it('write in one query, and whoever closes it has read it', async () => {
    const [, , , trust] = trusts as [SignedTrust, SignedTrust, SignedTrust, SignedTrust];
    const { rina, rob, cora } = await peopleOf(trust);
    const form = readPage(await rina.get(about(trust)), 200).hidden('form');
    const first = { _csrf: await rina.tokenOf(about(trust)), form, 'text-new': 'Asked once' };
    const sent = await Promise.all([1, 2, 3].map(() => rina.post(about(trust), first)));
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    const [query = '', ...more] = await queriesOf(trust);
    expect(more).toEqual([]);
    const before = (await rob.get(about(trust))).body;
    const theirs = (await cora.get(about(trust))).body;
    expect((await write(cora, trust, query, 'reply', 'A reply')).statusCode).toBe(303);
    const told = readPage(await write(rob, trust, query, 'resolve', 'Fine', before), 409);
    expect(told.errors[0]?.message).toContain('has written in it meanwhile. Read that first');
    expect(told.text).toContain('A reply');
    expect(told.field('Write in query 1').value).toBe('Fine');
    expect((await write(rina, trust, query, 'resolve', '')).statusCode).toBe(303);
    const late = readPage(await write(cora, trust, query, 'reply', 'Too late', theirs), 409);
    expect(late.errors[0]?.message).toContain('has resolved this query meanwhile');
    expect(late.text).toContain('Too late');
  });
});

describe('nobody else', () => {
  it('reads queries than the organisation, its region and the national team', async () => {
    const [trust] = trusts as [SignedTrust];
    const { asha, ana } = await peopleOf(trusts[3] ?? trust);
    const other = trusts.find(({ regionId }) => regionId !== trusts[3]?.regionId);
    expect((await asha.get(about(trusts[3] ?? trust))).statusCode).toBe(200);
    expect((await ana.get(about(trusts[3] ?? trust))).statusCode).toBe(200);
    const strangers = [
      await person(service, 'lena', { role: 'coordinator', scopeId: trust.organisationId }),
      await person(service, 'reg', { role: 'reviewer', scopeId: other?.regionId ?? 'nowhere' }),
    ];
    for (const stranger of strangers) {
      expect((await stranger.get(all(trusts[3] ?? trust))).statusCode).toBe(403);
      expect((await stranger.get(about(trusts[3] ?? trust))).statusCode).toBe(403);
    }
    // Whoever contributes does not reply, and whoever analyses does not validate.
    const [query = ''] = await queriesOf(trusts[3] ?? trust);
    expect((await asha.post(paths.query(trusts[3]?.code ?? '', roundId, QUESTION, query), {})).statusCode).toBe(403);
    expect((await ana.post(paths.validation(trusts[3]?.code ?? '', roundId), {})).statusCode).toBe(403);
  });
});
