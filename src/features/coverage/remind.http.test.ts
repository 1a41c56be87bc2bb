import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { answered } from '../notices/testing/told.ts';
import { holderOf, type MailedService, startMailedService } from '../people/testing/mailed-service.ts';

const round = 'dmsa-2017';
const inTheNorth = { round, region: 'Y54' };
/** A trust in the North of England, another there, and one in the Midlands. */
const [doncaster, rotherham, wolverhampton] = ['RP5', 'RFR', 'RL4'] as const;

let service: MailedService;
let manager: Visitor;
let reviewer: Visitor;
beforeAll(async () => {
  service = await startMailedService();
  manager = await signInAs(service, [{ role: 'programme-manager' }], { name: 'Pat Manager' });
  reviewer = await signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y54' }]);
});
afterAll(() => service.close());

const subject = 'Digital maturity self-assessment 2017: ';

it('writes to those who answer and sign in the places asked for, and to nobody who has submitted', async () => {
  const [north, submitted, midlands] = await Promise.all(
    [doncaster, rotherham, wolverhampton].map((scopeId) => holderOf(service, { role: 'coordinator', scopeId })),
  );
  await answered(service, rotherham, 'submitted', round);
  const page = await reviewer.read(paths.remind(inTheNorth));
  expect(page.text).toMatch(/\d+ providers of those you asked for have not submitted/);
  expect(page.text).toMatch(/\d+ of them have neither a coordinator nor anybody to sign/);
  const sent = await reviewer.submit(paths.remind(inTheNorth), {});
  expect(sent.headers.location).toBe(paths.coverage(inTheNorth));
  expect(await service.letterTo(north?.email ?? '', subject)).toMatch(/Doncaster.* has not submitted for “/s);
  // Letters go out in the order in which they were asked for: whoever has none after this one gets none.
  const last = await holderOf(service, { role: 'executive', scopeId: wolverhampton });
  await manager.submit(paths.remind({ footprint: 'wolverhampton', round }), {});
  await service.letterTo(last.email, subject);
  expect(service.lettersTo(submitted?.email ?? '')).toEqual([]);
  expect(await service.waitForLetters(midlands?.email ?? '', 1)).toHaveLength(1);
});

it('writes to each once a day, however often it is asked for', async () => {
  const first = await holderOf(service, { role: 'executive', scopeId: doncaster });
  await manager.submit(paths.remind(inTheNorth), {});
  await service.letterTo(first.email, subject);
  await manager.submit(paths.remind(inTheNorth), {});
  const later = await holderOf(service, { role: 'executive', scopeId: doncaster });
  await manager.submit(paths.remind(inTheNorth), {});
  await service.letterTo(later.email, subject);
  expect(service.lettersTo(first.email)).toHaveLength(1);
});

it('is of the round that is worked in now, and of no other', async () => {
  expect((await manager.read(paths.coverage({ round: 'dmsa-2015' }))).text).not.toContain('Remind those');
  const refused = await manager.submit(paths.contact(), {}, paths.remind({ round: 'dmsa-2015' }));
  expect(readPage(refused, 422).text).toContain('of the present round alone');
});

it('is for reviewers in their region and those who run the programme', async () => {
  const analyst = await signInAs(service, [{ role: 'analyst' }]);
  expect((await analyst.get(paths.remind())).statusCode).toBe(403);
  expect((await analyst.read(paths.coverage())).text).not.toContain('Remind those');
  const elsewhere = await reviewer.submit(paths.contact(), {}, paths.remind({ round, region: 'Y55' }));
  expect(readPage(elsewhere, 422).errors).toEqual([
    {
      message: 'None of the providers whom you look after is in these places and stands where you asked',
      field: expect.anything(),
    },
  ]);
  // Contributors are not written to: where there is nobody else, nobody is reminded.
  await holderOf(service, { role: 'contributor', scopeId: 'RJ1' });
  const empty = await manager.submit(paths.contact(), {}, paths.remind({ round, region: 'Y56' }));
  const nobody = readPage(empty, 422);
  expect(nobody.errors[0]?.message).toContain('None of these providers has a coordinator or anybody to sign');
  expect(nobody.link('Invite people')).toBe(paths.inviteMany());
  const events = await service.database
    .selectFrom('audit_event')
    .select('detail')
    .where('action', '=', 'round.remind')
    .execute();
  expect(events.length).toBeGreaterThan(0);
  expect(JSON.stringify(events)).toContain(doncaster);
});
