import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { elementsUpTo, levelledInstrument } from '../scoring/testing/levelled-instrument.ts';
import { startServiceAsking } from './testing/levelled-service.ts';
import { savedOf, sectionOf } from './testing/pages.ts';
import { nextTrust, roundId } from './testing/real-instrument.ts';

const ambulances = 'RX9';
const domain = 'WL1. Domain WL1: How far has WL1 come?';
const element = (level: number, index: number) => `Element ${index} of level ${level} of WL1 is met.`;

let service: TestService;

beforeAll(async () => {
  service = await startServiceAsking('facts', { ...levelledInstrument(), asksDesiredLevels: true });
});

afterAll(() => service.close());

const answering = (trust: string, headers = {}) =>
  signInAs(service, [{ role: 'contributor', scopeId: trust }], { name: 'Asha Example' }, headers);

describe('a question with levels', () => {
  test('shows what each level looks like, what it needs and what to show for it', async () => {
    const trust = nextTrust();
    const visitor = await answering(trust);
    const page = await visitor.read(sectionOf(trust, 'leadership'));
    const question = page.group(domain);
    expect(question.text).toContain('Level 1 Level 1 of WL1 looks like this. Level 2 Level 2 of WL1 looks like this.');
    expect(question.text).toContain(`${element(2, 1)} ${element(2, 2)} Level 3`);
    expect(question.text).toMatch(/or None of these is met As saved: No answer$/);
    expect(question.chosen).toEqual([]);
    expect(page.text).toContain('Tick everything that is so. The level is worked out:');
    expect(page.group('WL2. Domain WL2: How far has WL2 come?').text).toMatch(/or None of these is met Not applicable/);
    expect(page.details('What to show for WL1').text).toBe('A paper on WL1');
    expect(page.field('Desired level of WL1 by the next round (optional)').value).toBe('Not said');
  });

  test('keeps what is ticked and says which level that makes', async () => {
    const trust = nextTrust();
    const visitor = await answering(trust);
    const address = sectionOf(trust, 'leadership');
    const met = [...elementsUpTo('WL1', 2), 'WL1-3-2'];
    expect((await visitor.submit(address, { 'answer-WL1': met, 'revision-WL1': '0' })).statusCode).toBe(303);
    const question = (await visitor.read(address)).group(domain);
    expect(question.text).toContain('As saved: Level 2. All 2 of Level 2 met; 1 of 3 of Level 3');
    expect(question.chosen).toEqual([element(2, 1), element(2, 2), element(3, 2)]);
  });

  test('is answered by saying that nothing is met, which is not the same as nothing ticked', async () => {
    const trust = nextTrust();
    const visitor = await answering(trust);
    const address = sectionOf(trust, 'leadership');
    await visitor.submit(address, { 'answer-WL1': 'none', 'revision-WL1': '0' });
    const page = await visitor.read(address);
    expect(page.group(domain).text).toContain('As saved: Level 1. None of the 2 of Level 2 met');
    expect(page.group(domain).chosen).toEqual(['None of these is met']);
    expect(page.text).toContain('1 of 2 questions answered');
    await visitor.submit(address, { 'revision-WL1': '1' });
    expect((await visitor.read(address)).text).toContain('0 of 2 questions answered');
    expect(await savedOf(service, trust)).toMatchObject([{ questionId: 'WL1', value: null, revision: 2 }]);
  });

  test('refuses nothing met beside what is met, and keeps both ticks', async () => {
    const trust = nextTrust();
    const visitor = await answering(trust);
    const fields = { 'answer-WL1': ['WL1-2-1', 'none'], 'revision-WL1': '0' };
    const page = readPage(await visitor.submit(sectionOf(trust, 'leadership'), fields), 422);
    expect(page.errors).toEqual([
      { message: 'For question WL1 tick what is met, or one of the last boxes and nothing else', field: domain },
    ]);
    expect(page.group(domain).chosen).toEqual([element(2, 1), 'None of these is met']);
    expect(await savedOf(service, trust)).toEqual([]);
  });

  test('tells a page that saves itself the level it has reached', async () => {
    const trust = nextTrust();
    const visitor = await answering(trust);
    const fields = { 'answer-WL1': elementsUpTo('WL1', 5), 'revision-WL1': '0' };
    const { shown } = (await visitor.type(sectionOf(trust, 'leadership'), fields)).json();
    expect(shown.texts).toMatchObject({
      'level-WL1': expect.stringMatching(/^Level 5\. All 2 of Level 2, .* and the 1 of Level 5 met$/),
      'level-WL2': 'No answer',
    });
  });

  test('shows what somebody else has ticked meanwhile', async () => {
    const trust = nextTrust();
    const [asha, ben] = [await answering(trust), await signInAs(service, [{ role: 'coordinator', scopeId: trust }])];
    const address = sectionOf(trust, 'leadership');
    await asha.submit(address, { 'answer-WL1': elementsUpTo('WL1', 2), 'desired-WL1': '3', 'revision-WL1': '0' });
    const refused = await ben.submit(address, { 'answer-WL1': 'WL1-2-1', 'desired-WL1': '4', 'revision-WL1': '0' });
    const page = readPage(refused, 409);
    const question = page.group(domain);
    expect(question.text).toMatch(
      /Saved by Asha Example on [^:]*:\d\d: Level 2 Element 1 .* Element 2 .* Desired by the next round: Level 3/,
    );
    expect(question.chosen).toEqual([element(2, 1)]);
    expect(page.field('Desired level of WL1 by the next round (optional)').value).toBe('Level 4');
  });
});

