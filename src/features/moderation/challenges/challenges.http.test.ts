import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { formOn, untouched } from '../../../../test/database/page-forms.ts';
import { PageReader, readPage } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { onDay } from '../../directory/index.ts';
import {
  person,
  roundId,
  type SignedTrust,
  signedTrusts,
  startProvisional,
} from '../../validation/testing/signed-trust.ts';
import {
  checkSome,
  comparisons,
  FOUND,
  finish,
  moderate,
  peopleOf,
  SECTION,
  signedDigest,
} from '../testing/moderating.ts';
import { listChallengeWork } from './list-challenge-work.ts';

let service: TestService;
let now = new Date('2017-11-30T12:00:00Z');
let trusts: SignedTrust[];
const [CHALLENGED, ANSWERED] = ['It was, in May', 'The minutes say so'];

beforeAll(async () => {
  service = await startProvisional(() => now);
  trusts = await signedTrusts(service, 4);
  const office = await person(service, 'office', { role: 'programme-manager' });
  const day = { 'results-on': '31 January 2018', reason: 'As agreed', after: '0' };
  expect((await office.submit(paths.setResultsDay(roundId), day)).statusCode).toBe(303);
});
afterAll(() => service.close());

const moderation = ({ code }: SignedTrust) => paths.moderation(code, roundId);
const challenge = ({ code }: SignedTrust, question: string) => paths.challenge(code, roundId, question);
const answer = ({ code }: SignedTrust, question: string) => paths.challengeAnswer(code, roundId, question);

/** A page with a form for whoever asks about the return, and not about what was found. */
const asking = ({ code }: SignedTrust) => paths.queriesAbout(code, roundId, 'LD1');

async function challenging(who: Visitor, trust: SignedTrust, question: string) {
  const page = await who.read(challenge(trust, question));
  return { digest: page.hidden('digest'), reason: CHALLENGED };
}

/** The form in which a challenge is answered, with the signed answer found after all unless something else is said. */
async function answering(who: Visitor, trust: SignedTrust, question: string, found = 'as-signed') {
  const form = untouched(formOn((await who.get(challenge(trust, question))).body, `revision-${question}`));
  return { ...form, [`answer-${question}`]: found, [`comment-${question}`]: ANSWERED };
}

/** What was found first of a question, as its form offers it. */
async function foundFirst(who: Visitor, trust: SignedTrust, question: string): Promise<string> {
  const form = formOn((await who.get(challenge(trust, question))).body, `revision-${question}`);
  const radios = form.fields.filter(({ name, type }) => name === `answer-${question}` && type === 'radio');
  return radios.filter(({ value }) => !['as-signed', 'not-applicable'].includes(value)).at(-1)?.value ?? '';
}

async function shown({ code }: SignedTrust, asAt?: string) {
  const address = paths.organisation(code);
  const page = new PageReader((await service.app.inject(asAt === undefined ? address : onDay(address, asAt))).body);
  const { items } = (await service.app.inject(`/api/v1/results?round=${roundId}&organisation=${code}`)).json();
  return { says: page.text.includes('What a check from outside found'), text: page.text, items };
}

