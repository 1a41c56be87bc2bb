import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { AppContext } from '../../context.ts';
import { keepRegister } from '../../register-listeners.ts';
import { clearedVersion } from '../review/testing/reviewed.ts';
import { type RoadmapDownload, verifyDownload } from '../roadmap/index.ts';
import { bringInMembers, letLeave } from '../roadmap/testing/members.ts';
import { later, type Wolverhampton, wolverhampton } from '../roadmap/testing/wolverhampton.ts';
import { findPublication } from './publication-repository.ts';
import { publishVersion } from './publish-version.ts';

let service: TestService;
let context: AppContext;
let place: Wolverhampton;

beforeEach(async () => {
  service = await startTestService('facts');
  const pack = { ...service.context.pack, positionOn: '2016-10-31' };
  context = { ...service.context, pack, register: keepRegister(pack) };
  place = await wolverhampton({ context });
});
afterEach(() => service.close());

it('a cleared version is published as it was endorsed, though who endorsed it has left and another has joined', async () => {
  const { versionId } = await clearedVersion(place);
  await bringInMembers(context, ['wol,RKB,core,,2016-07-01,,stated,']);
  await letLeave(context, { areaId: place.footprint.areaId, organisationId: place.trustId }, '2016-10-31');
  expect(await publishVersion(context, versionId, later(place.by, 9))).toMatchObject({ kind: 'ok' });
  const publication = await findPublication(context.database, place.footprint.areaId, 1);
  const download: RoadmapDownload = JSON.parse(publication?.downloadText ?? '{}');
  expect(download.endorsements.map(({ organisation }) => organisation)).toEqual(['06A', 'RL4']);
  expect(download.document.members.map(({ code }) => code)).toEqual(['06A', 'RL4']);
  expect(publication).toMatchObject({ endorsedCount: 2, memberCount: 2 });
  expect(verifyDownload(download)).toMatchObject({ kind: 'verified' });
});
