import { expect } from 'vitest';
import { formOn, untouched } from '../../../../test/database/page-forms.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { person, roundId, type SignedTrust } from '../../validation/testing/signed-trust.ts';

/** The section of which answers are checked, and why two of them are found otherwise. */
export const SECTION = 'leadership';
export const FOUND = 'Not seen by the board';

const moderation = ({ code }: SignedTrust) => paths.moderation(code, roundId);

/** Two who look after the region of a trust, and whoever coordinates its return. */
export async function peopleOf(service: TestService, { organisationId, regionId, code }: SignedTrust) {
  const id = code.toLowerCase();
  return {
    rina: await person(service, `rina${id}`, { role: 'reviewer', scopeId: regionId }),
    rob: await person(service, `rob${id}`, { role: 'reviewer', scopeId: regionId }),
    cora: await person(service, `cora${id}`, { role: 'coordinator', scopeId: organisationId }),
  };
}

/** Finds the first answer of the section the same and two others otherwise, and finishes. */
export async function moderate(who: Visitor, trust: SignedTrust) {
  await checkSome(who, trust);
  await finish(who, trust);
}

export async function checkSome(who: Visitor, trust: SignedTrust) {
  const address = paths.moderationSection(trust.code, roundId, SECTION);
  const form = formOn((await who.get(address)).body, 'revision-LD1');
  const otherwise = (question: string) => {
    const offered = form.fields.filter(({ name, type }) => name === `answer-${question}` && type === 'radio');
    const others = offered.filter(({ value }) => !['not-checked', 'as-signed', 'not-applicable'].includes(value));
    return { [`answer-${question}`]: others.at(-1)?.value ?? '', [`comment-${question}`]: FOUND };
  };
  const fields = { 'answer-LD1': 'as-signed', ...otherwise('LD2'), ...otherwise('LD3') };
  expect((await who.post(address, { ...untouched(form), ...fields })).statusCode).toBe(303);
}

export async function finish(who: Visitor, trust: SignedTrust) {
  const page = await who.read(moderation(trust));
  const finishing = { digest: page.hidden('digest'), read: page.hidden('read') };
  expect((await who.submit(moderation(trust), finishing)).statusCode).toBe(303);
}

/** Everything for everybody that compares organisations, as far as it names none of what was found. */
export async function comparisons(service: TestService, own: SignedTrust, other: SignedTrust) {
  const addresses = [
    paths.insights(),
    paths.publicReport(own.code, { round: roundId }),
    paths.publicReport(other.code, { round: roundId }),
  ];
  return Promise.all(addresses.map(async (address) => readPage(await service.app.inject(address), 200).text));
}

/** Of the file that everybody can download. */
export async function signedDigest(service: TestService, { assessmentId }: SignedTrust): Promise<string> {
  return (await service.app.inject(paths.signedAssessment(assessmentId))).json().digest;
}
