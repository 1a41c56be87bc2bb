import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { systemClock } from '../../platform/clock.ts';
import { findFootprint, findFootprintAtWork, listMembers, listWorkingFootprints } from '../directory/index.ts';
import { startReview } from '../review/index.ts';
import { settle } from '../review/testing/reviewed.ts';
import { submitVersion } from '../roadmap/index.ts';
import { aPerson, decide, frozenVersion, later, type Wolverhampton } from '../roadmap/testing/wolverhampton.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('demo', { clock: systemClock });
});
afterAll(() => service.close());

async function persona(personId: string): Promise<Visitor> {
  const visitor = new Visitor(service.app);
  await visitor.become(personId);
  return visitor;
}

const merge = {
  kind: 'merge',
  predecessors: ['gloucestershire', 'wolverhampton'],
  'successor-name': 'Severn & Black Country',
  'effective-on': '1 10 2016',
  reason: 'To have one plan',
};

test('a proposal is withdrawn once, with a reason that can be read', async () => {
  const manager = await persona('persona-programme-manager');
  const proposed = await manager.submit(paths.newSuccession({ kind: 'merge' }), merge, paths.newSuccession());
  const page = String(proposed.headers.location);
  const withdraw = (reason: string) => manager.submit(page, { reason }, `${page}/withdraw`);
  for (const [reason, error] of [
    ['\u200B', 'Say why the proposal is withdrawn'],
    ['x'.repeat(2001), 'The reason must be 2,000 characters or fewer; it has 2,001'],
  ] as const) {
    expect(readPage(await withdraw(reason), 422).field('Why it is withdrawn').error).toBe(error);
  }
  expect((await withdraw('It stays as it is\u0007')).statusCode).toBe(303);
  expect((await manager.read(page)).text).toContain('It stays as it is');
  const [stored] = await service.database
    .selectFrom('succession_proposal')
    .select('reason')
    .where('state', '=', 'withdrawn')
    .execute();
  expect(stored?.reason).toBe('It stays as it is');
  const settled = await manager.get(page);
  expect(readPage(settled, 200).buttons).not.toContain('Withdraw');
});

test('a merger is proposed by one person, confirmed by another, and opens a draft beside the old words', async () => {
  const manager = await persona('persona-programme-manager');
  expect((await manager.read(paths.workspace())).places).toContain(paths.successions());
  expect((await manager.read(paths.newSuccession())).text).toContain('Footprints merge');

  const form = paths.newSuccession({ kind: 'merge' });
  const faulty = await manager.submit(
    form,
    { ...merge, predecessors: 'gloucestershire', reason: '' },
    paths.newSuccession(),
  );
  const mended = readPage(faulty, 422);
  expect(mended.section('There is a problem').text).toContain('Choose at least two footprints');
  expect(mended.fields.map((label) => mended.field(label).value)).toContain('Severn & Black Country');

  const blocked = await manager.submit(form, { ...merge, 'effective-on': '1 1 2016' }, paths.newSuccession());
  expect(readPage(blocked, 422).section('This stands in the way').text).toContain('There is no footprint');

  const proposed = await manager.submit(form, merge, paths.newSuccession());
  expect(proposed.statusCode).toBe(303);
  const page = String(proposed.headers.location);
  const plan = await manager.read(page);
  expect(plan.text).toContain('Totals before');
  expect(plan.text).toContain('Together');
  expect(plan.text).toContain('A second person');
  expect(plan.buttons).not.toContain('Confirm and apply');

  const editor = await persona('persona-editor-gloucestershire');
  expect((await editor.get(page)).statusCode).toBe(403);

  const administrator = await persona('persona-administrator');
  const digest = (await administrator.read(page)).hidden('digest');
  const stale = await administrator.submit(page, { digest: '0'.repeat(64) }, `${page}/confirm`);
  expect(stale.statusCode).toBe(409);
  const confirmed = await administrator.submit(page, { digest }, `${page}/confirm`);
  expect(confirmed.statusCode).toBe(303);
  const applied = await manager.read(page);
  expect(applied.text).toContain('restated to the footprints since');
  expect(applied.buttons).toContain('Propose to take it back');

  const slug = 'severn-black-country';
  expect((await editor.get(paths.footprint(slug).concat('?as-at=2016-10-01'))).statusCode).toBe(200);
  const part = await editor.read(paths.roadmapContent(slug, 'parts', 'vision'));
  const before = 'Gloucestershire, version 1, for “Local Digital Roadmap 2016”';
  const whole = part.details(before).link(`Read the whole of ${before}`);
  expect(whole).toBe(paths.readVersion('gloucestershire', 1));
  for (const kind of ['trajectory', 'deployments', 'risks', 'universal-capabilities']) {
    const other = await editor.read(paths.roadmapContent(slug, kind));
    expect([kind, other.section('What was written before').link(before)]).toEqual([kind, whole]);
  }
  expect((await editor.read(paths.roadmap(slug))).section('What was written before').link(before)).toBe(whole);
  // Their roles have passed to the footprint that came after.
  expect((await editor.read(whole)).title).toContain('Gloucestershire');
  expect((await editor.get(paths.roadmap('gloucestershire'))).statusCode).toBe(200);
  const stranger = await signInAs(service, [{ role: 'lead', scopeId: 'footprint:der' }]);
  expect((await stranger.get(whole)).statusCode).toBe(403);
  expect((await editor.post(paths.roadmapContent('gloucestershire', 'parts', 'vision'), {})).statusCode).toBe(403);
});

