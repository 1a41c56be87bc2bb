import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import { paths } from '../../../paths.ts';
import { elementsUpTo, levelledInstrument } from '../../scoring/testing/levelled-instrument.ts';
import { startServiceAsking } from '../testing/levelled-service.ts';
import { sectionOf } from '../testing/pages.ts';
import { nextTrust, roundId } from '../testing/real-instrument.ts';

const who = 'the chief information officer or a named deputy';

let service: TestService;

beforeAll(async () => {
  const signing = { roles: ['signatory'], who, boardApproval: 'optional' } as const;
  service = await startServiceAsking('facts', { ...levelledInstrument(), signing });
});

afterAll(() => service.close());

test('an assessment is signed by whom its instrument names, with the approval of a board', async () => {
  const trust = nextTrust();
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
  const request = paths.assessmentRequest(trust, roundId);
  for (const [section, id] of [
    ['leadership', 'WL1'],
    ['leadership', 'WL2'],
    ['technology', 'SF1'],
    ['records', 'SF2'],
    ['people', 'EP1'],
  ] as const) {
    const fields = { [`answer-${id}`]: elementsUpTo(id, 3), [`revision-${id}`]: '0' };
    await cora.submit(sectionOf(trust, section), fields);
  }
  const list = await cora.read(paths.assessment(trust, roundId));
  expect(list.text).toContain(`Check the answers, then ask ${who} to authorise them.`);
  expect((await cora.read(paths.workspace())).text).toContain(`Ask ${who} to sign`);
  const check = await cora.read(request);
  expect(check.text).toContain('Ask the programme office to invite its assessment signatory.');
  expect(check.text).toContain(`The ${who.slice('the '.length)} of the organisation reads the answers`);
  await cora.submit(request, {});

  const address = paths.assessmentAuthorise(trust, roundId);
  const chief = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
  const refused = readPage(await chief.get(address), 403);
  expect(refused.text).toContain(`This assessment is authorised by ${who} of the organisation.`);

  const both = [
    { role: 'executive', scopeId: trust },
    { role: 'signatory', scopeId: trust },
  ] as const;
  const signatory = await signInAs(service, both, { name: 'Cio Example' });
  const page = await signatory.read(address);
  expect(page.text).toContain('You sign as Cio Example, Assessment signatory,');
  const signed = { declaration: 'accepted', digest: page.hidden('digest') };
  const later = { ...signed, 'board-approved-on': '1 May 2099' };
  expect(readPage(await signatory.submit(address, later), 422).errors).toMatchObject([
    { message: 'The day of the board’s approval must be today or earlier' },
  ]);
  expect((await signatory.submit(address, { ...signed, 'board-approved-on': '1 May 2026' })).statusCode).toBe(303);

  const after = await cora.read(paths.assessment(trust, roundId));
  expect(after.fact('Authorisation').text).toContain('approved by a board on 1 May 2026');
  const office = await signInAs(service, [{ role: 'programme-manager' }]);
  const { body } = await office.get(paths.coverageFile({ find: trust, round: roundId }));
  // Codes that resemble it are found with it.
  const [row = ''] = body.split('\r\n').filter((line) => line.startsWith(`${trust},`));
  expect(row).toMatch(/,Submitted,.*,Cio Example$/);
});
