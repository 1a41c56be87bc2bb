import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageReader } from '../../../test/database/page-reader.ts';
import { QueryCounter } from '../../../test/database/query-counter.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { projectFolder } from '../../project-folder.ts';
import { importRelease } from './import-release.ts';
import { parseResults } from './parse-results.ts';
import { readOfficialResults } from './read-official-results.ts';
import { readShippedRows } from './shipped-rows.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});

afterAll(() => service?.close());

const day = '2026-11-28';

async function read(path: string) {
  const { body } = await service.app.inject({ method: 'GET', url: path });
  const page = new PageReader(body);
  const drawn = [...body.matchAll(/<desc[^>]*>(.*?)<\/desc>/gs)].map(([, words]) => words).join(' ');
  return { text: page.text, page, drawn, body };
}

describe('official results', () => {
  const heading = 'Official results';
  const published = 'Published by NHS England on 30 March 2026, not worked out here';

  it('stand on the page of an organisation from the day of their publication on', async () => {
    for (const path of [
      '/organisations/RNZ',
      '/organisations/RNZ?as-at=2026-03-29',
      '/areas/icb/QOX?as-at=2026-03-29',
    ]) {
      expect((await read(path)).text).not.toContain(heading);
    }
    const { text, drawn, body } = await read('/organisations/RNZ?as-at=2026-03-30');
    expect(text).toContain(published);
    expect(text).toContain('they differ from the score of an assessment by itself');
    expect(text).toContain('134 with results in the same care setting');
    expect(text).toContain('of 2024 and 2025. Bars run from 0 to 5.');
    expect(text).toContain('Between 2024 and 2025 only Overall on comparable domains can be compared');
    expect(drawn).toContain('Well led: 2.8, median 2.8');
    expect(drawn).toContain('Overall on comparable domains, 2025: 2.10');
    expect(drawn).toContain('Overall on comparable domains, 2024: 2.15');
    expect(body).toMatch(
      /<li>NHS England: Digital Maturity Assessment: .* Licence: NHS England copyright 2026; the file names no licence\./,
    );
  });

  it('stand once for each care setting', async () => {
    const { page } = await read(`/organisations/R1F?as-at=${day}`);
    const settings = page.headings.flatMap((each) => /: (acute|ambulance|community)$/.exec(each)?.[1] ?? []);
    expect(settings).toEqual(['acute', 'ambulance']);
  });

  it('of a trust that was taken over stand under its name, on its page and on that of its successor', async () => {
    const name = 'North Bristol NHS Trust';
    const formerName = 'University Hospitals Bristol and Weston NHS Foundation Trust';
    const before = await read('/organisations/RA7?as-at=2026-06-30');
    expect(before.text).toContain(published);
    expect(before.text).not.toContain('went before');
    const { text } = await read('/organisations/RA7?as-at=2026-07-08');
    expect(text).toContain(`of 2024 and 2025, under the name ${formerName}.`);
    expect(text).toContain(`${name} , as published, went before`);
    expect((await read('/organisations/RVJ?as-at=2026-07-08')).text).toContain(published);
    expect((await read('/organisations/RVJ?as-at=2026-07-08')).text).not.toContain('went before');
  });

  it('of boards stand on the pages of their areas, and under their own names on those of what came after', async () => {
    expect((await read('/areas/icb/QOX?as-at=2026-03-31')).text).toContain('42 with results in the same care setting');
    const { text } = await read(`/areas/icb/Z9B2Z?as-at=${day}`);
    expect(text).toContain('NHS North Central London Integrated Care Board , as published, went before');
    expect(text).toContain('NHS North West London Integrated Care Board , as published, went before');
    expect((await read(`/areas/icb/QMJ?as-at=${day}`)).text).toContain(published);
  });

  it('take one query, whether there are any or not', async () => {
    const counter = new QueryCounter();
    const database = counter.watch(service.database);
    for (const [asAt, count] of [
      ['2016-06-30', 0],
      [day, 1],
    ] as const) {
      const of = { organisationId: 'RNZ', code: 'RNZ' };
      const work = async () => expect((await readOfficialResults(database, of, asAt)).releases).toHaveLength(count);
      expect(await counter.during(work)).toBe(1);
    }
  });

  const listed = async (query: Record<string, string>) => {
    const page = await read(paths.officialResults({ 'as-at': day, ...query }));
    const { setting = 'Acute', year = '2025' } = query;
    return { ...page, rows: page.page.table(`Scores of ${year}: ${setting.toLowerCase()}`) };
  };

  it('are listed by care setting and year, a page at a time, by name and never by score', async () => {
    const first = await listed({});
    expect(first.text).toContain('134 results: acute, 2025, page 1 of 6');
    expect(first.text).toContain(
      'Well led: the median of 134 is 2.8; the middle half have 2.3 to 3.5, worked out here.',
    );
    expect(first.text).toContain('makes no league table');
    expect(first.rows).toHaveLength(25);
    expect((await listed({ page: '6' })).rows).toHaveLength(9);
    expect((await listed({ page: '9' })).text).toContain('page 6 of 6');
    const boards = await listed({ setting: 'Integrated care board', year: '2024', measure: '0', sort: '-code' });
    expect(boards.text).toContain('42 results: integrated care board, 2024');
    expect(boards.text).not.toContain('Well led');
    const codes = boards.rows.map(([, code]) => code);
    expect(codes).toEqual(codes.toSorted().toReversed());
    expect(boards.page.places).toContain(`/organisations/${codes[0]}?as-at=2026-11-28#official-results`);
    expect((await read(`/official-results?as-at=${day}&setting=Moon&sort=-score`)).text).toContain(
      '“Moon” is no care setting of it',
    );
  });

  it('are found by name, code, board and region, those taken over among them', async () => {
    const names = async (query: Record<string, string>) => (await listed(query)).rows.map(([name]) => name);
    expect(await names({ q: 'rnz' })).toEqual(['Salisbury NHS Foundation Trust']);
    expect(await names({ q: 'north bristol' })).toEqual(['North Bristol NHS Trust']);
    const inBoard = await listed({ board: 'QUY' });
    expect(inBoard.rows.map(([, code]) => code)).toEqual(['RVJ', 'RA7']);
    expect(inBoard.text).toContain('2 of 134 results: acute, 2025');
    const south = await names({ region: 'Y58' });
    expect(south).toContain('Salisbury NHS Foundation Trust');
    expect(south).not.toContain('Barts Health NHS Trust');
    expect((await read(`/official-results?as-at=${day}&q=moon`)).text).toContain('None matches.');
  });

  it('of the trusts in the area of a board stand on its page, side by side', async () => {
    const area = await read(`/areas/icb/QUY?as-at=${day}`);
    const rows = area.page.table('Bristol, North Somerset and South Gloucestershire: acute');
    expect(rows.map(([name, ...figures]) => [name, figures.length])).toEqual([
      ['North Bristol NHS Trust', 8],
      ['University Hospitals Bristol and Weston NHS Foundation Trust', 8],
    ]);
    expect(area.page.places).toContain(`/official-results?series=dma-2024-2025&board=QUY&as-at=${day}`);
    const region = (await read(`/areas/region/Y58?as-at=${day}`)).page.section('Official results of trusts here');
    expect(region.text).toMatch(/^\d+ organisations here have results that others published\./);
    expect(region.link('Find and download these results')).toBe(`/official-results?region=Y58&as-at=${day}`);
    expect((await read('/areas/icb/QUY?as-at=2026-03-29')).text).not.toContain('Official results of trusts here');
  });

  it('can be had as a file that can be brought in again, figure for figure', async () => {
    const { body, headers } = await service.app.inject(`/official-results?as-at=${day}&format=csv`);
    expect(headers['content-disposition']).toBe('attachment; filename="official-results-dma-2024-2025-2.csv"');
    const parsed = parseResults({ fileName: 'download.csv', text: body });
    const shipped = await readShippedRows(projectFolder('reference', 'official-results'), {
      series: 'dma-2024-2025',
      version: 2,
    });
    expect(parsed).toMatchObject({ kind: 'results', measures: shipped.measures, rows: shipped.rows });
  });

  it('can be had as a file of what the list shows, with codes and every measure', async () => {
    const query = { 'as-at': day, setting: 'Acute', year: '2025', board: 'QUY', format: 'csv' };
    const { body, headers } = await service.app.inject(paths.officialResults(query));
    expect(headers['content-disposition']).toBe('attachment; filename="official-results-dma-2024-2025-2-part.csv"');
    const parsed = parseResults({ fileName: 'part.csv', text: body });
    expect(parsed.kind === 'results' && parsed.rows.map(({ code }) => code)).toEqual(['RVJ', 'RA7']);
    expect(parsed.kind === 'results' && parsed.measures).toHaveLength(8);
    expect((await service.app.inject(paths.officialResults({ ...query, board: 'Q99' }))).statusCode).toBe(422);
  });

  it('are said to be of a later day where none were out', async () => {
    const { text, page } = await read('/official-results');
    expect(text).toContain('No results of others are recorded here that were published by');
    expect(page.places).toContain('/official-results?as-at=2026-03-30');
    expect((await read('/data')).page.places.filter((place) => place.startsWith('/official-results'))).toEqual([]);
  });

  it('are those of the version of the day', async () => {
    await publish({ version: 3, title: 'A made-up correction', publishedOn: '2026-09-01' });
    const later = await read(`/organisations/RNZ?as-at=${day}`);
    expect(later.text).toContain('A made-up correction');
    expect(later.text).not.toContain('Digital Maturity Assessment: results');
    expect((await read('/organisations/RNZ?as-at=2026-08-31')).drawn).toContain('Well led: 2.8');
    const list = await read(`/official-results?as-at=${day}`);
    expect(list.text).toContain('1 result: acute, 2025');
    expect(list.page.places).toContain('/official-results?series=dma-2024-2025&as-at=2026-03-30');
  });

  it('stand on the page of an organisation with the newest publication first', async () => {
    await publish({ series: 'dma-made-up', version: 1, title: 'A made-up year after', publishedOn: '2026-10-01' });
    const { text } = await read(`/organisations/RNZ?as-at=${day}`);
    const places = ['A made-up year after', 'A made-up correction'].map((title) => text.indexOf(title));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });
});

/** Brings in one made-up score of one trust. */
async function publish(release: { series?: string; version: number; title: string; publishedOn: string }) {
  const kept = { url: null, licence: 'Not stated', standing: 'official', note: '', publisher: 'NHS England' } as const;
  const row = { code: 'RNZ', name: 'SALISBURY', careSetting: 'Acute', year: 2025, scores: ['2.9'], note: '' };
  await importRelease(service.database, {
    details: { series: 'dma-2024-2025', ...kept, ...release },
    content: { measures: ['Well led'], rows: [row] },
    isShipped: false,
    personId: null,
    onBehalfOf: 'a test',
    now: new Date(`${release.publishedOn}T09:00:00Z`),
    isDryRun: false,
  });
}