describe('what a finished moderation found', () => {
  it('is challenged, answered by a second person, and public once nothing can come of it any more', async () => {
    const [trust] = trusts as [SignedTrust];
    const { rina, rob, cora } = await peopleOf(service, trust);
    now = new Date('2017-11-30T12:00:00Z');
    await moderate(rina, trust);
    const page = await cora.read(moderation(trust));
    expect(page.fact('State').text).toContain('can be challenged before 31 January 2018');
    expect((await cora.read(paths.workspace())).text).toContain('2 answers found otherwise. You can challenge that');
    const asked = { organisationIds: [trust.organisationId], ofAll: false };
    const { database, app } = service;
    expect(await listChallengeWork({ database, pack: app.programme.pack }, asked, '2017-12-01')).toMatchObject([
      { unchallenged: 2, before: '2018-01-31', open: [] },
    ]);
    const before = await cora.read(paths.assessmentResult(trust.code, roundId));

    const form = await challenging(cora, trust, 'LD2');
    expect(readPage(await cora.submit(challenge(trust, 'LD2'), { ...form, reason: '' }), 422).errors[0]?.message).toBe(
      'Say why you challenge it',
    );
    expect((await rob.submit(asking(trust), form, challenge(trust, 'LD2'))).statusCode).toBe(403);
    expect((await cora.submit(challenge(trust, 'LD2'), form)).statusCode).toBe(303);
    expect((await cora.read(moderation(trust))).fact('State').text).toContain('1 challenge is not answered');
    expect((await rina.read(paths.workspace())).text).not.toContain('Answer the challenge');
    const task = (await rob.read(paths.workspace())).links.find((text) =>
      text.startsWith('Answer the challenge about LD2'),
    );
    expect(task).toBeDefined();

    // Whoever found it does not answer; nobody validates meanwhile.
    const own = await rina.read(challenge(trust, 'LD2'));
    expect(own.text).toContain('You found this yourself');
    expect(own.fields).toEqual([]);
    expect((await rob.read(paths.queries(trust.code, roundId))).text).toContain('once the moderation of its answers');
    const decided = await answering(rob, trust, 'LD2');
    const late = { ...decided, _csrf: await rina.tokenOf(asking(trust)) };
    expect(readPage(await rina.post(answer(trust, 'LD2'), late), 409).text).toContain(ANSWERED);
    const ours = { ...decided, _csrf: await cora.tokenOf(challenge(trust, 'LD3')) };
    expect((await cora.post(answer(trust, 'LD2'), ours)).statusCode).toBe(403);
    const without = { ...decided, 'comment-LD2': '' };
    expect(readPage(await rob.post(answer(trust, 'LD2'), without), 422).errors[0]?.message).toBe(
      'Say why, for the organisation to read',
    );
    expect((await rob.post(answer(trust, 'LD2'), decided)).statusCode).toBe(303);
    const both = await cora.read(challenge(trust, 'LD2'));
    expect(both.text).toMatch(/Found: .*Challenged by Cora.*Upheld by Rob.*the same as was signed/);
    for (const text of [FOUND, CHALLENGED, ANSWERED]) {
      expect(both.text).toContain(text);
    }
    expect((await cora.read(paths.assessmentResult(trust.code, roundId))).text).not.toBe(before.text);
    expect((await cora.read(moderation(trust))).fact('State').text).toContain('1 of these would be answered otherwise');

    // In the last minute, and then the results are public, but nothing of what was found.
    now = new Date('2018-01-30T23:59:00Z');
    const last = await challenging(cora, trust, 'LD3');
    expect((await cora.submit(challenge(trust, 'LD3'), last)).statusCode).toBe(303);
    now = new Date('2018-01-31T09:00:00Z');
    const unanswered = await shown(trust);
    expect(unanswered.says).toBe(false);
    expect(unanswered.items).toMatchObject([{ moderation: null, overall: { found: null } }]);
    const stands = await answering(rob, trust, 'LD3', await foundFirst(rob, trust, 'LD3'));
    const ann = await person(service, 'ann', { role: 'analyst' });
    const second = await answering(ann, trust, 'LD3');
    expect((await rob.post(answer(trust, 'LD3'), stands)).statusCode).toBe(303);
    expect(readPage(await ann.post(answer(trust, 'LD3'), second), 409).errors[0]?.message).toContain(
      'answered this challenge already',
    );
    expect((await cora.read(challenge(trust, 'LD3'))).text).toContain('What was found stands, says Rob');
    const open = await shown(trust);
    expect(open.says).toBe(true);
    expect(open.items).toMatchObject([{ moderation: { checkedBy: 'programme', checked: 3, changed: 1 } }]);
    expect(open.items[0]?.overall.found.checked).toBe(3);
    for (const text of [FOUND, CHALLENGED, ANSWERED]) {
      expect(open.text).not.toContain(text);
    }
    expect((await shown(trust, '2018-01-30')).says).toBe(false);
  });

  it('is public after its own days where the results are public already, and challenged no more then', async () => {
    const [, trust] = trusts as [SignedTrust, SignedTrust];
    const { rina, cora } = await peopleOf(service, trust);
    now = new Date('2018-02-01T12:00:00Z');
    const published = await shown(trust);
    await moderate(rina, trust);
    expect(await shown(trust)).toEqual(published);
    const form = await challenging(cora, trust, 'LD2');
    now = new Date('2018-02-14T23:59:00Z');
    expect(await shown(trust)).toEqual(published);
    const _csrf = await cora.tokenOf(challenge(trust, 'LD2'));
    now = new Date('2018-02-15T00:00:00Z');
    const settled = await shown(trust);
    expect(settled.says).toBe(true);
    expect(settled.items).toMatchObject([{ moderation: { checked: 3, changed: 2 } }]);
    const late = readPage(await cora.post(challenge(trust, 'LD2'), { _csrf, ...form }), 409);
    expect(late.errors[0]?.message).toContain('The days in which it could be challenged are over');
    expect(late.text).toContain(CHALLENGED);
    // A day before shows what everybody could read then.
    now = new Date('2018-02-20T12:00:00Z');
    expect((await shown(trust, '2018-02-14')).says).toBe(false);
  });

  it('waits for nobody once the return is opened again, and binds whoever holds a role there', async () => {
    const [, , trust] = trusts as [SignedTrust, SignedTrust, SignedTrust];
    now = new Date('2017-11-30T12:00:00Z');
    const { rina, rob, cora } = await peopleOf(service, trust);
    await moderate(rina, trust);
    const roles = [
      { role: 'reviewer', scopeId: trust.regionId },
      { role: 'coordinator', scopeId: trust.organisationId },
    ] as const;
    const torn = await signInAs(service, roles, { personId: 'torn', name: 'Torn Example' });
    const form = await challenging(torn, trust, 'LD2');
    expect((await torn.submit(challenge(trust, 'LD2'), form)).statusCode).toBe(303);
    const decided = await answering(rob, trust, 'LD2');
    const own = { ...decided, _csrf: await torn.tokenOf(challenge(trust, 'LD3')) };
    expect((await torn.read(challenge(trust, 'LD2'))).text).toContain('Another reviewer of its region can');
    expect(readPage(await torn.post(answer(trust, 'LD2'), own), 403).text).toContain(
      'Another reviewer of its region can',
    );
    expect((await cora.read(moderation(trust))).fact('State').text).toContain('Challenged');

    const other = await challenging(cora, trust, 'LD3');
    const _csrf = await cora.tokenOf(challenge(trust, 'LD3'));
    const reopening = { digest: trust.digest, reason: 'A ward is missing' };
    expect((await rina.submit(paths.reopening(trust.code, roundId), reopening)).statusCode).toBe(303);
    const late = readPage(await cora.post(challenge(trust, 'LD3'), { _csrf, ...other }), 409);
    expect(late.errors[0]?.message).toContain('opened again');
    expect(late.text).toContain(CHALLENGED);
    expect((await rob.read(paths.workspace())).text).not.toContain('Answer the challenge');
    expect((await rob.post(answer(trust, 'LD2'), decided)).statusCode).toBe(409);
    expect((await rob.read(challenge(trust, 'LD2'))).text).toContain('This document counts no more');
  });
});

