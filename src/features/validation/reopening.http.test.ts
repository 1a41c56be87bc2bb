import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import { PageReader, readPage } from '../../../test/database/page-reader.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { checkNumber } from '../../platform/canonical-json.ts';
import { person, roundId, type SignedTrust, signedTrusts, startProvisional } from './testing/signed-trust.ts';

let service: TestService;
let now = new Date('2017-11-30T12:00:00Z');
let trusts: SignedTrust[];
const QUESTION = 'LD1';
const REASON = 'The north wing was left out';

beforeAll(async () => {
  service = await startProvisional(() => now);
  trusts = await signedTrusts(service, 4);
});
afterAll(() => service.close());

async function peopleOf({ organisationId, regionId, code }: SignedTrust) {
  const id = code.toLowerCase();
  return {
    rina: await person(service, `rina${id}`, { role: 'reviewer', scopeId: regionId }),
    cora: await person(service, `cora${id}`, { role: 'coordinator', scopeId: organisationId }),
    eve: await person(service, `eve${id}`, { role: 'executive', scopeId: organisationId }),
  };
}

const overview = ({ code }: SignedTrust) => paths.assessment(code, roundId);
const queries = ({ code }: SignedTrust) => paths.queries(code, roundId);
const reopening = ({ code }: SignedTrust) => paths.reopening(code, roundId);

async function reopen(who: Visitor, trust: SignedTrust, reason = REASON) {
  const { digest } = trust;
  return who.submit(reopening(trust), { digest, reason });
}

/** Says something else to a question than was signed, and has it signed. */
async function signAnew({ cora, eve }: { readonly cora: Visitor; readonly eve: Visitor }, trust: SignedTrust) {
  const section = paths.assessmentSection(trust.code, roundId, 'leadership');
  const form = untouched(formOn((await cora.get(section)).body, `comment-${QUESTION}`));
  const saved = await cora.post(section, { ...form, [`comment-${QUESTION}`]: 'With the north wing' });
  expect(saved.statusCode).toBe(303);
  expect((await cora.submit(paths.assessmentRequest(trust.code, roundId), {})).statusCode).toBe(303);
  const sign = paths.assessmentAuthorise(trust.code, roundId);
  const digest = (await eve.read(sign)).hidden('digest');
  expect((await eve.submit(sign, { declaration: 'accepted', digest })).statusCode).toBe(303);
  return digest;
}

async function scoresOf({ assessmentId }: SignedTrust): Promise<number> {
  const rows = await service.database
    .selectFrom('assessment_score')
    .select('key')
    .where('assessment_id', '=', assessmentId)
    .execute();
  return rows.length;
}

