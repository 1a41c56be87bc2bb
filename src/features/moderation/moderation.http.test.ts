import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import { PageReader, readPage } from '../../../test/database/page-reader.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { listAddressed } from '../directory/index.ts';
import {
  person,
  roundId,
  type SignedTrust,
  signedTrusts,
  startProvisional,
} from '../validation/testing/signed-trust.ts';

let service: TestService;
let now = new Date('2017-11-30T12:00:00Z');
let trusts: SignedTrust[];
const SECTION = 'leadership';
const REASON = 'The board has not seen it since May';

beforeAll(async () => {
  service = await startProvisional(() => now);
  trusts = await signedTrusts(service, 5);
});
afterAll(() => service.close());

async function peopleOf({ organisationId, regionId, code }: SignedTrust) {
  const id = code.toLowerCase();
  return {
    rina: await person(service, `rina${id}`, { role: 'reviewer', scopeId: regionId }),
    rob: await person(service, `rob${id}`, { role: 'reviewer', scopeId: regionId }),
    cora: await person(service, `cora${id}`, { role: 'coordinator', scopeId: organisationId }),
  };
}

const moderation = ({ code }: SignedTrust) => paths.moderation(code, roundId);
const section = ({ code }: SignedTrust) => paths.moderationSection(code, roundId, SECTION);
const result = ({ code }: SignedTrust) => paths.assessmentResult(code, roundId);

/** The form of the section as it is, with these fields changed. */
async function filled(who: Visitor, trust: SignedTrust, fields: Record<string, string>, from?: string) {
  const page = from ?? (await who.get(section(trust))).body;
  return { ...untouched(formOn(page, 'revision-LD1')), ...fields };
}

/** Something else than was signed. */
async function otherThanSigned(who: Visitor, trust: SignedTrust, question: string): Promise<string> {
  const form = formOn((await who.get(section(trust))).body, `revision-${question}`);
  const offered = form.fields.filter(({ name, type }) => name === `answer-${question}` && type === 'radio');
  const others = offered.filter(({ value }) => !['not-checked', 'as-signed', 'not-applicable'].includes(value));
  return others.at(-1)?.value ?? '';
}

async function check(who: Visitor, trust: SignedTrust) {
  const fields = {
    'answer-LD1': 'as-signed',
    'answer-LD2': await otherThanSigned(who, trust, 'LD2'),
    'comment-LD2': REASON,
  };
  return who.post(section(trust), await filled(who, trust, fields));
}

const scoresOf = (page: PageReader, name: string) =>
  page.table(`Scores of ${name}, as it signed them and as they were found`);

async function nameOf({ organisationId }: SignedTrust): Promise<string> {
  const { database, context } = service;
  const found = await listAddressed(database, [organisationId], context.pack.positionOn);
  return found.get(organisationId)?.name ?? '';
}