test('is signed with every element that is met, and its result shows how the levels came about', async () => {
  const trust = nextTrust();
  const coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
  const executive = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
  const answer = (section: string, fields: Record<string, string | readonly string[]>) =>
    coordinator.submit(sectionOf(trust, section), fields);
  const met = [...elementsUpTo('WL1', 3), 'WL1-4-2'];
  await answer('leadership', { 'answer-WL1': met, 'desired-WL1': '5', 'revision-WL1': '0' });
  await answer('leadership', { 'answer-WL2': 'not-applicable', 'revision-WL2': '0', 'comment-WL2': 'No board' });
  await answer('technology', { 'answer-SF1': elementsUpTo('SF1', 2), 'desired-SF1': '2', 'revision-SF1': '0' });
  await answer('records', { 'answer-SF2': 'none', 'revision-SF2': '0' });
  await answer('people', { 'answer-EP1': elementsUpTo('EP1', 5), 'revision-EP1': '0' });
  await coordinator.submit(paths.assessmentRequest(trust, roundId), {});

  const sign = paths.assessmentAuthorise(trust, roundId);
  const response = await executive.get(sign);
  const toSign = readPage(response, 200).details('Read the answers, section by section').text;
  expect(toSign).toContain(
    'WL1. Domain WL1: Level 3 All 2 of Level 2 and all 3 of Level 3 met; 1 of 2 of Level 4 Element 1 of level 2 of WL1 is met.',
  );
  expect(toSign).toContain('Element 2 of level 4 of WL1 is met. Desired by the next round: Level 5');
  expect(toSign).not.toContain('Element 1 of level 4 of WL1 is met.');
  const locked = await coordinator.read(sectionOf(trust, 'leadership'));
  expect(locked.table('Answers')[0]?.[1]).toContain('Element 2 of level 4 of WL1 is met.');

  const digest = readPage(response, 200).hidden('digest');
  await executive.submit(sign, { declaration: 'accepted', digest });
  const { detail } = await service.database
    .selectFrom('audit_event')
    .select('detail')
    .where('action', '=', 'assessment.authorise')
    .executeTakeFirstOrThrow();
  expect(detail).toMatchObject({
    answers: { WL1: { kind: 'elements', met }, WL2: { kind: 'not-applicable' }, SF2: { kind: 'elements', met: [] } },
    desired: { WL1: '5', SF1: '2' },
  });

  const trailFor = async (role: 'administrator' | 'programme-manager') => {
    const page = await (await signInAs(service, [{ role }])).read(paths.audit({ chain: 'assessment' }));
    return page.details('Particulars of event 8').text;
  };
  expect(await trailFor('programme-manager')).toContain('"WL1-4-2"');
  const trail = await trailFor('administrator');
  expect(trail).toContain('answers: on the trail, and shown to those who may read assessments');
  expect(trail).not.toContain('"WL1-4-2"');

  const shown = await coordinator.get(paths.assessmentResult(trust, roundId));
  const result = readPage(shown, 200);
  expect(result.text).toContain('A desired level was given for 2 of 5 questions; 1 is not reached yet.');
  expect(result.table('Current and desired levels')).toEqual([
    ['WL1. Domain WL1', 'Level 3', 'Level 5', '2 levels'],
    ['SF1. Domain SF1', 'Level 2', 'Level 2', 'None'],
  ]);
  const file = await coordinator.get(result.link('Download the answers, levels and notes (CSV)'));
  // Whose answers they are stands in the last two columns.
  const lines = file.body.split('\r\n').map((line) => line.replace(/,[A-Z0-9]{3},[^,]* Trust$/, ''));
  expect(lines.slice(0, 4)).toEqual([
    '\uFEFFsection,question_id,question,answer,score,desired,gap_levels,class,note,answered_by_code,answered_by_name',
    '1. Part leadership,WL1,Domain WL1: How far has WL1 come?,Level 3,3,Level 5,2,asserted,',
    '1. Part leadership,WL2,Domain WL2: How far has WL2 come?,Not applicable to us,,,,,No board',
    '2. Part technology,SF1,Domain SF1: How far has SF1 come?,Level 2,2,Level 2,0,asserted,',
  ]);
  const sums = result.details('Show how the scores add up');
  const [caption = ''] = /How the scores of .*? add up/.exec(shown.body) ?? [];
  expect(sums.table(caption)).toEqual([
    ['Overall', '(3.00 + 1.50 + 5.00) ÷ 3 = 3.17'],
    ['Theme well-led', '3.00 ÷ 1 = 3.00. Without WL2. Domain WL2, not applicable'],
    ['1. Part leadership', '3.00 ÷ 1 = 3.00. Without WL2. Domain WL2, not applicable'],
    ['WL1. Domain WL1', '3: all 2 of Level 2 and all 3 of Level 3 met; 1 of 2 of Level 4'],
    ['Theme foundations', '(2.00 + 1.00) ÷ 2 = 1.50'],
    ['2. Part technology', '2.00 ÷ 1 = 2.00'],
    ['SF1. Domain SF1', '2: all 2 of Level 2 met; none of the 3 of Level 3'],
    ['3. Part records', '1.00 ÷ 1 = 1.00'],
    ['SF2. Domain SF2', '1: none of the 2 of Level 2 met'],
    ['Theme access', '5.00 ÷ 1 = 5.00'],
    ['4. Part people', '5.00 ÷ 1 = 5.00'],
    ['EP1. Domain EP1', '5: all 2 of Level 2, all 3 of Level 3, all 2 of Level 4 and the 1 of Level 5 met'],
  ]);
  const forEverybody = (await executive.read(paths.organisation(trust))).details('Show how the scores add up');
  expect((await executive.read(paths.organisation(trust))).text).not.toContain('esired');
  expect(forEverybody.table(caption)).toEqual([['Overall', '(3.00 + 1.50 + 5.00) ÷ 3 = 3.17']]);
});

