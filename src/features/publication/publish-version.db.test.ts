import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { clearedVersion, startedReview } from '../review/testing/reviewed.ts';
import { later, type Wolverhampton, wolverhampton } from '../roadmap/testing/wolverhampton.ts';
import { getVersion } from '../roadmap/versions/version-repository.ts';
import { readDownload } from './download-text.ts';
import {
  findLatestPublication,
  findPublication,
  listPublications,
  listPublicationsOf,
} from './publication-repository.ts';
import { publishVersion } from './publish-version.ts';
import { clearedSuccessor, publishedVersion } from './testing/published.ts';
import { verifyDownloadText } from './verify-report.ts';

let service: TestService;
let place: Wolverhampton;
let footprintId: string;

beforeEach(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
  footprintId = place.footprint.areaId;
});
afterEach(() => service.close());

const publish = (versionId: string) => publishVersion(place.context, versionId, later(place.by, 10));
const stateOf = async (versionId: string) => (await getVersion(service.database, versionId)).state;

describe('publishing', () => {
  it('is refused for a version that is not cleared, and changes nothing', async () => {
    const { versionId } = await startedReview(place);
    expect(await publish(versionId)).toMatchObject({ kind: 'blocked', check: { blockers: [{ code: 'not-cleared' }] } });
    expect(await stateOf(versionId)).toBe('under-review');
    expect(await findLatestPublication(service.database, footprintId)).toBeNull();
  });

  it('makes a cleared version public, with a file that verifies', async () => {
    const { versionId, digest } = await clearedVersion(place);
    expect(await publish(versionId)).toEqual({ kind: 'ok', releaseNumber: 1, superseded: [] });
    expect(await stateOf(versionId)).toBe('published');
    const found = await findPublication(service.database, footprintId, 1);
    expect(found).toMatchObject({
      footprintCode: place.footprint.code,
      footprintSlug: 'wolverhampton',
      versionNumber: 1,
      releaseNumber: 1,
      digest,
      endorsedCount: 2,
      memberCount: 2,
      isLatest: true,
    });
    const verified = verifyDownloadText(found?.downloadText ?? '');
    expect(verified).toMatchObject({ kind: 'verified', digest, recordDigest: found?.recordDigest });
  });

  it('withholds what is for assurance only', async () => {
    await publishedVersion(place);
    const { downloadText = '' } = (await findPublication(service.database, footprintId, 1)) ?? {};
    const assured = service.context.pack.roadmapTemplate.parts.filter(({ visibility }) => visibility === 'assured');
    expect(assured.length).toBeGreaterThan(0);
    for (const { title } of assured) {
      expect(downloadText).not.toContain(`What we say about ${title}.`);
    }
    const { sections } = readDownload(downloadText).document;
    const withheld = sections.flatMap(({ id, content }) => (content === null ? id : []));
    expect(withheld).toEqual([...assured.map(({ id }) => `part-${id}`), 'risks']);
    expect(downloadText).not.toContain('Old servers fail');
  });

  it('happens once when two people ask at the same time', async () => {
    const { versionId } = await clearedVersion(place);
    const outcomes = await Promise.all([publish(versionId), publish(versionId)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['blocked', 'ok']);
    expect(await listPublications(service.database, service.context.pack.positionOn)).toHaveLength(1);
  });

  it('is refused for a document that is not the one that was cleared', async () => {
    const { versionId } = await clearedVersion(place);
    await service.database
      .updateTable('roadmap_version')
      .set({ digest: 'f'.repeat(64) })
      .where('version_id', '=', versionId)
      .execute();
    expect(await publish(versionId)).toMatchObject({
      kind: 'blocked',
      check: { blockers: [{ code: 'document-changed' }] },
    });
  });
});

describe('a publication', () => {
  it('cannot be edited or deleted', async () => {
    await publishedVersion(place);
    const edit = service.owner.updateTable('publication').set({ digest: '0' }).execute();
    await expect(edit).rejects.toThrow('never changed');
    await expect(service.owner.deleteFrom('publication').execute()).rejects.toThrow('never changed');
  });

  it('is superseded by the next release and stays readable', async () => {
    const first = await publishedVersion(place);
    const before = await findPublication(service.database, footprintId, 1);
    const second = await clearedSuccessor(place);
    const outcome = await publishVersion(place.context, second.versionId, later(place.by, 30));
    expect(outcome).toEqual({ kind: 'ok', releaseNumber: 2, superseded: [1] });
    expect(await stateOf(first.versionId)).toBe('superseded');
    expect(await stateOf(second.versionId)).toBe('published');
    const listed = await listPublicationsOf(service.database, footprintId);
    expect(listed.map(({ releaseNumber, isLatest }) => [releaseNumber, isLatest])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect((await findLatestPublication(service.database, footprintId))?.versionNumber).toBe(2);
    expect(await findPublication(service.database, footprintId, 1)).toEqual({ ...before, isLatest: false });
  });
});