describe('a signed return that is opened again', () => {
  it('is put right and signed anew, and what was signed before stays on record', async () => {
    const [trust] = trusts as [SignedTrust];
    const people = await peopleOf(trust);
    const { rina, cora } = people;
    const about = paths.queriesAbout(trust.code, roundId, QUESTION);
    expect((await rina.submit(about, { 'text-new': 'Where is the north wing?' })).statusCode).toBe(303);
    expect((await rina.read(queries(trust))).links).toContain('Open the return again');
    const waiting = 'Reply to a query about';
    expect((await cora.read(paths.workspace())).text).toContain(waiting);
    const scored = await scoresOf(trust);
    expect(scored).toBeGreaterThan(0);

    expect((await rina.read(reopening(trust))).text).not.toContain('Nobody can sign');
    const without = readPage(await reopen(rina, trust, ' '), 422);
    expect(without.errors[0]?.message).toBe('Say what should be put right');
    expect((await reopen(rina, trust)).statusCode).toBe(303);

    const told = await cora.read(overview(trust));
    expect(told.text).toContain('Opened again by Rina');
    expect(told.text).toContain(REASON);
    expect(await scoresOf(trust)).toBe(0);
    const watched = await rina.read(overview(trust));
    expect(watched.text).toContain(REASON);
    expect(watched.links).not.toContain('See the result');
    expect(watched.links).toContain('Queries and validation (none open)');
    expect((await rina.read(queries(trust))).links).not.toContain('Read the document that was signed');
    expect((await cora.read(queries(trust))).links).toContain('Read the document that was signed');
    const asked = await cora.read(queries(trust));
    expect(asked.fact('State').text).toContain('Open again');
    expect((await cora.read(paths.workspace())).text).not.toContain(waiting);
    expect(asked.text).toContain(REASON);
    expect((await cora.read(about)).fields).toEqual([]);

    expect((await cora.submit(paths.assessmentRequest(trust.code, roundId), {})).statusCode).toBe(303);
    await people.eve.submit(paths.assessmentReturn(trust.code, roundId), { reason: 'And the south wing' });
    const returned = await cora.read(overview(trust));
    expect([REASON, 'And the south wing'].filter((reason) => !returned.text.includes(reason))).toEqual([]);
    now = new Date('2017-11-30T13:00:00Z');
    const digest = await signAnew(people, trust);
    expect((await cora.read(overview(trust))).text).not.toContain(REASON);
    expect(digest).not.toBe(trust.digest);
    expect(await scoresOf(trust)).toBe(scored);
    const history = await cora.read(paths.assessmentDocuments(trust.code, roundId));
    const rows = history.table('Documents').map(([, outcome = '', number]) => [outcome.split(' by ')[0], number]);
    expect(rows).toEqual([
      ['Signed', checkNumber(digest)],
      ['Returned', expect.any(String)],
      [expect.stringContaining('Signed'), checkNumber(trust.digest)],
    ]);
    expect(history.text).toContain('Opened again by Rina');
    const signed = await cora.read(paths.assessmentDocument(trust.code, roundId, digest));
    expect(signed.section('Answers').text).toContain('With the north wing');
    // What was asked was about the other document; the region looks at this one from the start.
    const fresh = await rina.read(queries(trust));
    expect(fresh.fact('State').text).toContain('Signed');
    expect(fresh.text).not.toContain('Where is the north wing?');
    expect((await cora.read(overview(trust))).links).toContain('Queries and validation (none open)');
    const earlier = await rina.read(fresh.link('Queries and validation of the other document'));
    expect(earlier.fact('State').text).toContain('Open again');
    const old = await rina.read(earlier.link(`Queries about ${QUESTION} (1, 1 open)`));
    expect(old.text).toContain('Where is the north wing?');
    expect(old.fields).toEqual([]);

    const office = await person(service, 'office', { role: 'programme-manager' });
    const day = { 'results-on': '31 January 2018', reason: 'As agreed', after: '0' };
    expect((await office.submit(paths.setResultsDay(roundId), day)).statusCode).toBe(303);
    now = new Date('2018-01-31T10:00:00Z');
    const file: { readonly digest: string } = (
      await service.app.inject(paths.signedAssessment(trust.assessmentId))
    ).json();
    expect(file.digest).toBe(digest);
    const late = await rina.read(queries(trust));
    expect(late.links).not.toContain('Open the return again');
    expect(late.links).toContain('Open the return for a correction');
    now = new Date('2017-11-30T12:00:00Z');
  });

  it('loses its validation, and is opened once by two at the same time', async () => {
    const [, trust] = trusts as [SignedTrust, SignedTrust];
    const { rina, cora } = await peopleOf(trust);
    const office = await person(service, 'second', { role: 'programme-manager' });
    const digest = (await rina.read(queries(trust))).hidden('digest');
    const validated = await rina.submit(
      queries(trust),
      { step: 'validate', note: 'Good', digest },
      paths.validation(trust.code, roundId),
    );
    expect(validated.statusCode).toBe(303);
    const both = [rina, office].map(async (who) => ({
      _csrf: await who.tokenOf(reopening(trust)),
      digest,
      reason: REASON,
    }));
    const [first, second] = await Promise.all(both);
    const answers = await Promise.all([
      rina.post(reopening(trust), first ?? {}),
      office.post(reopening(trust), second ?? {}),
    ]);
    const late = answers.find(({ statusCode }) => statusCode === 409);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(late === undefined ? '' : readPage(late, 409).field('What should be put right?').value).toBe(REASON);
    const page = await cora.read(queries(trust));
    expect(page.fact('State').text).toContain('Open again');
    expect(page.section('Validation').text).toContain('Good');
    // It has no result for anybody, on the results day either, until it is signed anew.
    now = new Date('2018-01-31T10:00:00Z');
    const shown = new PageReader((await service.app.inject(paths.organisation(trust.code))).body).text;
    expect(shown).not.toContain('Validated by the region');
    expect((await service.app.inject(paths.signedAssessment(trust.assessmentId))).statusCode).toBe(404);
    now = new Date('2017-11-30T12:00:00Z');
  });

  it('is said to have nobody to sign it anew before it is opened, and is opened all the same', async () => {
    const trust = trusts[3] as SignedTrust;
    const rina = await person(service, 'rinawithout', { role: 'reviewer', scopeId: trust.regionId });
    const office = await person(service, 'third', { role: 'programme-manager' });
    expect((await rina.read(reopening(trust))).text).toMatch(
      /Nobody can sign for .+\. Ask the programme office to invite its executive\./,
    );
    expect((await office.read(reopening(trust))).places).toContain(
      paths.invitePerson({ role: 'executive', place: trust.code }),
    );
    const without = readPage(await reopen(rina, trust, ' '), 422);
    expect(without.text).toContain('Nobody can sign for');
    expect((await reopen(rina, trust)).statusCode).toBe(303);
  });

  it('is opened by nobody of the organisation or of another region', async () => {
    const [, , trust] = trusts as [SignedTrust, SignedTrust, SignedTrust];
    const { cora, eve } = await peopleOf(trust);
    const reg = await person(service, 'reg', { role: 'reviewer', scopeId: 'nowhere' });
    const ana = await person(service, 'ana', { role: 'analyst' });
    for (const who of [cora, eve, reg, ana]) {
      expect((await who.get(reopening(trust))).statusCode).toBe(403);
    }
    expect((await cora.read(queries(trust))).links).not.toContain('Open the return again');
  });
});
