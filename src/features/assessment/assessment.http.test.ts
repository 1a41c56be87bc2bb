import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { PageReader, readPage } from '../../../test/database/page-reader.ts';
import { heardOf } from '../../../test/database/page-words.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { type Instrument, sectionsOf } from '../programme/index.ts';
import { addressesOf, answerAll, savedOf, sectionOf } from './testing/pages.ts';
import { nextTrust, realInstrument, roundId } from './testing/real-instrument.ts';

let service: TestService;
let instrument: Instrument;

beforeAll(async () => {
  service = await startTestService('facts');
  instrument = await realInstrument();
});

afterAll(() => service.close());

describe('the task list', () => {
  test('lists every section with its state and says what to do first', async () => {
    const trust = nextTrust();
    const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
    const page = await visitor.get(paths.assessment(trust, roundId));
    expect(page.statusCode).toBe(200);
    const read = readPage(page, 200);
    for (const { number, title } of sectionsOf(instrument)) {
      expect(read.task(`${number}. ${title}`)).toBe('Not started');
    }
    expect(read.fact('State').text).toContain('Nothing answered yet');
    expect(read.section('What to do next').buttons).toEqual(['Start with the first section']);
    expect(read.fact('Deadline').text).toBe('23:59 on 15 January 2016, UK time (this date has passed)');
  });

  test('asks anyone else to sign in, and comes back', async () => {
    const address = paths.assessment(nextTrust(), roundId);
    const page = await new Visitor(service.app).get(address);
    expect([page.statusCode, page.headers.location]).toEqual([303, paths.signIn(address)]);
  });

  test.each([
    ['an unknown organisation', 'XYZ', roundId],
    ['an organisation that is not assessed', '06A', roundId],
    ['an unknown round', 'RL4', 'dmsa-1999'],
    ['a round of another kind', 'RL4', 'ldr-2016'],
    ['hostile text', "'; drop table answer; --", '<script>'],
  ])('is not found for %s', async (_case, code, round) => {
    const visitor = await signInAs(service, [{ role: 'analyst' }]);
    expect((await visitor.get(paths.assessment(code, round))).statusCode).toBe(404);
  });
});

describe('who may', () => {
  test('somebody of another organisation sees and changes nothing', async () => {
    const trust = nextTrust();
    const visitor = await signInAs(service, [{ role: 'executive', scopeId: nextTrust() }]);
    for (const address of addressesOf(trust)) {
      expect((await visitor.get(address)).statusCode).toBe(403);
    }
    const section = sectionOf(trust, 'records');
    expect((await visitor.submit('/sign-out', { 'answer-RA1': '0', 'revision-RA1': '0' }, section)).statusCode).toBe(
      403,
    );
    expect(await savedOf(service, trust)).toEqual([]);
  });

  test('an analyst sees how far it is and cannot answer', async () => {
    const trust = nextTrust();
    const visitor = await signInAs(service, [{ role: 'analyst' }]);
    const page = await visitor.read(paths.assessment(trust, roundId));
    expect(page.buttons).toEqual([]);
    expect(page.fact('State').text).toContain('Nothing answered yet');
    expect(page.section('The answers').text).toContain('Until then you see how far it has come');
    const sent = await visitor.submit(
      '/sign-out',
      { 'answer-RA1': '0', 'revision-RA1': '0' },
      sectionOf(trust, 'records'),
    );
    expect(sent.statusCode).toBe(403);
  });

  test('a contributor neither asks for authorisation nor signs', async () => {
    const trust = nextTrust();
    const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
    for (const address of [paths.assessmentRequest(trust, roundId), paths.assessmentAuthorise(trust, roundId)]) {
      expect((await visitor.get(address)).statusCode).toBe(403);
      expect((await visitor.submit('/sign-out', { declaration: 'accepted' }, address)).statusCode).toBe(403);
    }
  });

  test('a form without its token changes nothing', async () => {
    const trust = nextTrust();
    const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
    const response = await visitor.post(sectionOf(trust, 'records'), { 'answer-RA1': '0', 'revision-RA1': '0' });
    expect(response.statusCode).toBe(403);
    expect(await savedOf(service, trust)).toEqual([]);
  });
});