describe('the moderation of a signed return', () => {
  it('is saved by section, finished, and both scores are public with the results, without a reason', async () => {
    const [trust] = trusts as [SignedTrust];
    const { rina, cora } = await peopleOf(trust);
    expect(
      (await rina.read(paths.queries(trust.code, roundId))).link(
        'Moderation: what somebody from outside finds of single answers',
      ),
    ).toBe(moderation(trust));
    const unchecked = await rina.read(moderation(trust));
    expect(unchecked.fact('State').text).toContain('Not checked');
    expect(unchecked.text).not.toContain('found otherwise');

    const without = await filled(rina, trust, { 'answer-LD2': await otherThanSigned(rina, trust, 'LD2') });
    const told = readPage(await rina.post(section(trust), without), 422);
    expect(told.errors[0]?.message).toBe('Say why you would answer LD2 otherwise');
    expect((await check(rina, trust)).statusCode).toBe(303);
    const third = await filled(rina, trust, { 'answer-LD3': 'as-signed' });
    expect((await rina.post(section(trust), third)).statusCode).toBe(303);
    const state = (await rina.read(moderation(trust))).fact('State').text;
    expect(state).toContain('3 of');
    expect((await cora.read(section(trust))).text).toContain(REASON);
    expect((await cora.read(result(trust))).text).not.toContain('What a check from outside found');

    expect((await rina.read(paths.queries(trust.code, roundId))).text).toContain(
      'It can be validated once the moderation of its answers is finished.',
    );
    const before = (await cora.read(result(trust))).table(`Scores of ${await nameOf(trust)}, overall and by theme`);
    expect((await rina.submit(moderation(trust), await finishing(rina, trust))).statusCode).toBe(303);
    const after = await cora.read(result(trust));
    expect(after.table(`Scores of ${await nameOf(trust)}, overall and by theme`).map(([, score]) => score)).toEqual(
      before.map(([, score]) => score),
    );
    const both = scoresOf(after, await nameOf(trust));
    const changed = both.filter(([, said, found]) => said !== found);
    expect(changed.length).toBeGreaterThan(0);
    expect(both[0]?.[4]).toContain('2 peer-checked');
    expect((await cora.read(moderation(trust))).table('Answers that were found otherwise')[0]?.[3]).toContain(REASON);

    const publicPage = async () => new PageReader((await service.app.inject(paths.organisation(trust.code))).body);
    expect((await publicPage()).text).not.toContain('What a check from outside found');
    const office = await person(service, 'office', { role: 'programme-manager' });
    const day = { 'results-on': '31 January 2018', reason: 'As agreed', after: '0' };
    expect((await office.submit(paths.setResultsDay(roundId), day)).statusCode).toBe(303);
    now = new Date('2018-01-31T10:00:00Z');
    const shown = await publicPage();
    expect(scoresOf(shown, await nameOf(trust))[0]?.slice(1, 3)).toEqual(both[0]?.slice(1, 3));
    const everywhere = [
      paths.organisation(trust.code),
      paths.signedAssessment(trust.assessmentId),
      paths.apiResultsOf(trust.code),
      `${paths.apiResultsOf(trust.code)}&format=csv`,
    ];
    for (const address of everywhere) {
      const { statusCode, body } = await service.app.inject(address);
      expect([address, statusCode, body.split(REASON).length]).toEqual([address, 200, 1]);
    }
    now = new Date('2017-11-30T12:00:00Z');
  });

  it('tells everybody no score that was found of fewer than three answers', async () => {
    const trust = trusts[4] as SignedTrust;
    const { rina, cora } = await peopleOf(trust);
    expect((await check(rina, trust)).statusCode).toBe(303);
    expect((await rina.submit(moderation(trust), await finishing(rina, trust))).statusCode).toBe(303);
    expect(scoresOf(await cora.read(result(trust)), await nameOf(trust)).length).toBeGreaterThan(0);
    now = new Date('2018-01-31T10:00:00Z');
    const shown = new PageReader((await service.app.inject(paths.organisation(trust.code))).body);
    expect(shown.text).toContain('fewer than 3 would tell single answers');
    expect(shown.text).not.toContain('as they were found');
    now = new Date('2017-11-30T12:00:00Z');
  });

  it('keeps what two people found of one answer apart, and shows both to the second', async () => {
    const [, trust] = trusts as [SignedTrust, SignedTrust];
    const { rina, rob } = await peopleOf(trust);
    const opened = (await rob.get(section(trust))).body;
    expect((await check(rina, trust)).statusCode).toBe(303);
    const late = await filled(rob, trust, { 'answer-LD2': 'as-signed', 'comment-LD2': 'I saw it myself' }, opened);
    const both = readPage(await rob.post(section(trust), late), 409);
    expect(both.errors[0]?.message).toContain('Somebody else has saved something else about LD2');
    expect(both.text).toContain(REASON);
    expect(both.field('Reason for LD2').value).toBe('I saw it myself');
    const read = await finishing(rob, trust);
    expect((await rina.post(section(trust), await filled(rina, trust, { 'answer-LD3': 'as-signed' }))).statusCode).toBe(
      303,
    );
    const unread = readPage(await rob.submit(moderation(trust), read), 409);
    expect(unread.errors[0]?.message).toContain('Somebody has saved something else meanwhile');
  });

  it('counts no more once the return is opened again, and what was typed is kept', async () => {
    const [, , trust] = trusts as [SignedTrust, SignedTrust, SignedTrust];
    const { rina, cora } = await peopleOf(trust);
    const _csrf = await rina.tokenOf(section(trust));
    expect((await check(rina, trust)).statusCode).toBe(303);
    expect((await rina.submit(moderation(trust), await finishing(rina, trust))).statusCode).toBe(303);
    const { digest } = trust;
    const typed = { _csrf, 'revision-LD1': '0', 'comment-LD1': 'Typed with care', digest };
    expect(
      (await rina.submit(paths.reopening(trust.code, roundId), { digest, reason: 'A ward is missing' })).statusCode,
    ).toBe(303);
    const page = await cora.read(moderation(trust));
    expect(page.fact('State').text).toContain('Open again');
    const late = readPage(await rina.post(section(trust), typed), 409);
    expect(late.text).toContain('Typed with care');
  });
});

