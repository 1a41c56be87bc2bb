import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageReader } from '../../../test/database/page-reader.ts';
import { QueryCounter } from '../../../test/database/query-counter.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { projectFolder } from '../../project-folder.ts';
import { importRelease, parseResults, readOfficialResults } from '../official-results/index.ts';
import { readShippedRows } from '../official-results/read-shipped-releases.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});

afterAll(() => service?.close());

/** Public pages of a day on which the programme is over and its CCGs are gone. */
const day = '2026-11-28';

async function read(path: string) {
  const { body, statusCode } = await service.app.inject({ method: 'GET', url: path });
  const page = new PageReader(body);
  return { status: statusCode, text: page.text, page, body };
}

describe('the count of footprints', () => {
  it('is set against the count of the programme only while that ran', async () => {
    expect((await read('/?as-at=2017-12-31')).text).toContain('36 of 73 footprints documented');
    expect((await read(`/?as-at=${day}`)).text).toContain('36 footprints recorded');
  });

  it('says on the list, too, that the programme is over', async () => {
    const { text } = await read(`/footprints?as-at=${day}`);
    expect(text).toContain('36 footprints are recorded here on this day. The programme that counted them ended on');
    expect(text).not.toContain('of 73 footprints');
  });
});

describe('a day that cannot be shown', () => {
  it.each(['/', '/footprints', '/organisations', '/insights', '/footprints/doncaster', '/find', '/search'])(
    'is said to be wrong first on the page %s, which leads to where another is chosen',
    async (path) => {
      const { page, body } = await read(`${path}?as-at=nonsense`);
      expect(page.errors).toEqual([
        { message: '“nonsense” is not a day we can show. Write it as in 2016-06-30', field: 'Day' },
      ]);
      expect(page.documentTitle).toMatch(/^Error: /);
      expect(body).toContain('<details class="nhsuk-details" open="">');
    },
  );
});

it.each(['/changes', '/footprints/doncaster/changes'])('a wrong day of %s is said to be that', async (path) => {
  const { page } = await read(`${path}?as-at=nonsense`);
  expect(page.errors).toEqual([
    { message: '“nonsense” is not a day we can show. Write it as in 2016-06-30', field: 'Second day' },
  ]);
});

describe('the types that a list is filtered by', () => {
  const offered = async (path: string) => {
    const { body } = await read(path);
    const [, options = ''] = /<select[^>]*name="type"[^>]*>(.*?)<\/select>/s.exec(body) ?? [];
    return options;
  };

  it('are those of which there is an organisation on the day', async () => {
    const [before, since] = [await offered('/organisations'), await offered(`/organisations?as-at=${day}`)];
    expect([before.includes('Clinical commissioning groups'), before.includes('Integrated care boards')]).toEqual([
      true,
      false,
    ]);
    expect(since).not.toContain('Clinical commissioning groups');
    expect(since).toContain('Sub-ICB locations');
    expect(await offered(`/organisations?as-at=${day}&status=closed`)).toContain('Clinical commissioning groups');
    expect(await offered(`/changes?from=2024-01-01&to=${day}`)).not.toContain('Clinical commissioning groups');
    expect(await offered(`/changes?from=2021-01-01&to=${day}`)).toContain('Clinical commissioning groups');
  });

  it('and the words of the day are those for its commissioners', async () => {
    expect((await read('/organisations')).page.fields).toContain('Code of the CCG that commissions it, such as 02X');
    const { text, page } = await read(`/organisations?as-at=${day}&commissioner=02X`);
    expect(page.field('Code of the board or place of a board that commissions it, such as 02X').value).toBe('02X');
    expect(text).not.toContain('is no code of');
    for (const path of [
      '/footprints',
      '/footprints/wolverhampton',
      '/footprints/compare?a=wolverhampton&b=doncaster',
    ]) {
      const later = await read(`${path}${path.includes('?') ? '&' : '?'}as-at=${day}`);
      expect(later.text).not.toMatch(/no CCG with a figure|of the CCGs that lead/);
    }
  });
});

it('says of a day to come that it shows what is known now', async () => {
  expect((await read('/?as-at=2030-01-01')).text).toContain('That day is still to come');
  expect((await read('/?as-at=2015-01-01')).text).not.toContain('still to come');
});

it.each(['/find', '/search'])('%s says what to type where nothing was', async (path) => {
  expect((await read(`${path}?q=`)).text).toContain('Nothing was typed. Enter a town');
  expect((await read(path)).text).not.toContain('Nothing was typed');
});

