import { afterEach, beforeEach, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { publishVersion } from '../publication/publish-version.ts';
import { freezeVersion, submitVersion } from '../roadmap/index.ts';
import { decide, later, type Wolverhampton, wolverhampton } from '../roadmap/testing/wolverhampton.ts';
import { beginVersion } from '../roadmap/versions/begin-version.ts';
import { getVersion } from '../roadmap/versions/version-repository.ts';
import { clearedVersion } from './testing/reviewed.ts';

const slug = 'wolverhampton';

let service: TestService;
let place: Wolverhampton;
let reviewer: Visitor;
let lead: Visitor;

beforeEach(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
  reviewer = await signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y55' }], { name: 'Rae Reviewer' });
  lead = await signInAs(service, [
    { role: 'lead', scopeId: place.footprint.areaId },
    { role: 'editor', scopeId: place.footprint.areaId },
  ]);
});
afterEach(() => service.close());

const stateOf = async (versionId: string) => (await getVersion(service.database, versionId)).state;
const begin = () => {
  const command = { footprintId: place.footprint.areaId, afterNumber: 1, summaryOfChanges: 'A new member' };
  return beginVersion(place.context, command, later(place.by, 7));
};

it('a clearance is taken back by the region with a reason that the footprint reads; a new version answers it', async () => {
  const { versionId } = await clearedVersion(place);
  const page = paths.takeBackClearance(slug);
  expect((await reviewer.read(paths.review(slug))).link('Take back the clearance')).toBe(page);
  expect((await lead.get(page)).statusCode).toBe(403);
  expect((await reviewer.submit(page, { reason: ' ' })).statusCode).toBe(422);
  expect(await stateOf(versionId)).toBe('cleared');

  const reason = 'The trust has withdrawn from the shared record';
  expect((await reviewer.submit(page, { reason })).statusCode).toBe(303);
  expect(await stateOf(versionId)).toBe('changes-requested');
  for (const reader of [reviewer, lead]) {
    expect((await reader.read(paths.review(slug))).text).toMatch(
      new RegExp(`The clearance was taken back on [^:]*:\\d\\d by Rae Reviewer: ${reason}`),
    );
  }
  expect((await reviewer.get(page)).statusCode).toBe(409);

  expect(await publishVersion(place.context, versionId, later(place.by, 8))).toMatchObject({ kind: 'blocked' });
  expect((await lead.read(paths.roadmap(slug))).section('What happens next').buttons).toContain('Begin version 2');
  expect(await begin()).toMatchObject({ kind: 'ok', number: 2 });
});

it('a newer version may be begun beside a cleared one, which is published until that one is submitted', async () => {
  const { versionId } = await clearedVersion(place);
  const next = async () => (await lead.read(paths.roadmap(slug))).section('What happens next');
  expect((await next()).link('begin version 2')).toBe(paths.newVersion(slug));
  expect(await begin()).toMatchObject({ kind: 'ok', number: 2 });
  expect((await next()).link('publish version 1')).toBe(paths.publishRoadmap(slug));
  expect((await lead.read(paths.publishRoadmap(slug))).title).toBe('Publish version 1?');
  expect(await publishVersion(place.context, versionId, later(place.by, 9))).toMatchObject({ kind: 'ok' });
  expect(await stateOf(versionId)).toBe('published');
});

it('a cleared version is superseded once a newer one is submitted', async () => {
  const { versionId } = await clearedVersion(place);
  await begin();
  const frozen = await freezeVersion(place.context, place.footprint, 2, later(place.by, 8));
  const digest = frozen.kind === 'ok' ? frozen.digest : '';
  await decide(place, place.ccgId, digest);
  await decide(place, place.trustId, digest);
  const submitted = await submitVersion(place.context, place.footprint, 2, later(place.by, 10));
  expect(submitted).toMatchObject({ kind: 'ok', superseded: [1] });
  expect(await stateOf(versionId)).toBe('superseded');
  expect(await publishVersion(place.context, versionId, later(place.by, 11))).toMatchObject({ kind: 'blocked' });
});