describe('a result that everybody reads', () => {
  it('has nothing of a moderation in it that is not finished or can be challenged, nor ever in the spread of others', async () => {
    const [other, , , trust] = trusts as [SignedTrust, SignedTrust, SignedTrust, SignedTrust];
    const { rina } = await peopleOf(service, trust);
    now = new Date('2018-03-01T12:00:00Z');
    const [before, published] = [await comparisons(service, trust, other), await shown(trust)];
    await checkSome(rina, trust);
    expect(await comparisons(service, trust, other)).toEqual(before);
    expect(await shown(trust)).toEqual(published);
    await finish(rina, trust);
    expect(await comparisons(service, trust, other)).toEqual(before);
    expect(await shown(trust)).toEqual(published);

    now = new Date('2018-03-15T12:00:00Z');
    const [insights, report, others] = await comparisons(service, trust, other);
    expect([insights, others]).toEqual([before[0], before[2]]);
    expect(report).toContain('What a check from outside found');
    const [found] = (await shown(trust)).items;
    expect(found).toMatchObject({
      moderation: { checked: 3, changed: 2 },
      overall: { score: published.items[0].overall.score },
    });
    expect(found.overall.found.score).not.toBe(found.overall.score);
  });

  it('leaves what was found with the document that it is about, once it is corrected', async () => {
    const trust = trusts[3] as SignedTrust;
    const { rina, cora } = await peopleOf(service, trust);
    const eve = await person(service, 'eve', { role: 'executive', scopeId: trust.organisationId });
    now = new Date('2018-03-20T12:00:00Z');
    const stands = await shown(trust);
    expect(stands.says).toBe(true);
    const opening = { digest: trust.digest, kind: 'correct', reason: 'A ward was counted twice' };
    expect((await rina.submit(paths.reopening(trust.code, roundId), opening)).statusCode).toBe(303);
    const section = paths.assessmentSection(trust.code, roundId, SECTION);
    const form = untouched(formOn((await cora.get(section)).body, 'comment-LD1'));
    expect((await cora.post(section, { ...form, 'comment-LD1': 'Counted once' })).statusCode).toBe(303);
    expect((await cora.submit(paths.assessmentRequest(trust.code, roundId), {})).statusCode).toBe(303);
    // What was published stands, with what was found of it, everywhere.
    expect(await shown(trust)).toEqual(stands);
    expect(await signedDigest(service, trust)).toBe(trust.digest);
    now = new Date('2018-03-25T12:00:00Z');
    const sign = paths.assessmentAuthorise(trust.code, roundId);
    const digest = (await eve.read(sign)).hidden('digest');
    expect((await eve.submit(sign, { declaration: 'accepted', digest })).statusCode).toBe(303);

    const after = await shown(trust);
    expect(after.says).toBe(false);
    expect(after.items).toMatchObject([{ moderation: null, overall: { found: null }, corrected: [{}] }]);
    expect(await signedDigest(service, trust)).toBe(digest);
    const report = await service.app.inject(paths.publicReport(trust.code, { round: roundId }));
    expect(readPage(report, 200).text).not.toContain('What a check from outside found');
    expect([(await shown(trust, '2018-03-24')).says, (await shown(trust, '2018-03-14')).says]).toEqual([true, false]);

    // The corrected document is looked at anew; what was found of the other is read beside that.
    expect((await rina.read(moderation(trust))).fact('State').text).toContain('Not checked');
    const queries = paths.queries(trust.code, roundId);
    const earlier = await rina.read((await rina.read(queries)).link('Queries and validation of the other document'));
    const old = await rina.read(earlier.link('Moderation: what somebody from outside finds of single answers'));
    expect(old.fact('State').text).toContain('Corrected');
    expect(old.table('Answers that were found otherwise')).toHaveLength(2);
    const ofOld = await rina.read(old.places.find((place) => place.includes('/challenges/LD2')) ?? '');
    expect(ofOld.text).toContain('This document counts no more');
    expect((await rina.read(ofOld.link('Back to the moderation'))).fact('State').text).toContain('Corrected');
    const documents = paths.assessmentDocument(trust.code, roundId, trust.digest);
    expect((await cora.read(documents)).fact('Moderation').text).toBe('Finished');
  });
});
