import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOn, untouched } from '../../../../test/database/page-forms.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import { paths } from '../../../paths.ts';
import { readRecomputed } from '../../assessment/scoring/read-recomputed.ts';
import { person, roundId, type SignedTrust, signedTrusts, startProvisional } from '../testing/signed-trust.ts';

let service: TestService;
let trust: SignedTrust;
let now = new Date('2017-11-30T12:00:00Z');
const SECTION = 'leadership';
const [WHY, MISTAKE] = ['Two wards were counted twice', 'It was the other trust'];

beforeAll(async () => {
  service = await startProvisional(() => now);
  [trust] = (await signedTrusts(service, 1)) as [SignedTrust];
});
afterAll(() => service.close());

async function people() {
  return {
    office: await person(service, 'office', { role: 'programme-manager' }),
    rina: await person(service, 'rina', { role: 'reviewer', scopeId: trust.regionId }),
    cora: await person(service, 'cora', { role: 'coordinator', scopeId: trust.organisationId }),
    eve: await person(service, 'eve', { role: 'executive', scopeId: trust.organisationId }),
  };
}

async function public_() {
  const { items } = (await service.app.inject(`/api/v1/results?round=${roundId}&organisation=${trust.code}`)).json();
  const page = readPage(await service.app.inject(paths.organisation(trust.code)), 200).text;
  const signed: { readonly digest: string } = (
    await service.app.inject(paths.signedAssessment(trust.assessmentId))
  ).json();
  return { items, page, digest: signed.digest };
}

async function differences(): Promise<string[]> {
  const found = [];
  for await (const each of readRecomputed(service.database, service.context.pack, roundId)) {
    if (each.organisationId === trust.organisationId) {
      found.push(...each.differences.map(({ key }) => key), ...(each.fault === null ? [] : [each.fault]));
    }
  }
  return found;
}

/** What each answer says by now, and what it ever said. */
async function answers() {
  const { database } = service;
  const of = { now: 'answer', ever: 'answer_history' } as const;
  const read = (table: (typeof of)[keyof typeof of]) =>
    database
      .selectFrom(table)
      .select(['question_id', 'option_id', 'elements_met', 'not_applicable', 'comment', 'answered_by'])
      .where('assessment_id', '=', trust.assessmentId)
      .orderBy('question_id')
      .orderBy('revision')
      .execute();
  return { now: await read(of.now), ever: await read(of.ever) };
}

test('a correction that was opened by mistake is taken back, and everything is as it was signed', async () => {
  const { office, rina, cora, eve } = await people();
  const [queries, reopening] = [paths.queries(trust.code, roundId), paths.reopening(trust.code, roundId)];
  const day = { 'results-on': '31 January 2018', reason: 'As agreed', after: '0' };
  expect((await office.submit(paths.setResultsDay(roundId), day)).statusCode).toBe(303);
  now = new Date('2018-02-01T10:00:00Z');
  const [published, signed] = [await public_(), await answers()];
  const open = { digest: trust.digest, kind: 'correct', reason: WHY };
  expect((await rina.submit(reopening, open)).statusCode).toBe(303);

  now = new Date('2018-02-02T10:00:00Z');
  const section = paths.assessmentSection(trust.code, roundId, SECTION);
  const form = untouched(formOn((await cora.get(section)).body, 'comment-LD1'));
  const other = form['answer-LD1'] === 'disagree-completely' ? 'agree-completely' : 'disagree-completely';
  const typed = { ...form, 'answer-LD1': other, 'comment-LD1': 'Counted once' };
  expect((await cora.post(section, typed)).statusCode).toBe(303);
  expect((await cora.submit(paths.assessmentRequest(trust.code, roundId), {})).statusCode).toBe(303);
  const sign = paths.assessmentAuthorise(trust.code, roundId);
  const toSign = { declaration: 'accepted', digest: (await eve.read(sign)).hidden('digest') };
  const _csrf = await eve.tokenOf(sign);

  const back = await rina.read((await rina.read(queries)).link('Take the correction back'));
  const fields = {
    digest: back.hidden('digest'),
    kind: back.hidden('kind'),
    opened: back.hidden('opened'),
    reason: MISTAKE,
  };
  expect(readPage(await rina.submit(reopening, { ...fields, reason: ' ' }), 422).errors[0]?.message).toBe(
    'Say why it is taken back',
  );
  expect((await cora.post(reopening, fields)).statusCode).toBe(403);
  expect((await rina.submit(reopening, fields)).statusCode).toBe(303);

  expect(await public_()).toEqual(published);
  expect(await differences()).toEqual([]);
  const after = await answers();
  expect(after.now).toEqual(signed.now);
  expect(after.ever.map(({ comment }) => comment)).toContain('Counted once');
  expect((await eve.post(sign, { _csrf, ...toSign })).statusCode).toBe(409);
  expect(await public_()).toEqual(published);
  const shown = await cora.read(queries);
  expect(shown.text).toContain('Taken back by Rina Example');
  expect(shown.text).toContain(MISTAKE);
  expect(shown.text).not.toContain('Open for a correction.');
  const documents = await cora.read(paths.assessmentDocuments(trust.code, roundId));
  expect(documents.table('Documents').map(([, outcome = '']) => outcome.slice(0, 10))).toEqual([
    'Not signed',
    'Signed on ',
  ]);
  // It takes nothing more.
  expect((await cora.post(section, typed)).statusCode).toBe(409);

  // It is opened again: a page from before takes nothing back, and what stood is again what it was opened with.
  expect((await rina.submit(reopening, open)).statusCode).toBe(303);
  now = new Date('2018-02-03T10:00:00Z');
  const stale = readPage(await rina.submit(reopening, fields), 409);
  expect(stale.errors[0]?.message).toContain('taken back already');
  expect(stale.field('Why is it taken back?').value).toBe(MISTAKE);
  const again = await rina.read(reopening);
  expect((await cora.submit(paths.assessmentRequest(trust.code, roundId), {})).statusCode).toBe(303);
  now = new Date('2018-02-05T10:00:00Z');
  const digest = (await eve.read(sign)).hidden('digest');
  expect((await eve.submit(sign, { declaration: 'accepted', digest })).statusCode).toBe(303);
  const late = { ...fields, opened: again.hidden('opened'), digest: again.hidden('digest') };
  const told = readPage(await rina.submit(reopening, late), 409);
  expect(told.errors[0]?.message).toContain('The correction is signed already');
});
