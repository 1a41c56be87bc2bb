import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { runLdr } from '../../cli/run-ldr.ts';
import { recordingTerminal } from '../../cli/testing/recording-terminal.ts';
import { paths } from '../../paths.ts';
import { parseConfig } from '../../platform/config.ts';
import { clearedVersion } from '../review/testing/reviewed.ts';
import { trajectoryReader } from '../roadmap/content/trajectory/trajectory.ts';
import type { RoadmapDownload } from '../roadmap/documents/download-shape.ts';
import { sectionsOfKind } from '../roadmap/documents/frozen-document.ts';
import {
  assessTrust,
  later,
  type Wolverhampton,
  wolverhampton,
  writtenDraft,
} from '../roadmap/testing/wolverhampton.ts';
import { getVersion } from '../roadmap/versions/version-repository.ts';
import { publishVersion } from './publish-version.ts';
import { clearedSuccessor, publishedVersion } from './testing/published.ts';

const slug = 'wolverhampton';

describe('before anything is published', () => {
  let service: TestService;
  let place: Wolverhampton;
  let lead: Visitor;
  beforeAll(async () => {
    service = await startTestService('facts');
    place = await wolverhampton(service);
    lead = await signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }]);
  });
  afterAll(() => service.close());

  it.each([
    ['the roadmap', paths.publishedRoadmap(slug)],
    ['a version of it', paths.publishedVersion(slug, 1)],
    ['who agreed', paths.roadmapSignUp(slug)],
    ['the data', paths.roadmapDownload(slug, 1)],
    ['the roadmap of a footprint that is none', paths.publishedRoadmap('atlantis')],
    ['a version whose number is none', '/footprints/wolverhampton/roadmap/versions/one'],
    ['a version far beyond any', '/footprints/wolverhampton/roadmap/versions/99999999999999999999'],
  ])('%s is not found', async (_name, page) => {
    expect((await new Visitor(service.app).get(page)).statusCode).toBe(404);
  });

  it('shows nobody what is written so far', async () => {
    await writtenDraft(place);
    const page = await new Visitor(service.app).get(paths.publishedRoadmap(slug));
    expect(readPage(page, 404).text).not.toContain('What we say about');
    expect((await lead.get(paths.publishRoadmap(slug))).statusCode).toBe(404);
  });
});

it('keeps a file that was made up out of search engines, in a real service too', async () => {
  const service = await startTestService('facts');
  const config = parseConfig({ DEMO: '1', LOG_LEVEL: 'silent' });
  const place = await wolverhampton({ ...service, context: { ...service.context, config } });
  await publishedVersion(place);
  const reader = new Visitor(service.app);
  const download = await reader.get(paths.roadmapDownload(slug, 1));
  expect(download.json()).toMatchObject({ illustrative: true });
  expect(download.headers['x-robots-tag']).toBe('noindex');
  expect((await reader.read(paths.publishedRoadmap(slug))).robots).toBe('noindex');
  await service.close();
});

it('shows no score of the one member that is assessed before the results of its round are public', async () => {
  const service = await startTestService('facts');
  const { pack } = service.context;
  const step = { number: 1, reason: 'As agreed', at: new Date('2016-01-01T09:00:00Z'), by: 'Test' };
  const day = { ...step, kind: 'set-results-day' as const, resultsOn: '2016-07-01' };
  const rounds = pack.rounds.map((round) => ({ ...round, steps: [day] }));
  const place = await wolverhampton({ ...service, context: { ...service.context, pack: { ...pack, rounds } } });
  await assessTrust(place);
  const { digest } = await publishedVersion(place);
  const reader = new Visitor(service.app);
  const page = await reader.read(paths.publishedRoadmap(slug));
  expect(page.text).toContain('not public on 1 June 2016, when this was frozen; their day was 1 July 2016.');
  expect(page.text).not.toContain('Mean of 1 of 1 assessed member');
  const compared = await reader.read(paths.compareFootprints(slug, 'walsall'));
  expect(compared.text).not.toContain('Mean of 1');
  const download = await reader.get(paths.roadmapDownload(slug, 1));
  const file: Pick<RoadmapDownload, 'digest' | 'document'> = download.json();
  expect(file.digest).toBe(digest);
  expect(file.document.baselineSource.heldBack).toEqual({ until: '2016-07-01' });
  const [trajectory] = sectionsOfKind(file.document, trajectoryReader);
  const nothing = { mean: null, n: 0, included: [], missing: [] };
  expect(trajectory?.content?.rows.map(({ baseline }) => baseline)).toEqual(pack.capabilityGroups.map(() => nothing));
  expect(await verify(download.body)).toBe(0);
  await service.close();
});

