import { afterEach, beforeEach, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { findOrganisation } from '../directory/index.ts';
import { clearedVersion } from '../review/testing/reviewed.ts';
import { bringInMembers } from '../roadmap/testing/members.ts';
import { frozenVersion, type Wolverhampton, wolverhampton } from '../roadmap/testing/wolverhampton.ts';

/* What people are shown of a version whose footprint has other members than its document names. */

const slug = 'wolverhampton';
const newcomer = 'University Hospitals Coventry and Warwickshire NHS Trust';

let service: TestService;
let place: Wolverhampton;

beforeEach(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
});
afterEach(() => service.close());

const joins = (context: TestService['context']) => bringInMembers(context, ['wol,RKB,core,,2016-06-30,,stated,']);
const reviewer = () => signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y55' }]);
const lead = () => signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }]);
const executiveOf = async (code: string) => {
  const organisation = await findOrganisation(service.database, code, service.context.pack.positionOn);
  return signInAs(service, [{ role: 'executive', scopeId: organisation?.organisationId ?? '' }]);
};

it('the region and the lead read who has joined since a version was endorsed, and that it stands', async () => {
  await clearedVersion(place);
  const [region, publisher] = [await reviewer(), await lead()];
  expect((await region.read(paths.review(slug))).headings).not.toContain('Members since then');
  expect((await publisher.read(paths.publishRoadmap(slug))).headings).not.toContain('Members since then');

  await joins(service.context);
  const review = (await region.read(paths.review(slug))).section('Members since then').text;
  expect(review).toContain(`${newcomer} joined on 30 June 2016`);
  expect(review).toContain('It stands as it was endorsed');
  const publish = await publisher.read(paths.publishRoadmap(slug));
  expect(publish.title).toBe('Publish version 1?');
  expect(publish.section('Members since then').text).toContain(`${newcomer} joined on 30 June 2016`);
});

it('a newcomer is not asked to endorse a document that does not name it, and is told when it will be', async () => {
  await frozenVersion(place);
  const executive = await executiveOf('RKB');
  expect((await executive.get(paths.endorse(slug, 'RKB'))).statusCode).toBe(403);

  // Told to nobody, as on the day on which a membership that was dated ahead begins.
  await joins({ ...service.context, register: { ...service.context.register, listeners: [] } });
  const page = await executive.get(paths.endorse(slug, 'RKB'));
  const refused = readPage(page, 409).section('Something has changed');
  expect(refused.text).toContain('This organisation joined the footprint after version 1 was frozen');
  expect(refused.text).toContain('will be put to it once it is frozen again');
  expect(refused.link('See who has decided')).toBe(paths.agreement(slug));
  expect(refused.buttons).toEqual(['See who has decided']);
});
