import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { checkNumber } from '../../platform/canonical-json.ts';
import { readRecomputed } from '../assessment/scoring/read-recomputed.ts';
import { onDay } from '../directory/index.ts';
import { person, roundId, type SignedTrust, signedTrusts, startProvisional } from './testing/signed-trust.ts';

let service: TestService;
let now = new Date('2017-11-30T12:00:00Z');
let trust: SignedTrust;
const REASON = 'Two of the wards were counted twice';
const SECTION = 'leadership';

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

/** The report that everybody reads, beside all others. */
async function publicReport(): Promise<string> {
  const answer = await service.app.inject(paths.publicReport(trust.code, { round: roundId }));
  return readPage(answer, 200).text;
}

async function publicPage(asAt?: string) {
  const address = paths.organisation(trust.code);
  return readPage(await service.app.inject(asAt === undefined ? address : onDay(address, asAt)), 200);
}

interface ApiResult {
  readonly submittedAt: string;
  readonly overall: { readonly score: number };
  readonly corrected: readonly { readonly overall: number; readonly reason: string }[];
}

async function inApi(): Promise<ApiResult> {
  const { items }: { readonly items: readonly ApiResult[] } = (
    await service.app.inject(`/api/v1/results?round=${roundId}&organisation=${trust.code}`)
  ).json();
  expect(items).toHaveLength(1);
  return items[0] as ApiResult;
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

async function signedFile(): Promise<string> {
  const file: { readonly digest: string } = (
    await service.app.inject(paths.signedAssessment(trust.assessmentId))
  ).json();
  return file.digest;
}

test('a published result stands while it is corrected, and then both are shown, with why', async () => {
  const { office, rina, cora, eve } = await people();
  const queries = paths.queries(trust.code, roundId);
  const overview = paths.assessment(trust.code, roundId);
  const reopening = paths.reopening(trust.code, roundId);
  const day = { 'results-on': '31 January 2018', reason: 'As agreed', after: '0' };
  expect((await office.submit(paths.setResultsDay(roundId), day)).statusCode).toBe(303);
  expect((await office.submit(paths.closeRound(roundId), { reason: 'It is over', after: '1' })).statusCode).toBe(303);
  expect((await rina.read(queries)).text).toContain('cannot be opened again before its results are public');

  now = new Date('2018-02-01T10:00:00Z');
  const before = await inApi();
  const [shown, onTheDay] = [await publicPage(), await publicPage('2018-02-01')];
  const report = await publicReport();
  // A page from before the results day opens nothing, nor does one that says less than what would happen.
  const older = await rina.post(reopening, {
    _csrf: await rina.tokenOf(reopening),
    digest: trust.digest,
    reason: REASON,
  });
  expect(readPage(older, 409).errors[0]?.message).toContain('Its results are public');
  const form = await rina.read(reopening);
  expect(form.title).toContain('Open the return for a correction');
  const open = { digest: form.hidden('digest'), kind: form.hidden('kind'), reason: REASON };
  expect(readPage(await rina.submit(reopening, { ...open, reason: ' ' }), 422).errors[0]?.message).toBe(
    'Say why it is corrected',
  );
  expect((await rina.submit(reopening, open)).statusCode).toBe(303);
  expect((await rina.read(queries)).links).not.toContain('Open the return for a correction');

  // The round is closed, and it is answered all the same.
  const told = await cora.read(overview);
  expect(told.text).toContain('Opened for a correction by Rina');
  expect(told.text).toContain(REASON);
  expect((await cora.read(paths.workspace())).text).toContain('Open for a correction.');
  const section = paths.assessmentSection(trust.code, roundId, SECTION);
  const answers = untouched(formOn((await cora.get(section)).body, 'comment-LD1'));
  const [field, value] = Object.entries(answers).find(([name]) => name.startsWith('answer-')) ?? ['', ''];
  expect(field).not.toBe('');
  const other = value === 'disagree-completely' ? 'agree-completely' : 'disagree-completely';
  const saved = await cora.post(section, { ...answers, [field]: other, 'comment-LD1': 'Counted once' });
  expect(saved.statusCode).toBe(303);

  // Nothing of it is for anybody outside, and what was published stands everywhere.
  const stands = async () => {
    expect(await inApi()).toEqual(before);
    expect((await publicPage()).text).toBe(shown.text);
    expect(await publicReport()).toBe(report);
    expect(await signedFile()).toBe(trust.digest);
    expect(await differences()).toEqual([]);
    expect((await rina.get(paths.assessmentAnswers(trust.code, roundId))).statusCode).toBe(403);
    expect((await rina.read(queries)).text).not.toContain('Counted once');
  };
  await stands();
  const result = await cora.read(paths.assessmentResult(trust.code, roundId));
  expect(result.text).toContain('This result stands until the corrected one is signed');
  expect(result.links).not.toContain('Download the answers, levels and notes (CSV)');
  expect(result.headings).not.toContain('Asked before it was signed');
  expect((await rina.read(paths.coverage({ round: roundId, find: trust.code }))).text).toContain(
    'Open for a correction',
  );
  expect((await cora.submit(paths.assessmentRequest(trust.code, roundId), {})).statusCode).toBe(303);
  await stands();

  now = new Date('2018-02-05T10:00:00Z');
  const sign = paths.assessmentAuthorise(trust.code, roundId);
  const toSign = await eve.read(sign);
  expect(toSign.text).toContain('Everybody then sees both');
  const digest = toSign.hidden('digest');
  expect((await eve.submit(sign, { declaration: 'accepted', digest })).statusCode).toBe(303);

  const after = await inApi();
  expect(after.overall.score).not.toBe(before.overall.score);
  expect(after.corrected).toMatchObject([
    { overall: before.overall.score, reason: REASON, submittedAt: before.submittedAt },
  ]);
  const page = await publicPage();
  expect(page.text).toContain('Corrected on 5 February 2018');
  expect(page.text).toContain(REASON);
  expect(page.text).not.toContain('Counted once');
  expect(page.text).not.toContain('Rina');
  expect(await publicReport()).toContain('Corrected on 5 February 2018');
  const changed = page.table('Scores that changed (acute 5 February 2018)');
  const rounded = (score: number) => String(Math.round(score));
  expect(changed[0]).toEqual(['Overall', rounded(before.overall.score), rounded(after.overall.score)]);
  // A day before the correction shows what stood then, as it did.
  expect((await publicPage('2018-02-01')).text).toBe(onTheDay.text);
  expect(await signedFile()).toBe(digest);
  expect(await differences()).toEqual([]);

  const history = await cora.read(paths.assessmentDocuments(trust.code, roundId));
  const outcomes = history.table('Documents').map(([, outcome = '', number]) => [outcome.slice(0, 6), number]);
  expect(outcomes).toEqual([
    ['Signed', checkNumber(digest)],
    ['Signed', checkNumber(trust.digest)],
  ]);
  expect(history.text).toContain('It stood until it was corrected on 5 February 2018');
  const asked = await rina.read((await rina.read(queries)).link('Queries and validation of the other document'));
  expect(asked.fact('State').text).toContain('Corrected');
  // Nobody is late by a correction.
  expect((await rina.read(paths.coverage({ round: roundId, find: trust.code }))).text).not.toContain('late');
  expect((await cora.read(paths.assessmentResult(trust.code, roundId))).text).not.toContain('after the deadline');
});