describe('on the days of boards', () => {
  it.each([
    ['/footprints', '/footprints?as-at=2016-06-30'],
    ['/organisations', '/organisations?as-at=2016-06-30'],
    ['/footprints/wolverhampton', '/footprints/wolverhampton?as-at=2016-06-30#organisations'],
    ['/areas/icb/QHL', '/footprints?as-at=2016-06-30'],
    ['/find?q=WV1', '/find?q=WV1&as-at=2016-06-30'],
  ])('%s says why little is recorded of footprints, and leads to the day of the facts', async (path, before) => {
    const { page, text } = await read(`${path}${path.includes('?') ? '&' : '?'}as-at=${day}`);
    expect(text).toContain('clinical commissioning groups (CCGs), which ended on 30 June 2022');
    expect(page.places).toContain(before);
    expect(page.link('the areas of the boards')).toBe(`/footprints?as-at=${day}#map`);
  });

  it('says nothing of it before', async () => {
    expect((await read('/footprints?as-at=2022-06-30')).text).not.toContain('which ended on 30 June 2022');
  });
});

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
    const { text, body } = await read('/organisations/RNZ?as-at=2026-03-30');
    expect(text).toContain(published);
    expect(text).toContain('they differ from the score of an assessment by itself');
    expect(text).toContain('134 with results in the same care setting');
    expect(body).toContain('Well led: 2.8, median 2.8');
    expect(body).toContain('Overall on comparable domains, 2025: 2.10');
    expect(body).toContain('Overall on comparable domains, 2024: 2.15');
    expect(body).toContain('NHS England copyright 2026; the file names no licence');
  });

  it('stand once for each care setting', async () => {
    const { body } = await read(`/organisations/R1F?as-at=${day}`);
    for (const setting of ['acute', 'ambulance']) {
      expect(body).toContain(`: ${setting}</h3>`);
    }
    expect(body).not.toContain(': community</h3>');
  });

  it('of a trust that was taken over stand under its name, on its page and on that of its successor', async () => {
    const name = 'NORTH BRISTOL NHS TRUST';
    const before = await read('/organisations/RA7?as-at=2026-06-30');
    expect(before.text).toContain(published);
    expect(before.text).not.toContain(name);
    const { text } = await read('/organisations/RA7?as-at=2026-07-08');
    expect(text).toContain(`${name} , as published, went before`);
    expect((await read('/organisations/RVJ?as-at=2026-07-08')).text).toContain(published);
    expect((await read('/organisations/RVJ?as-at=2026-07-08')).text).not.toContain('went before');
  });

  it('of boards stand on the pages of their areas, and under their own names on those of what came after', async () => {
    expect((await read('/areas/icb/QOX?as-at=2026-03-31')).text).toContain('42 with results in the same care setting');
    const { text } = await read(`/areas/icb/Z9B2Z?as-at=${day}`);
    expect(text).toContain('NHS NORTH CENTRAL LONDON INTEGRATED CARE BOARD , as published, went before');
    expect(text).toContain('NHS NORTH WEST LONDON INTEGRATED CARE BOARD , as published, went before');
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

  it('are listed by care setting and year, in the order that is asked for', async () => {
    const first = await read(`/official-results?as-at=${day}`);
    expect(first.text).toContain('134 results: acute, 2025');
    expect(first.text).toContain('Scores can be compared within a care setting, not between two');
    const boards = await read(
      `/official-results?as-at=${day}&setting=Integrated+care+board&year=2024&measure=0&sort=-score`,
    );
    expect(boards.text).toContain('42 results: integrated care board, 2024');
    expect(boards.text).not.toContain('Well led');
    expect(boards.body).toMatch(/href="\/areas\/icb\/Q[A-Z0-9]{2}\?as-at=2026-11-28#official-results"/);
    const scores = [...boards.body.matchAll(/>(\d\.\d\d)</g)].map(([, score]) => Number(score));
    expect(scores).toHaveLength(42);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect((await read(`/official-results?as-at=${day}&setting=Moon`)).text).toContain(
      '“Moon” is no care setting of it',
    );
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

  it('are said to be of a later day where none were out', async () => {
    const { text, body } = await read('/official-results');
    expect(text).toContain('No results of others are recorded here that were published by');
    expect(body).toContain('href="/official-results?as-at=2026-03-30"');
    expect((await read('/data')).body).not.toContain('/official-results');
  });

  it('are those of the version of the day', async () => {
    const details = {
      series: 'dma-2024-2025',
      version: 3,
      title: 'A made-up correction',
      publisher: 'NHS England',
      publishedOn: '2026-09-01',
      url: null,
      licence: 'Not stated',
      standing: 'official',
      note: '',
    } as const;
    const row = { code: 'RNZ', name: 'SALISBURY', careSetting: 'Acute', year: 2025, scores: ['2.9'], note: '' };
    await importRelease(service.database, {
      details,
      content: { measures: ['Well led'], rows: [row] },
      isShipped: false,
      onBehalfOf: 'a test',
      now: new Date('2026-09-02T09:00:00Z'),
      isDryRun: false,
    });
    const later = await read(`/organisations/RNZ?as-at=${day}`);
    expect(later.text).toContain('A made-up correction');
    expect(later.text).not.toContain('Digital Maturity Assessment: results');
    expect((await read('/organisations/RNZ?as-at=2026-08-31')).body).toContain('Well led: 2.8');
    const list = await read(`/official-results?as-at=${day}`);
    expect(list.text).toContain('1 result: acute, 2025');
    expect(list.body).toContain('href="/official-results?series=dma-2024-2025&amp;as-at=2026-03-30"');
  });
});