describe('an organisation of a care setting that is asked less', () => {
  test('sees and answers its own sections alone, and has a result of them', async () => {
    const coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: ambulances }]);
    const list = await coordinator.read(paths.assessment(ambulances, roundId));
    expect(list.headings.filter((heading) => heading.startsWith('Theme'))).toEqual([
      'Theme well-led',
      'Theme foundations',
    ]);
    expect(list.task('1. Part leadership')).toBe('Not started');
    expect(list.links).not.toContain('3. Part records');
    expect(list.fact('Answered').text).toContain('0 of 3 questions');
    expect((await coordinator.get(sectionOf(ambulances, 'records'))).statusCode).toBe(404);

    await coordinator.submit(sectionOf(ambulances, 'leadership'), {
      'answer-WL1': elementsUpTo('WL1', 2),
      'revision-WL1': '0',
      'answer-WL2': elementsUpTo('WL2', 3),
      'revision-WL2': '0',
    });
    const last = await coordinator.submit(sectionOf(ambulances, 'technology'), {
      'answer-SF1': elementsUpTo('SF1', 4),
      'revision-SF1': '0',
      after: 'next',
    });
    expect(last.headers.location).toBe(paths.assessment(ambulances, roundId));
    await coordinator.submit(paths.assessmentRequest(ambulances, roundId), {});
    const executive = await signInAs(service, [{ role: 'executive', scopeId: ambulances }]);
    const sign = paths.assessmentAuthorise(ambulances, roundId);
    const digest = (await executive.read(sign)).hidden('digest');
    await executive.submit(sign, { declaration: 'accepted', digest });
    const result = await coordinator.read(paths.assessmentResult(ambulances, roundId));
    expect(result.text).toContain('Overall 3.3');
    expect(result.text).not.toContain('Theme access No score');
  });
});
