import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import {
  person,
  roundId,
  type SignedTrust,
  signedTrusts,
  startProvisional,
} from '../validation/testing/signed-trust.ts';
import { putIntoLetters } from './put-into-letters.ts';
import { kindsTold, type LetterBox, letterBox } from './testing/told.ts';
import { writeNotices } from './write-notices.ts';

const now = '2017-11-30T12:00:00Z';
let service: TestService;
let box: LetterBox;
let trust: SignedTrust;
let people: Record<'rina' | 'cora' | 'asha' | 'ana', Visitor>;

beforeAll(async () => {
  service = await startProvisional(() => new Date(now));
  box = letterBox(service);
  [trust] = (await signedTrusts(service, 1)) as [SignedTrust];
  people = {
    rina: await person(service, 'rina', { role: 'reviewer', scopeId: trust.regionId }),
    cora: await person(service, 'cora', { role: 'coordinator', scopeId: trust.organisationId }),
    asha: await person(service, 'asha', { role: 'contributor', scopeId: trust.organisationId }),
    ana: await person(service, 'ana', { role: 'analyst' }),
  };
});
afterAll(() => service.close());

const told = async (who: string) => (await kindsTold(service, `${who}@example.nhs.uk`)).at(-1) ?? null;
const page = () => paths.queriesAbout(trust.code, roundId, 'LD1');

async function write(who: keyof typeof people, query: string, step: string, text: string) {
  const form = untouched(formOn((await people[who].get(page())).body, `text-${query}`));
  const fields = { ...form, [`text-${query}`]: text, ...(query === 'new' ? {} : { step }) };
  const address = query === 'new' ? page() : paths.query(trust.code, roundId, 'LD1', query);
  expect((await people[who].post(address, fields)).statusCode).toBe(303);
  await writeNotices(box.context(now));
}

test('whoever must act next is told of each step, without a word of what was written', async () => {
  await write('ana', 'new', '', 'The plum stones, were they counted?');
  expect([await told('cora'), await told('asha'), await told('rina')]).toEqual(['return-queried', null, null]);
  await putIntoLetters(box.context(now));
  const letter = box.written.find(({ to }) => to === 'cora@example.nhs.uk');
  expect(letter?.subject).toMatch(/^Ana Example asks about the signed assessment of /);
  expect(letter?.text).not.toContain('plum');
  const { thread_id: query } = await service.database
    .selectFrom('thread')
    .select('thread_id')
    .where('subject_kind', '=', 'query')
    .where('scope_id', '=', trust.organisationId)
    .executeTakeFirstOrThrow();
  expect(letter?.text).toContain(`${page()}#query-${query}`);
  await write('cora', query, 'reply', 'All of them');
  expect([await told('ana'), await told('rina'), await told('asha')]).toEqual(['query-replied', 'query-replied', null]);
  await write('rina', query, 'ask-again', 'And the cherries?');
  expect(await told('cora')).toBe('return-queried');
  await write('rina', query, 'withdraw', 'I see them now');
  expect(await told('cora')).toBe('query-closed');

  const all = paths.queries(trust.code, roundId);
  const digest = (await people.rina.read(all)).hidden('digest');
  const address = paths.validation(trust.code, roundId);
  await people.rina.submit(all, { digest, step: 'validate', note: 'Cherries too' }, address);
  await writeNotices(box.context(now));
  expect([await told('cora'), await told('asha')]).toEqual(['return-validated', null]);
  await people.rina.submit(all, { digest, step: 'take-back', reason: 'Not yet' }, address);
  await writeNotices(box.context(now));
  expect(await told('cora')).toBe('validation-taken-back');
});
