import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeService, type Service } from '../../../src/compose.ts';
import { listFootprints, listMembers } from '../../../src/features/directory/index.ts';
import { paths } from '../../../src/paths.ts';
import { parseConfig } from '../../../src/platform/config.ts';
import { createLogger } from '../../../src/platform/logging.ts';
import { emptyDatabase } from '../../database/earlier-database.ts';
import { expectNowhere } from '../../database/nowhere.ts';
import { PageReader } from '../../database/page-reader.ts';
import { type TestDatabase, testSecret } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';

/*
 * Today's programme, started as anybody starts it: nothing in it is hard-wired to the first one, and nothing is made up of a real
 * organisation.
 */

let store: TestDatabase;
let service: Service;
beforeAll(async () => {
  store = await emptyDatabase();
  const config = parseConfig({
    PROGRAMME: 'england-wgll',
    DEMO: '1',
    DATABASE_URL: store.url,
    DATABASE_OWNER_URL: store.ownerUrl,
    SESSION_SECRET: testSecret,
    LOG_LEVEL: 'silent',
  });
  service = await composeService(config, createLogger('silent'));
}, 60_000);
afterAll(async () => {
  await service.stop();
  await store.close();
});

interface Walked {
  readonly address: string;
  readonly status: number;
  readonly body: string;
}

/** Pages of one kind that are looked at: a hundredth trust shows nothing that the first few do not. */
const OF_A_KIND = 4;
/** No page that anybody is led to is left out by this: it ends a walk that would not end. */
const PAGES = 400;

/** Follows the links of public pages from the home page on, a few of each kind; what a link asks for stays in it. */
async function walk(app: FastifyInstance): Promise<Walked[]> {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const waiting: string[] = [
    paths.home(),
    paths.organisation('RX6'),
    paths.organisation('QOP'),
    paths.organisation('RDU'),
  ];
  const walked: Walked[] = [];
  for (let address = waiting.shift(); address !== undefined && walked.length < PAGES; address = waiting.shift()) {
    const kind = kindOf(address);
    const count = counts.get(kind) ?? 0;
    if (seen.has(address) || count >= OF_A_KIND) {
      continue;
    }
    seen.add(address);
    counts.set(kind, count + 1);
    const { statusCode, headers, body } = await app.inject(address);
    if (statusCode === 302 || statusCode === 303) {
      waiting.push(String(headers.location));
      continue;
    }
    walked.push({ address, status: statusCode, body });
    if (String(headers['content-type']).startsWith('text/html')) {
      waiting.push(...linksOn(body));
    }
  }
  return walked;
}