describe('nobody checks', () => {
  it('who is bound to the organisation, and nobody else reads it', async () => {
    const [, , , trust] = trusts as [SignedTrust, SignedTrust, SignedTrust, SignedTrust];
    const { cora } = await peopleOf(trust);
    const both = [{ role: 'analyst' }, { role: 'contributor', scopeId: trust.organisationId }] as const;
    const torn = await signInAs(service, both, { personId: 'torn', name: 'Torn Example' });
    const page = await torn.read(section(trust));
    expect(page.fields).toEqual([]);
    expect((await torn.read(moderation(trust))).text).toContain('so somebody else checks this return');
    expect((await cora.post(section(trust), {})).statusCode).toBe(403);
    const stranger = await person(service, 'lena', { role: 'coordinator', scopeId: trusts[0]?.organisationId ?? '' });
    expect((await stranger.get(moderation(trust))).statusCode).toBe(403);
  });
});

describe('a peer of another organisation', () => {
  it('is invited, accepts, checks that one return and reads nothing else, until it is withdrawn', async () => {
    const trust = trusts[3] as SignedTrust;
    const other = trusts[4] as SignedTrust;
    const { rina, cora } = await peopleOf(trust);
    const pia = await person(service, 'pia', { role: 'contributor', scopeId: other.organisationId });
    const peers = paths.peers(trust.code, roundId);
    expect((await rina.read(moderation(trust))).link('Peers of other organisations who check it')).toBe(peers);
    expect((await cora.get(peers)).statusCode).toBe(403);
    const office = await person(service, 'office-of-peers', { role: 'programme-manager' });
    expect(readPage(await office.get(peers), 403).text).toContain('peers are not invited by your role');
    const typed = {
      ...{ digest: trust.digest, email: 'pia@example.nhs.uk', name: 'Pia Example', 'job-title': '' },
      message: 'You know such wards',
    };
    const own = readPage(await rina.submit(peers, { ...typed, place: trust.code }), 422);
    expect(own.errors[0]?.message).toContain('Peers come from another organisation');
    expect(own.field('Message (optional)').value).toBe(typed.message);
    const bound = { ...typed, place: other.code, email: `cora${trust.code.toLowerCase()}@example.nhs.uk` };
    expect(readPage(await rina.submit(peers, bound), 422).errors[0]?.message).toContain('They hold a role for');
    expect(readPage(await rina.submit(peers, { ...typed, place: other.code }), 200).text).toContain('only once');
    const twice = readPage(await rina.submit(peers, { ...typed, place: other.code }), 422);
    expect(twice.errors[0]?.message).toContain('invited to check this return already');

    // Nothing of the return before it is accepted, and of the rest nothing ever.
    expect((await pia.get(moderation(trust))).statusCode).toBe(403);
    const asked = (await pia.read(paths.workspace())).links.find((text) => text.startsWith('Accept or decline')) ?? '';
    const invitation = (await pia.read(paths.workspace())).link(asked);
    const page = await pia.read(invitation);
    expect(page.text).toContain(typed.message);
    expect((await rina.read(invitation)).text).toContain('Withdraw the invitation');
    expect((await cora.get(invitation)).statusCode).toBe(403);
    const forged = { step: 'accept', _csrf: await rina.tokenOf(invitation) };
    expect((await rina.post(invitation, forged)).statusCode).toBe(403);
    expect((await pia.submit(invitation, { step: 'accept' })).statusCode).toBe(303);
    const open = await pia.read(moderation(trust));
    expect(open.links).not.toContain('Queries and validation');
    expect(open.link('Your invitation to check it, and how to give it back')).toBe(invitation);
    const elsewhere = [
      paths.queries(trust.code, roundId),
      paths.assessment(trust.code, roundId),
      result(trust),
      peers,
      moderation(trusts[2] as SignedTrust),
    ];
    for (const address of elsewhere) {
      expect([address, (await pia.get(address)).statusCode]).toEqual([address, 403]);
    }
    expect((await check(pia, trust)).statusCode).toBe(303);
    expect((await cora.read(moderation(trust))).table('Answers that were found otherwise')[0]?.[3]).toContain(
      `Pia Example (Peer moderator, ${await nameOf(other)})`,
    );
    expect((await pia.read(paths.workspace())).text).toContain('Check the answers of');

    const without = readPage(await rina.submit(invitation, { step: 'withdraw', reason: '' }), 422);
    expect(without.errors[0]?.message).toBe('Say why it is withdrawn');
    const late = { ...(await filled(pia, trust, { 'answer-LD3': 'as-signed' })) };
    expect((await rina.submit(invitation, { step: 'withdraw', reason: 'Too many by now' })).statusCode).toBe(303);
    expect((await pia.post(section(trust), late)).statusCode).toBe(403);
    expect((await pia.read(invitation)).text).toContain('Too many by now');
    expect((await rina.read(moderation(trust))).fact('State').text).toContain('2 of');
  });

  it('declines in words, which those who invited them read', async () => {
    const trust = trusts[3] as SignedTrust;
    const other = trusts[4] as SignedTrust;
    const { rina } = await peopleOf(trust);
    const peers = paths.peers(trust.code, roundId);
    const pete = await person(service, 'pete', { role: 'coordinator', scopeId: other.organisationId });
    const typed = { digest: trust.digest, email: 'pete@example.nhs.uk', name: 'Pete Example', place: other.code };
    expect((await rina.submit(peers, { ...typed, message: '' })).statusCode).toBe(200);
    const invitation = (await rina.read(peers)).link('Pete Example');
    const _csrf = await pete.tokenOf(invitation);
    expect(readPage(await pete.post(invitation, { _csrf, step: 'decline', reason: '' }), 422).errors[0]?.message).toBe(
      'Say why you decline',
    );
    const declining = { _csrf, step: 'decline', reason: 'I worked there until May' };
    expect((await pete.post(invitation, declining)).statusCode).toBe(303);
    expect((await rina.read(invitation)).text).toContain('I worked there until May');
    const lines = (await rina.read(peers)).table('Invited so far').filter(([name]) => name === 'Pete Example');
    expect(lines.map(([, , state]) => state)).toEqual([expect.stringContaining('Declined')]);
    const late = readPage(await pete.post(invitation, { ...declining, reason: 'Once more' }), 409);
    expect(late.text).toContain('Once more');
    expect((await pete.read(paths.workspace())).text).not.toContain('check the answers of');
  });
});

async function finishing(who: Visitor, trust: SignedTrust) {
  const page = await who.read(moderation(trust));
  return { digest: page.hidden('digest'), read: page.hidden('read') };
}