describe('publishing', () => {
  let service: TestService;
  let place: Wolverhampton;
  let digest: string;
  let versionId: string;
  beforeAll(async () => {
    service = await startTestService('facts');
    place = await wolverhampton(service);
    ({ digest, versionId } = await clearedVersion(place));
  });
  afterAll(() => service.close());

  it('is for the lead of the footprint and the programme team, and nobody else', async () => {
    const { areaId } = place.footprint;
    expect((await new Visitor(service.app).get(paths.publishRoadmap(slug))).statusCode).toBe(303);
    const others = await Promise.all([
      signInAs(service, [{ role: 'editor', scopeId: areaId }]),
      signInAs(service, [{ role: 'lead', scopeId: 'footprint:glos' }]),
      signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y55' }]),
      signInAs(service, [{ role: 'analyst' }]),
    ]);
    for (const visitor of others) {
      expect((await visitor.get(paths.publishRoadmap(slug))).statusCode).toBe(403);
    }
    const manager = await signInAs(service, [{ role: 'programme-manager' }]);
    expect((await manager.get(paths.publishRoadmap(slug))).statusCode).toBe(200);
  });

  it('says what becomes public and what is left out, and then does it', async () => {
    const lead = await signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }]);
    const check = await lead.read(paths.publishRoadmap(slug));
    expect(check.title).toBe('Publish version 1?');
    for (const { title } of assuredParts(service)) {
      expect(check.section('What is left out').text).toContain(`“${title}” is for assurance only`);
    }
    const other = await lead.submit(paths.publishRoadmap(slug), { digest: '0'.repeat(64) });
    expect(other.statusCode).toBe(409);
    expect((await getVersion(service.database, versionId)).state).toBe('cleared');

    const published = await lead.submit(paths.publishRoadmap(slug), { digest });
    expect(published.statusCode).toBe(303);
    expect(published.headers.location).toBe(paths.publishedRoadmap(slug));
    const again = await lead.read(paths.publishRoadmap(slug));
    expect(again.title).toBe('Version 1 cannot be published');
    expect(again.buttons).toEqual([]);
  });
});

function assuredParts(service: TestService) {
  return service.context.pack.roadmapTemplate.parts.filter(({ visibility }) => visibility === 'assured');
}