function linksOn(body: string): string[] {
  return [...body.matchAll(/<a [^>]*href="([^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').replace(/#.*/, ''))
    .filter((href) => href.startsWith('/') && !/^\/(workspace|sign-in|api)\b/.test(href));
}

/** The same page of another place, or with other things asked for, is of one kind. */
function kindOf(address: string): string {
  const [path = '', query = ''] = address.split('?');
  const asked = [...new URLSearchParams(query).keys()].toSorted().join();
  const [first = '', ...rest] = path.split('/').filter((part) => part !== '');
  return `${first}/${rest.map((part, index) => (first === 'areas' && index === 0 ? part : index === 0 ? '*' : part)).join('/')}?${asked}`;
}

describe('today’s programme', () => {
  let walked: readonly Walked[];
  beforeAll(async () => {
    walked = await walk(service.app);
  });

  it('has every page that it leads to', () => {
    expect(walked.length).toBeGreaterThan(100);
    expect(walked.filter(({ status }) => status !== 200).map(({ address, status }) => `${status} ${address}`)).toEqual(
      [],
    );
  });

  it('speaks of itself, and not of the programme of 2016', () => {
    // The examples of the API are of the first programme, and say so; sources are called what they are called.
    const isOfToday = (address: string) => !address.includes('as-at') && address !== paths.apiDocs();
    const today = walked.filter(({ address, body }) => isOfToday(address) && body.startsWith('<!'));
    const found = today.flatMap(({ address, body }) => {
      const [own = ''] = new PageReader(body).text.split('Where this comes from');
      const said = own.match(/Local Digital Roadmap|paper-free|self-assessment 2015|201[5-7]\/1[5-8]/);
      return said === null ? [] : [`${address}: ${said[0]}`];
    });
    expect(found).toEqual([]);
  });

  it('shows in the examples of its API what is there', async () => {
    const { paths: described } = (await service.app.inject(paths.openApi())).json();
    const requestOf = async (address: string) => {
      const { example } = described[address].get.responses['200'].content['application/json'];
      return (await service.app.inject(example.links.self)).statusCode;
    };
    for (const address of ['/organisations/{code}', '/footprints/{slug}', '/instruments/{id}']) {
      expect(await requestOf(`${paths.api()}${address}`)).toBe(200);
    }
  });

  it('makes nothing up: no answer, no score, no plan', async () => {
    const { database } = service.context;
    for (const table of ['assessment', 'answer', 'roadmap', 'exemplar', 'footprint_form'] as const) {
      expect([table, await database.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
    }
    expect(walked.filter(({ body }) => body.includes('Illustrative data')).map(({ address }) => address)).toEqual([]);
  });
});

describe('a programme manager of the demonstration', () => {
  it('is told that something is invented only where something is', async () => {
    const kezia = new Visitor(service.app);
    await kezia.become('persona-programme-manager');
    for (const address of [paths.workspace(), paths.coverage(), paths.programmeSetUp()]) {
      expectNowhere(await kezia.get(address), 'Illustrative data');
    }
    expect((await kezia.read(paths.people())).aside('Illustrative data').text).toContain('the people who come with');
  });
});

describe('a trust’s chief information officer', () => {
  const visitor = () => new Visitor(service.app);
  const trust = 'North East Ambulance Service NHS Foundation Trust';

  it.each(['North East Ambulance', 'RX6'])('finds the trust by %s', async (words) => {
    expect((await visitor().read(paths.search(words))).link(trust)).toBe(paths.organisation('RX6'));
  });

  it('reads its seven pillars beside those of its setting, and two years of what can be compared', async () => {
    const page = await visitor().read(paths.organisation('RX6'));
    const rows = page.table(`Official results of ${trust}: ambulance`);
    expect(rows.map(([measure, year]) => `${measure} ${year}`)).toEqual([
      'Well led 2025',
      'Ensure smart foundations 2025',
      'Safe practice 2025',
      'Support workforce 2025',
      'Empower people 2025',
      'Improve care 2025',
      'Healthy populations 2025',
      'Overall on comparable domains, 2025 2025',
      'Overall on comparable domains, 2024 2024',
    ]);
    expect(rows.map((row) => row.at(-1))).toEqual(Array.from({ length: 9 }, () => '11'));
    // What was published comes before that nothing was answered here.
    expect(page.headings.filter((heading) => /^(?:Official results|Digital maturity)$/.test(heading))).toEqual([
      'Official results',
      'Digital maturity',
    ]);
    expect(page.fact('ICB area').link('North East and North Cumbria')).toBe(paths.area('icb', 'QHM'));
  });

  it('takes the whole publication away, with codes', async () => {
    const { body } = await visitor().get(paths.officialResults({ series: 'dma-2024-2025', format: 'csv' }));
    expect(body.split('\n').filter((line) => line.startsWith('RX6,'))).toHaveLength(2);
  });

  it('meets on the home page what was published, and nothing that is not there', async () => {
    const home = await visitor().read(paths.home());
    expect(home.section('Official results').table('Overall on comparable domains: medians')).toHaveLength(5);
    expect(home.headings).not.toContain('Newest roadmaps');
    expect(home.text).not.toContain('roadmaps published');
  });

  it('sees on the map what was published of each board, and which board of today was not there then', async () => {
    const map = (await visitor().read(paths.home())).section('Areas');
    const areas = map.table('Area with official result of the board');
    expect(areas).toHaveLength(36);
    expect(Object.fromEntries(areas.map(([name = '', figure]) => [name, figure]))).toMatchObject({
      'West Yorkshire': '2.65',
      'Thames Valley': 'No result of its own',
    });
    expect(map.text).toContain('Overall on comparable domains, 2025; Digital Maturity Assessment');
    // Other measures are a press away, on a page that keeps to what was asked.
    expect(map.link('Stage of the roadmap')).toBe(`${paths.footprints()}#map`);
  });

  it('goes from the home page to the commitments themselves', async () => {
    const due = (await visitor().read(paths.home())).section('What is due next');
    expect(due.link('All commitments and their dates')).toBe(`${paths.insights()}#commitments`);
    expect((await visitor().read(paths.insights())).section('Commitments and their dates').text).toContain('NHS App');
  });

  it('sees in Insights what the published figures say of the country', async () => {
    const insights = await visitor().read(paths.insights());
    // Nobody is asked for a roadmap before a round of planning is on record.
    expect(insights.headings).not.toContain('How far roadmaps have come');
    const official = insights.section('Official results');
    expect(official.table('Overall on comparable domains: medians')[0]).toEqual([
      ...['Acute', '134', '2.32', '2.50', '101 rose, 29 fell, 4 the same'],
    ]);
    const national = await visitor().read(official.link('Every measure, by care setting'));
    expect(national.text).toContain(
      'of 134 with a figure for 2024 and for 2025, 101 rose, 29 fell and 4 stayed the same',
    );
    expect(national.text).toContain('Bars run from 0 to 5');
    expect(national.table('Official results: acute')[0]).toEqual([
      'Well led',
      '2025',
      '2.8',
      expect.any(String),
      '134',
    ]);
  });
});

describe('the footprints of today', () => {
  it('are those of the 36 boards, each led by its own, with every head office in one', async () => {
    const { database, pack } = service.context;
    const footprints = await listFootprints(database, pack.positionOn);
    const each = await Promise.all(footprints.map(({ areaId }) => listMembers(database, areaId, pack.positionOn)));
    const members = each.flat();
    const withRole = (role: string) => members.filter((member) => member.role === role);
    expect(footprints).toHaveLength(36);
    expect(
      withRole('lead')
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(footprints.map(({ code }) => code.toUpperCase()).toSorted());
    const core = withRole('core').map(({ code }) => code);
    expect(new Set(core).size).toBe(core.length);
    expect(members.filter(({ standing }) => standing !== 'inferred')).toEqual([]);
  });
});

describe('the programme office', () => {
  it('plans the first round, in which every trust and board is asked', async () => {
    const manager = new Visitor(service.app);
    await manager.become('persona-programme-manager');
    expect((await manager.read(paths.coverage())).text).toContain('No round of assessment has been planned yet');
    expect((await manager.read(paths.planCoverage())).text).toContain('No round of planning has been planned yet');
    const days = { 'opens-on': '1 12 2026', 'due-on': '31 3 2099' };
    const planned = await manager.submit(paths.newRound(), { label: 'First round', instrument: 'dma-wgll', ...days });
    expect(planned.statusCode).toBe(303);
    const asked = (await manager.read(paths.coverage())).text;
    expect(asked).toMatch(/First round.*2\d\d organisations asked/);
  });
});
