import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { checkNumber } from '../../../platform/canonical-json.ts';
import type { ReturnDownload } from '../../return-documents/signed-file.ts';
import { verifyReturn } from '../../return-documents/verify-return.ts';
import { findAssessment } from '../assessment-repository.ts';
import { insertAssessments } from '../insert-assessments.ts';
import { sectionOf } from '../testing/pages.ts';
import { careSetting, completeForm, nextTrust, realInstrument, roundId } from '../testing/real-instrument.ts';
import { freezeWaiting } from './freeze-waiting.ts';

const note = 'As the board heard in May';
const at = new Date('2015-12-03T14:05:00Z');

let service: TestService;
let trust: string;
let coordinator: Visitor;
let executive: Visitor;
let digests: { readonly returned: string; readonly signed: string };

beforeAll(async () => {
  service = await startTestService('facts');
  trust = nextTrust();
  coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: 'Ben Example' });
  executive = await signInAs(service, [{ role: 'executive', scopeId: trust }], { name: 'Carol Example' });
  await insertWaiting(trust, 'awaiting-authorisation');
  await freezeWaiting(service.database, service.context);
  const sign = paths.assessmentAuthorise(trust, roundId);
  const returned = (await executive.read(sign)).hidden('digest');
  await executive.submit(paths.assessmentReturn(trust, roundId), { reason: 'Look again' });
  await coordinator.submit(sectionOf(trust, 'strategic-alignment'), {
    'answer-SA1': 'mostly-agree',
    'comment-SA1': 'Said since',
    'revision-SA1': '1',
  });
  await coordinator.submit(paths.assessmentRequest(trust, roundId), {});
  const stale = await executive.submit(sign, { declaration: 'accepted', digest: returned });
  expect(readPage(stale, 409).text).toContain('returned and asked for again');
  const signed = (await executive.read(sign)).hidden('digest');
  digests = { returned, signed };
  await executive.submit(sign, { declaration: 'accepted', digest: signed });
});
afterAll(() => service.close());

async function insertWaiting(organisationId: string, state: 'awaiting-authorisation' | 'submitted'): Promise<void> {
  const { database, context } = service;
  const instrument = await realInstrument();
  const answers = completeForm(instrument).flatMap(({ questionId, value }) =>
    value === null ? [] : [{ questionId, value, comment: note }],
  );
  const submittedAt = state === 'submitted' ? at : null;
  const whole = { organisationId, assessmentId: context.newId(), careSetting, state, answers, answeredAt: at };
  const assessments = [{ ...whole, requestedAt: at, submittedAt }];
  await database
    .transaction()
    .execute((transaction) => insertAssessments(transaction, { roundId, instrument, assessments, origin: 'Test', at }));
}

describe('what was put to be signed', () => {
  it('stays with what became of it, returned or signed', async () => {
    const page = await coordinator.read(paths.assessmentDocuments(trust, roundId));
    const rows = page.table('Documents').map(([, outcome = '', number]) => [outcome.split(/ by | on /)[0], number]);
    expect(rows).toEqual([
      ['Signed', checkNumber(digests.signed)],
      ['Returned', checkNumber(digests.returned)],
    ]);
    expect((await coordinator.read(paths.assessment(trust, roundId))).links).toContain('What was put to be signed');
  });

  it('is read as it was then, each by itself', async () => {
    const history = await coordinator.read(paths.assessmentDocuments(trust, roundId));
    expect(history.links).toContain(`Read ${checkNumber(digests.returned).slice(0, 4)}`);
    const earlier = await coordinator.read(paths.assessmentDocument(trust, roundId, digests.returned));
    expect(earlier.fact('What became of it').text).toBe('Returned');
    expect(earlier.text).toContain(checkNumber(digests.returned));
    expect(earlier.section('Answers').text).toContain(note);
    expect(earlier.section('Answers').text).not.toContain('Said since');
    const last = await coordinator.read(paths.assessmentDocument(trust, roundId, digests.signed));
    expect(last.fact('What became of it').text).toMatch(/^Signed by Carol Example, .* on /);
    expect(last.section('Answers').text).toContain('Said since');
    const scores = last.section('Scores').text;
    expect(scores).toMatch(/Overall \d+ \d+ of \d+ questions/);
  });

  it('is downloaded and verified by the organisation, scores and all', async () => {
    const result = await coordinator.read(paths.assessmentResult(trust, roundId));
    expect(result.section('What was signed').text).toContain(checkNumber(digests.signed));
    expect(result.section('What was signed').text).toContain('Signed by Carol Example');
    const file = await fileAt(coordinator, paths.returnFile(trust, roundId, digests.signed));
    const instrument = await realInstrument();
    expect(verifyReturn(file, () => instrument)).toMatchObject({ kind: 'verified-return', rescored: 'same' });
    expect(file.signature?.person?.name).toBe('Carol Example');
    for (const address of [paths.assessmentDocument, paths.returnFile]) {
      expect((await coordinator.get(address(trust, roundId, '0'.repeat(64)))).statusCode).toBe(404);
    }
  });

  it('is verified by everybody, without answers, notes and names', async () => {
    const anybody = new Visitor(service.app);
    const page = await anybody.read(paths.organisation(trust));
    expect(page.details('What was signed, and how to verify it').text).toContain(checkNumber(digests.signed));
    const assessment = await findAssessment(service.database, trust, roundId);
    const file = await fileAt(anybody, paths.signedAssessment(assessment?.assessmentId ?? ''));
    expect(verifyReturn(file, () => null)).toMatchObject({ kind: 'verified-return', rescored: 'no-answers' });
    expect(file.digest).toBe(digests.signed);
    expect(JSON.stringify(file)).not.toMatch(/As the board heard|Example/);
  });

  it('is not made up for what people signed before, which says so', async () => {
    const older = nextTrust();
    await insertWaiting(older, 'submitted');
    await service.owner
      .updateTable('assessment')
      .set({ authorised_by: (await service.database.selectFrom('person').select('id').executeTakeFirstOrThrow()).id })
      .where('organisation_id', '=', older)
      .execute();
    expect(await freezeWaiting(service.database, service.context)).toBe(0);
    const page = await new Visitor(service.app).read(paths.organisation(older));
    expect(page.details('What was signed, and how to verify it').text).toContain('signed before documents were kept');
    const own = await signInAs(service, [{ role: 'coordinator', scopeId: older }]);
    expect((await own.read(paths.assessmentDocuments(older, roundId))).text).toContain('before documents were kept');
  });

  it('of nobody at all is found nowhere', async () => {
    const anybody = new Visitor(service.app);
    for (const id of ['none', service.context.newId()]) {
      expect((await anybody.get(paths.signedAssessment(id))).statusCode).toBe(404);
    }
  });
});

async function fileAt(visitor: Visitor, address: string): Promise<ReturnDownload> {
  const { statusCode, body } = await visitor.get(address);
  expect(statusCode).toBe(200);
  return JSON.parse(body) as ReturnDownload;
}