describe('a published roadmap', () => {
  let service: TestService;
  let place: Wolverhampton;
  let digest: string;
  let reader: Visitor;
  beforeAll(async () => {
    service = await startTestService('facts');
    place = await wolverhampton(service);
    reader = new Visitor(service.app);
    const cleared = await clearedVersion(place);
    digest = cleared.digest;
    await publishVersion(place.context, cleared.versionId, later(place.by, 10));
  });
  afterAll(() => service.close());

  it('is read by anyone, without what is for assurance only', async () => {
    const page = await reader.get(paths.publishedRoadmap(slug));
    expect(page.statusCode).toBe(200);
    expect(page.headers['set-cookie']).toBeUndefined();
    const read = readPage(page, 200);
    expect(read.title).toContain('Digital roadmap of Wolverhampton');
    expect(read.section(read.title).text).toContain('2 of 2 organisations endorsed exactly this text');
    expect(read.fact('Digest of exactly this text').text.replaceAll(' ', '')).toBe(digest);
    const { parts } = service.context.pack.roadmapTemplate;
    for (const { title, visibility } of parts) {
      expect(read.text.includes(`What we say about ${title}.`)).toBe(visibility === 'public');
    }
    const ids = idsOf(page.body);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining([...page.body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)));
    expect(ids).toEqual(expect.arrayContaining(['members', 'trajectory', 'deployments', 'universal-plans']));
  });

  it('has its money worked out, as planned and as supposed, and nothing of either is kept', async () => {
    const planned = await reader.read(paths.publishedPage(slug, 1, 'money'));
    const all = `£${(service.context.pack.capabilityGroups.length * 150_000).toLocaleString('en-GB')}`;
    expect(planned.text).toContain(`${all} in all: ${all} secured.`);
    const supposed = await reader.read(`${paths.publishedPage(slug, 1, 'money')}?source=own%20capital`);
    expect(supposed.table('The plan and this case').map(([, before, after]) => [before, after])).toContainEqual([
      '£0',
      all,
    ]);
    expect((await reader.read(paths.publishedPage(slug, 1, 'money'))).text).toBe(planned.text);
    expect((await reader.get(paths.publishedPage(slug, 7, 'money'))).statusCode).toBe(404);
  });

  it('has nothing to be held against while it is the only one', async () => {
    const page = readPage(await reader.get(paths.publishedChanges(slug, 1)), 404);
    expect(page.text).toContain('There is no other published version to hold this one against.');
  });

  it('has its schedule narrowed to an organisation, with what is for the whole footprint', async () => {
    const own = await reader.read(`${paths.publishedPage(slug, 1, 'schedule')}?organisation=RL4&by=organisation`);
    expect(own.text).toContain(`All ${service.context.pack.capabilityGroups.length} deployments.`);
    const other = await reader.read(`${paths.publishedPage(slug, 1, 'schedule')}?status=live`);
    expect(other.text).toContain('No deployment is like that.');
  });

  it('says who agreed', async () => {
    const page = await reader.read(paths.roadmapSignUp(slug));
    const signed = [page.table('Lead'), page.table('Core members')].flat().map(([who, , by]) => [who, by]);
    expect(signed).toContainEqual(['The Royal Wolverhampton NHS Trust (RL4)', 'Lee Lead, Senior responsible owner']);
    expect(page.text.replaceAll(' ', '')).toContain(`Digestofthetext:${digest}`);
  });

  it('is downloaded as a file that stays the same and verifies', async () => {
    const first = await reader.get(paths.roadmapDownload(slug, 1));
    expect(first.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="roadmap-wolverhampton-version-1.json"',
    });
    expect(first.json()).toMatchObject({ illustrative: false, digest });
    expect(first.headers['x-robots-tag']).toBeUndefined();
    const again = await reader.get(paths.roadmapDownload(slug, 1));
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    expect(await verify(first.body)).toBe(0);
  });

  it('is not sent again to whoever has it', async () => {
    const url = paths.roadmapDownload(slug, 1);
    const etag = String((await reader.get(url)).headers.etag);
    const ask = (known: string) => service.app.inject({ method: 'GET', url, headers: { 'if-none-match': known } });
    expect(await ask(etag)).toMatchObject({ statusCode: 304, body: '' });
    expect(await ask(`"other", ${etag.replace('W/', '')}`)).toMatchObject({ statusCode: 304 });
    expect(await ask('"other"')).toMatchObject({ statusCode: 200 });
  });

  it('betrays any character of its content that was changed', async () => {
    const { body } = await reader.get(paths.roadmapDownload(slug, 1));
    const letters = [...body.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index);
    const everySoOften = letters.filter((_, position) => position % Math.ceil(letters.length / 150) === 0);
    for (const index of everySoOften) {
      const swapped = body[index] === 'x' ? 'y' : 'x';
      expect(await verify(`${body.slice(0, index)}${swapped}${body.slice(index + 1)}`)).not.toBe(0);
    }
  });

  it('stays readable after the next version, which it names', async () => {
    const before = await reader.get(paths.roadmapDownload(slug, 1));
    const second = await clearedSuccessor(place);
    await publishVersion(place.context, second.versionId, later(place.by, 30));

    const changes = await reader.read(paths.publishedChanges(slug, 2));
    expect(changes.title).toContain('What version 2 says differently from version 1');
    expect(changes.text).toContain('Nothing differs in what both editions hold.');
    expect((await reader.get(`${paths.publishedChanges(slug, 2)}?since=2`)).statusCode).toBe(404);
    expect((await reader.get(`${paths.publishedChanges(slug, 2)}?since=9`)).statusCode).toBe(404);

    const latest = await reader.read(paths.publishedRoadmap(slug));
    expect(latest.documentTitle).toContain('Digital roadmap of Wolverhampton, version 2');
    const versions = latest.section('Published versions');
    const [newest] = versions.table('Every version that has been public, newest first');
    expect(newest?.[0]).toBe('Version 2 (this one)');
    expect(versions.text).toContain('No public section differs from version 1');
    expect(latest.headings).not.toContain('This version is superseded');
    const old = await reader.read(paths.publishedVersion(slug, 1));
    expect(old.section('This version is superseded').link('Read the latest version')).toBe(
      paths.publishedRoadmap(slug),
    );
    const after = await reader.get(paths.roadmapDownload(slug, 1));
    expect(after.rawPayload.equals(before.rawPayload)).toBe(true);
    expect(await verify((await reader.get(paths.roadmapDownload(slug, 2))).body)).toBe(0);
    expect((await reader.get(paths.publishedVersion(slug, 3))).statusCode).toBe(404);
  });
});

async function verify(input: string): Promise<number> {
  return runLdr(['verify', '-'], recordingTerminal({ input }));
}

function idsOf(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
}
