import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { conditionalInstrument, conditionalLevels } from '../scoring/testing/conditional-instrument.ts';
import { elementsUpTo } from '../scoring/testing/levelled-instrument.ts';
import { assessmentsFor } from './list-progress.ts';
import { startServiceAsking } from './testing/levelled-service.ts';
import { savedOf, sectionOf } from './testing/pages.ts';
import { nextTrust, roundId } from './testing/real-instrument.ts';

let service: TestService;

beforeAll(async () => {
  service = await startServiceAsking('facts', conditionalInstrument());
});

afterAll(() => service.close());

const coordinatorOf = (trust: string) => signInAs(service, [{ role: 'coordinator', scopeId: trust }]);

type Answers = Readonly<Record<string, string>>;

/** The fields of a section's form for answers that nobody has given before. */
const fieldsOf = (answers: Answers, revision = '0') =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, option]) => [
      [`answer-${id}`, option],
      [`revision-${id}`, revision],
    ]),
  );

async function progressOf(trust: string): Promise<string> {
  const [progress] = await assessmentsFor(service.database, service.context.pack, [trust], roundId);
  return `${progress?.answered} of ${progress?.total}`;
}

describe('a question that hangs on an answer', () => {
  test('is asked once that is saved, and what was answered to it is kept when it no longer is', async () => {
    const trust = nextTrust();
    const visitor = await coordinatorOf(trust);
    const [records, medicines] = [sectionOf(trust, 'records'), sectionOf(trust, 'medicines')];
    const before = await visitor.read(medicines);
    expect(before.text).toContain('MM1 is asked where RA5 in section 2 is answered “yes”.');
    expect(before.text).toContain('MM2 is asked where MM1 is answered “61-80” or “81-100”. It appears here once');
    expect(before.text).toContain('0 of 0 questions answered');
    expect((await visitor.read(paths.assessment(trust, roundId))).task('3. medicines')).toBe('Not asked so far');
    expect(await progressOf(trust)).toBe('0 of 7');

    await visitor.submit(records, fieldsOf({ RA5: 'yes' }));
    await visitor.submit(medicines, fieldsOf({ MM1: '81-100', MM2: '0' }));
    const asked = await visitor.read(medicines);
    expect(asked.text).toContain('MM2 is asked because of the answer to MM1.');
    expect(asked.text).toContain('2 of 2 questions answered');
    expect(await progressOf(trust)).toBe('2 of 9');

    await visitor.submit(records, fieldsOf({ RA5: 'no' }, '1'));
    const after = await visitor.read(medicines);
    expect(after.text).toContain(
      'MM1 is asked where RA5 in section 2 is answered “yes”. What was answered to it before',
    );
    expect(after.text).toContain('0 of 0 questions answered');
    expect(await savedOf(service, trust)).toMatchObject([
      { questionId: 'MM1', value: { optionId: '81-100' } },
      { questionId: 'MM2', value: { optionId: '0' } },
      { questionId: 'RA5', value: { optionId: 'no' } },
    ]);
    expect(await progressOf(trust)).toBe('0 of 7');
  });

  test('is neither awaited nor signed while it is not asked, and its section has no score', async () => {
    const trust = nextTrust();
    const coordinator = await coordinatorOf(trust);
    await coordinator.submit(sectionOf(trust, 'records'), fieldsOf({ RA5: 'yes' }));
    await coordinator.submit(sectionOf(trust, 'medicines'), fieldsOf({ MM1: '0' }));
    await coordinator.submit(sectionOf(trust, 'records'), {
      ...fieldsOf({ RA1: '81-100', RA2: 'structured', RA3: '96-100' }),
      ...fieldsOf({ RA5: 'no' }, '1'),
    });
    await coordinator.submit(sectionOf(trust, 'strategy'), fieldsOf({ SA1: 'neither', SA2: 'agree', SA3: 'agree' }));
    const waiting = await coordinator.read(paths.assessmentRequest(trust, roundId));
    expect(waiting.links.filter((link) => /^(MM|EI)/.test(link))).toEqual(['EI2']);
    await coordinator.submit(sectionOf(trust, 'infrastructure'), fieldsOf({ EI2: 'agree' }));
    await coordinator.submit(paths.assessmentRequest(trust, roundId), {});

    const executive = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
    const sign = paths.assessmentAuthorise(trust, roundId);
    const response = await executive.get(sign);
    expect(readPage(response, 200).fact('Completeness').text).toContain('7 of 7 questions answered');
    const digest = readPage(response, 200).hidden('digest');
    await executive.submit(sign, { declaration: 'accepted', digest });
    const { detail } = await service.database
      .selectFrom('audit_event')
      .select('detail')
      .where('action', '=', 'assessment.authorise')
      .executeTakeFirstOrThrow();
    expect(Object.keys((detail as { answers: object }).answers).toSorted()).toEqual([
      'EI2',
      'RA1',
      'RA2',
      'RA3',
      'RA5',
      'SA1',
      'SA2',
      'SA3',
    ]);
    const result = await executive.read(paths.assessmentResult(trust, roundId));
    expect(result.text).not.toContain('3. medicines');
    expect((await executive.read(sectionOf(trust, 'medicines'))).table('Answers')).toEqual([]);
    expect(await progressOf(trust)).toBe('7 of 7');
  });

  test('is there to be mended where something is wrong with what was typed into it', async () => {
    const trust = nextTrust();
    const visitor = await coordinatorOf(trust);
    const refused = await visitor.submit(sectionOf(trust, 'medicines'), fieldsOf({ MM1: 'no-such' }));
    const page = readPage(refused, 422);
    expect(page.errors.map(({ field }) => field)).toEqual(['MM1. Question MM1']);
    expect(page.text).not.toContain('MM1 is asked where');
  });
});

test('a page that saves itself is told what is asked where it cannot tell itself', async () => {
  const levelled = await startServiceAsking('facts', conditionalLevels());
  const trust = nextTrust();
  const visitor = await signInAs(levelled, [{ role: 'contributor', scopeId: trust }]);
  const type = async (level: number, revision: string) =>
    (
      await visitor.type(sectionOf(trust, 'leadership'), {
        'answer-WL1': level === 1 ? ['none'] : elementsUpTo('WL1', level),
        'revision-WL1': revision,
      })
    ).json().shown;
  expect((await type(2, '0')).hidden).toEqual({ 'asked-WL2': true });
  const reached = await type(3, '1');
  expect(reached.hidden).toEqual({ 'asked-WL2': false });
  expect(reached.texts).toMatchObject({ 'asked-WL2': 'WL2 is asked because of the answer to WL1.' });
  await levelled.close();
});

test('a preview shows every question, with the answers that it hangs on', async () => {
  const analyst = await signInAs(service, [{ role: 'analyst' }]);
  const { id, version } = conditionalInstrument();
  const page = await analyst.read(paths.instrumentPreview(id, version, { setting: 'acute', section: 'medicines' }));
  expect(page.text).toContain('MM2 is asked where MM1 is answered “61-80” or “81-100”.');
  expect(page.text).toContain('every question is shown, also one that is asked only after certain answers');
  expect(page.text).not.toContain('It appears here once');
  expect(page.fields.length).toBeGreaterThanOrEqual(2);
});