describe('from the last answer to submission', () => {
  test('says before it is asked for that nobody can sign', async () => {
    const trust = nextTrust();
    const coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
    const ask = paths.assessmentRequest(trust, roundId);
    expect((await coordinator.read(ask)).text).toMatch(
      /Nobody can sign for .+\. Ask the programme office to invite its executive\./,
    );
    await signInAs(service, [{ role: 'executive', scopeId: trust }]);
    expect((await coordinator.read(ask)).text).not.toContain('Nobody can sign');
  });

  test('checked, returned, asked for again, signed, and locked', async () => {
    const trust = nextTrust();
    const coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: 'Ben Example' });
    const executive = await signInAs(service, [{ role: 'executive', scopeId: trust }], { name: 'Carol Example' });
    const list = paths.assessment(trust, roundId);
    const [ask, back, sign] = [paths.assessmentRequest, paths.assessmentReturn, paths.assessmentAuthorise].map((path) =>
      path(trust, roundId),
    );
    if (ask === undefined || back === undefined || sign === undefined) {
      throw new Error('There are three steps');
    }

    await answerAll(coordinator, instrument, trust, { except: ['RA1'] });
    const missing = await coordinator.read(ask);
    expect(missing.section('1 question without an answer').link('RA1')).toBe(
      `${sectionOf(trust, 'records')}#answer-RA1`,
    );
    expect(missing.buttons).toEqual([]);
    const early = await coordinator.submit('/sign-out', {}, ask);
    expect(readPage(early, 422).section('There is a problem').text).toContain('Some questions have no answer yet');

    await coordinator.submit(sectionOf(trust, 'records'), { 'answer-RA1': '81-100', 'revision-RA1': '0' });
    expect((await coordinator.submit(ask, {})).headers.location).toBe(list);
    expect((await coordinator.read(list)).fact('State').text).toContain('Waiting for authorisation');
    expect((await coordinator.read(sectionOf(trust, 'records'))).buttons).toEqual(['Next: 7. Transfers of care']);
    expect((await coordinator.get(sign)).statusCode).toBe(403);

    expect((await executive.submit(back, { reason: ' ' })).statusCode).toBe(422);
    expect((await executive.submit(back, { reason: 'Is <RA1> right?' })).headers.location).toBe(list);
    expect((await coordinator.read(list)).text).toContain('Is <RA1> right?');
    expect((await executive.get(sign)).headers.location).toBe(list);

    await coordinator.submit(ask, {});
    const toSign = await executive.get(sign);
    const declaration = readPage(toSign, 200).section('Declaration').text;
    expect(declaration).toContain(instrument.declaration.slice(0, 60));
    expect(declaration).toContain('You sign as Carol Example, Authorising executive');
    const digest = readPage(toSign, 200).hidden('digest');
    const unsigned = await executive.submit(sign, { digest });
    expect(readPage(unsigned, 422).errors.map(({ message }) => message)).toEqual([
      'The declaration must be accepted before the assessment is submitted',
    ]);
    expect((await executive.submit(sign, { declaration: 'accepted', digest: 'long ago' })).statusCode).toBe(409);

    const result = paths.assessmentResult(trust, roundId);
    expect((await executive.get(result)).statusCode).toBe(404);
    const signed = await executive.submit(sign, { declaration: 'accepted', digest });
    expect(signed.headers.location).toBe(paths.organisationReport(trust, roundId));
    const shown = (await coordinator.get(result)).body;
    const submitted = new PageReader(shown);
    expect(submitted.section(submitted.title).text).toContain('Submitted by Carol Example on');
    expect(shown).toContain('<svg');
    const [, name = ''] = /How the scores of (.*?) add up/.exec(heardOf(shown)) ?? [];
    const sums = submitted.details('Show how the scores add up').table(`How the scores of ${name} add up`);
    const parts = instrument.themes.flatMap((theme) => [
      theme.title,
      ...theme.sections.map(({ number, title }) => `${number}. ${title}`),
    ]);
    expect(sums.map(([part]) => part)).toEqual(['Overall', ...parts]);
    expect(sums.every(([, sum = '']) => /^\(?\d.* ÷ \d+ = \d+\.\d$/.test(sum))).toBe(true);

    const late = await coordinator.submit(
      '/sign-out',
      { 'answer-RA1': '0', 'revision-RA1': '1' },
      sectionOf(trust, 'records'),
    );
    expect(readPage(late, 409).errors[0]?.message).toContain('answers are locked');
    expect(await savedOf(service, trust)).toContainEqual(expect.objectContaining({ questionId: 'RA1', revision: 1 }));
  });
});
