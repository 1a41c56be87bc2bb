import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageReader } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';

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
      expect(body).toMatch(/<details class="nhsuk-details" open="">/);
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
  const home = (await read('/?as-at=2030-01-01')).text;
  expect(home).toContain('That day is still to come');
  expect(home).toMatch(
    /Footprints and organisations of 1 January 2030 as far as they are known today; .* as they stand today/,
  );
  const pages = [
    '/',
    '/footprints',
    '/footprints/doncaster',
    '/insights',
    '/organisations/RL4',
    '/areas/stp/E54000009',
  ];
  for (const path of pages) {
    const { text } = await read(`${path}?as-at=2030-01-01`);
    expect([path, /[^.]*\b(?:by|stood on|did not exist on|existed on) 1 January 2030/.exec(text)?.[0] ?? null]).toEqual(
      [path, null],
    );
  }
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
