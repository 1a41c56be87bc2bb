import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { findAssessment } from '../assessment-repository.ts';
import { evidenceFor } from '../testing/evidence-steps.ts';
import { answerAll, sectionOf } from '../testing/pages.ts';
import { nextTrust, realInstrument, roundId } from '../testing/real-instrument.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});

afterAll(() => service.close());

/** Two answers that hardly go together, in place of what is there. */
async function contradict(visitor: Visitor, trust: string, revision: string): Promise<void> {
  const fields = {
    'answer-RA1': '0',
    'revision-RA1': revision,
    'answer-RA2': 'fully-structured',
    'revision-RA2': revision,
  };
  expect((await visitor.submit(sectionOf(trust, 'records'), fields)).statusCode).toBe(303);
}

const asks = 'Which notes are these?';
const whole = `No clinical notes are recorded digitally (RA1), yet the digital notes are fully structured (RA2). ${asks}`;

/** The fields of the note on what was asked about the structure of notes, before anything was said to it. */
async function noteFields(visitor: Visitor, trust: string) {
  const page = await visitor.read(paths.assessmentSenseChecks(trust, roundId));
  const { name: note } = page.field(whole);
  const revisionField = note.replace('note-', 'revision-');
  return { note, revisionField, revision: page.hidden(revisionField) };
}

test('what looks odd is asked, something is said to it, and whoever signs and reviews reads both', async () => {
  const trust = nextTrust();
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: 'Cora Example' });
  const look = paths.assessmentSenseChecks(trust, roundId);
  const empty = await cora.read(look);
  expect(empty.text).toContain('Nothing has been answered yet');
  expect(empty.text).not.toContain('needs a second look');
  await answerAll(cora, await realInstrument(), trust);
  await contradict(cora, trust, '1');

  const list = await cora.read(paths.assessment(trust, roundId));
  expect(list.fact('Worth a second look').text).toMatch(/, (none|\d+ not) replied to yet$/);
  const request = await cora.read(paths.assessmentRequest(trust, roundId));
  expect(request.text).toContain(asks);

  const page = paths.assessmentSenseChecks(trust, roundId);
  const { note, revisionField, revision } = await noteFields(cora, trust);
  const said = await cora.submit(page, {
    [note]: 'Those of the eye clinic, on paper',
    [revisionField]: revision,
  });
  expect(said.statusCode).toBe(303);
  expect((await cora.read(page)).text).toContain('Said by Cora Example on');
  expect((await cora.read(paths.assessmentRequest(trust, roundId))).text).not.toContain(asks);

  await cora.submit(paths.assessmentRequest(trust, roundId), {});
  const chief = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
  const toSign = await chief.read(paths.assessmentAuthorise(trust, roundId));
  expect(toSign.text).toContain(asks);
  expect(toSign.text).toContain('Those of the eye clinic, on paper');
  await chief.submit(paths.assessmentAuthorise(trust, roundId), {
    declaration: 'accepted',
    digest: toSign.hidden('digest'),
  });

  const reviewer = await signInAs(service, [{ role: 'analyst' }]);
  const result = await reviewer.read(paths.assessmentResult(trust, roundId));
  expect(result.text).toContain(asks);
  expect(result.text).toContain('Those of the eye clinic, on paper');
  const tooLate = { [note]: 'Too late', [revisionField]: '1' };
  const closed = await cora.submit(paths.account(), tooLate, page);
  expect(readPage(closed, 409).text).toContain('Too late');
});

test('what is said holds for the answers behind it, and is not dropped when they change', async () => {
  const trust = nextTrust();
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
  await answerAll(cora, await realInstrument(), trust);
  await contradict(cora, trust, '1');
  const { note, revisionField, revision } = await noteFields(cora, trust);
  await cora.submit(sectionOf(trust, 'records'), { 'answer-RA1': '1-20', 'revision-RA1': '2' });

  const page = paths.assessmentSenseChecks(trust, roundId);
  const late = readPage(await cora.submit(page, { [note]: 'Of one clinic', [revisionField]: revision }), 409);
  expect(late.errors).toMatchObject([{ message: expect.stringContaining('An answer was changed') }]);
  expect(late.text).toContain('Of one clinic');
  expect((await cora.read(page)).text).not.toContain(asks);
});

test('of two people who say different things, the second sees both', async () => {
  const trust = nextTrust();
  const [ada, ben] = [
    await signInAs(service, [{ role: 'coordinator', scopeId: trust }]),
    await signInAs(service, [{ role: 'contributor', scopeId: trust }]),
  ];
  await answerAll(ada, await realInstrument(), trust);
  await contradict(ada, trust, '1');
  const { note, revisionField, revision } = await noteFields(ada, trust);
  const page = paths.assessmentSenseChecks(trust, roundId);
  await ada.submit(page, { [note]: 'As the first says', [revisionField]: revision });
  await ada.submit(page, { [note]: 'As the first says', [revisionField]: revision });
  const second = readPage(await ben.submit(page, { [note]: 'As the second says', [revisionField]: revision }), 409);
  expect(second.errors).toMatchObject([{ message: expect.stringContaining('Somebody else has said something else') }]);
  expect(second.text).toContain('As the first says');
  expect(second.field(whole).value).toBe('As the second says');
  expect(
    (await ben.submit(page, { [note]: 'As both say', [revisionField]: second.hidden(revisionField) })).statusCode,
  ).toBe(303);
});

test('nobody outside the organisation says anything, and an overlong note comes back with its fault', async () => {
  const trust = nextTrust();
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
  await answerAll(cora, await realInstrument(), trust);
  await contradict(cora, trust, '1');
  const { note, revisionField, revision } = await noteFields(cora, trust);
  const page = paths.assessmentSenseChecks(trust, roundId);
  const analyst = await signInAs(service, [{ role: 'analyst' }]);
  const foreign = { [note]: 'Not mine', [revisionField]: revision };
  expect((await analyst.submit(paths.account(), foreign, page)).statusCode).toBe(403);
  const long = 'x'.repeat(2001);
  const refused = readPage(await cora.submit(page, { [note]: long, [revisionField]: revision }), 422);
  expect(refused.errors).toMatchObject([
    { message: 'What you say to it must be 2,000 characters or fewer; it has 2,001' },
  ]);
  expect(refused.field(whole).value).toBe(long);
});

test('evidence says what answers rest on, and a page sent back as it came begins nothing', async () => {
  const [trust, untouched] = [nextTrust(), nextTrust()];
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
  await answerAll(cora, await realInstrument(), trust);
  const page = paths.assessmentSenseChecks(trust, roundId);
  const asked = 'In “Strategic alignment”, 5 questions have the same answer';
  expect((await cora.read(page)).text).toContain(asked);
  await cora.submit(evidenceFor(trust), { link: 'https://trust.example/strategy' });
  expect((await cora.read(page)).text).not.toContain(asked);

  const dora = await signInAs(service, [{ role: 'coordinator', scopeId: untouched }]);
  const sent = await dora.submit(paths.account(), {}, paths.assessmentSenseChecks(untouched, roundId));
  expect(sent.statusCode).toBe(303);
  expect(await findAssessment(service.database, untouched, roundId)).toBeNull();
});