test.each([
  ['a member that wrote none of it', { role: 'executive', scopeId: 'RL4' }, false],
  ['a region in which none of it was written', { role: 'reviewer', scopeId: 'region:Y55' }, false],
  ['a member that wrote it', { role: 'contributor', scopeId: 'RTE' }, true],
  ['the region in which it was written', { role: 'reviewer', scopeId: 'region:Y57' }, true],
  ['the footprint itself', { role: 'lead', scopeId: 'itself' }, true],
] as const)(
  'what was written before a merger is beside its draft as it is read where it was written, for %s',
  async (_who, grant, mayRead) => {
    const merged = await findFootprint(service.database, 'severn-black-country', '2016-10-01');
    const scopeId = grant.scopeId === 'itself' ? (merged?.areaId ?? '') : grant.scopeId;
    const reader = await signInAs(service, [{ role: grant.role, scopeId }]);
    const heading = 'What was written before';
    for (const page of [
      paths.roadmap('severn-black-country'),
      paths.roadmapContent('severn-black-country', 'parts', 'vision'),
      paths.roadmapContent('severn-black-country', 'risks'),
    ]) {
      expect([page, (await reader.read(page)).headings.includes(heading)]).toEqual([page, mayRead]);
    }
    // Every version of what came before, and not only those that the draft is read beside.
    for (const page of [paths.readVersion('gloucestershire', 1), paths.roadmap('gloucestershire')]) {
      expect([page, (await reader.get(page)).statusCode]).toEqual([page, mayRead ? 200 : 403]);
    }
    expect((await reader.get(paths.newVersion('gloucestershire'))).statusCode).toBe(403);
  },
);

/** The merged footprint, as the steps of a roadmap want it. */
async function mergedPlace(): Promise<Wolverhampton> {
  const { context, database } = service;
  const footprint = await findFootprint(database, 'severn-black-country', '2016-10-01');
  if (footprint === null) {
    throw new Error('There should have been a merged footprint');
  }
  const members = await listMembers(database, footprint.areaId, '2016-10-01');
  const idOf = (code: string) => members.find((member) => member.code === code)?.organisationId ?? '';
  return {
    context,
    footprint,
    members,
    ccgId: idOf('06A'),
    trustId: idOf('RL4'),
    by: await aPerson(service, 'Lee Lead'),
  };
}

test('what came after is written, endorsed, reviewed and published where all other work is', async () => {
  const place = await mergedPlace();
  const { footprint, members, context, by } = place;
  const { slug, areaId } = footprint;
  const lead = await signInAs(service, [{ role: 'lead', scopeId: areaId }]);
  const reviewers = await Promise.all(
    footprint.regions.map((region) => signInAs(service, [{ role: 'reviewer', scopeId: region.areaId }])),
  );
  expect(reviewers).toHaveLength(2);
  const [reviewer] = reviewers;
  expect((await lead.read(paths.workspace())).places).toContain(paths.roadmap(slug));
  const working = await listWorkingFootprints(service.database, context.pack.positionOn);
  const own = working.filter((one) => ['gloucestershire', 'wolverhampton', slug].includes(one.slug));
  expect(own.map(({ day, isOver }) => [day, isOver])).toEqual([
    ['2016-06-30', true],
    ['2016-10-01', false],
    ['2016-06-30', true],
  ]);
  for (const one of own) {
    expect(await findFootprintAtWork(service.database, { areaId: one.areaId }, context.pack.positionOn)).toEqual({
      footprint: await findFootprint(service.database, one.slug, one.day),
      members: await listMembers(service.database, one.areaId, one.day),
    });
  }
  expect(await findFootprintAtWork(service.database, { slug }, context.pack.positionOn)).toEqual({
    footprint,
    members,
  });

  const { versionId, digest } = await frozenVersion(place);
  const endorser = await signInAs(service, [{ role: 'executive', scopeId: place.trustId }]);
  expect((await endorser.read(paths.workspace())).places).toContain(paths.endorse(slug, 'RL4'));
  for (const { organisationId } of members) {
    await decide(place, organisationId, digest);
  }
  expect(await submitVersion(context, footprint, 1, later(by, 3))).toMatchObject({ kind: 'ok' });

  for (const each of reviewers) {
    expect((await each.read(paths.reviews())).places).toContain(paths.review(slug));
    expect((await each.read(paths.workspace())).places).toContain(paths.review(slug));
  }
  expect((await reviewer?.read(paths.review(slug)))?.buttons).toContain('Start the review');
  expect(await startReview(context, versionId, later(by, 4))).toMatchObject({ kind: 'ok' });
  expect(await settle(place, versionId, 'cleared')).toMatchObject({ kind: 'ok' });
  expect((await lead.read(paths.review(slug))).headings.join()).toContain('cleared');

  const published = await lead.submit(paths.publishRoadmap(slug), { digest });
  expect(published.statusCode).toBe(303);
  const page = await new Visitor(service.app).get(paths.publishedRoadmap(slug));
  expect(page.statusCode).toBe(200);
  const list = await new Visitor(service.app).read(`${paths.footprints()}?as-at=2016-10-01`);
  expect(list.places.join()).toContain(slug);
});
