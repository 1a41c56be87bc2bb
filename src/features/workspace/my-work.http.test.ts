import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { wolverhampton } from '../roadmap/testing/wolverhampton.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

it('leads whoever may read it to the draft of the roadmap of their footprint, and nobody elsewhere', async () => {
  const { footprint, ccgId } = await wolverhampton(service);
  const lead = await signInAs(service, [{ role: 'lead', scopeId: footprint.areaId }]);
  expect((await lead.submit(paths.roadmap(footprint.slug), {})).statusCode).toBe(303);
  for (const role of ['contributor', 'coordinator', 'signatory', 'executive'] as const) {
    const member = await signInAs(service, [{ role, scopeId: ccgId }]);
    const draft = (await member.read(paths.workspace())).section('To look at').link('Roadmap: Wolverhampton');
    expect([role, (await member.get(draft)).statusCode]).toEqual([role, 200]);
    const elsewhere = await signInAs(service, [{ role, scopeId: 'RP5' }]);
    expect((await elsewhere.read(paths.workspace())).links).not.toContain('Roadmap: Wolverhampton');
  }
  // What they write themselves is among what waits for them, and there alone.
  const both = await signInAs(service, [
    { role: 'contributor', scopeId: ccgId },
    { role: 'editor', scopeId: footprint.areaId },
  ]);
  const { places } = await both.read(paths.workspace());
  expect(places.filter((place) => place === paths.roadmap(footprint.slug))).toHaveLength(1);
});

/** A second organisation that was given the code of the Wolverhampton trust when that ended. */
async function reissueCode(): Promise<string> {
  const organisationId = 'RL4@2018-04-01';
  const { database } = service;
  await sql`update organisation_record set valid = '[2001-01-01,2018-04-01)' where organisation_id = 'RL4'`.execute(
    database,
  );
  await sql`insert into organisation (organisation_id, code) values (${organisationId}, 'RL4')`.execute(database);
  await sql`
    insert into organisation_record
      (organisation_id, code, name, type_id, type_standing, valid, seen, source_id, standing)
    select ${organisationId}, code, 'Heir Trust', type_id, type_standing, '[2018-04-01,)', seen, source_id, standing
    from organisation_record where organisation_id = 'RL4'`.execute(database);
  return organisationId;
}

it('leads everybody to the assessment of their own organisation, though its code was another one’s before', async () => {
  const organisationId = await reissueCode();
  await expectWorkLeadsTo('RL4', 'Royal Wolverhampton');
  // The heir came after the deadline of the round of 2015/16, and is asked in the next.
  const manager = await signInAs(service, [{ role: 'programme-manager' }]);
  const opensOn = new Date().toISOString().slice(0, 10);
  const plan = { label: 'Next check', instrument: 'dmsa-2015', 'opens-on': opensOn, 'due-on': '1 6 2099' };
  expect((await manager.submit(paths.newRound(), plan)).statusCode).toBe(303);
  await expectWorkLeadsTo(organisationId, 'Heir Trust');
  const former = await signInAs(service, [{ role: 'coordinator', scopeId: 'RL4' }]);
  expect((await former.read(paths.workspace())).links.join()).not.toContain('Complete the');
});

async function expectWorkLeadsTo(scopeId: string, name: string): Promise<void> {
  const visitor = await signInAs(service, [{ role: 'coordinator', scopeId }]);
  const { places } = await visitor.read(paths.workspace());
  const list = await visitor.read(places.find((place) => place.startsWith('/workspace/assessments/')) ?? '');
  expect([scopeId, list.title]).toEqual([scopeId, expect.stringContaining(name)]);
  const section = list.places.find((place) => place.includes('/sections/')) ?? '';
  expect([section, (await visitor.get(section)).statusCode]).toEqual([section, 200]);
}
