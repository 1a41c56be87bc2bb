import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageReader } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { compareNames } from '../../../platform/compare.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

async function get(url: string) {
  const { statusCode, body, headers } = await service.app.inject({ method: 'GET', url });
  return { status: statusCode, body, headers, text: body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
}

/** The codes on a page of the list, in its order. */
function codesIn(body: string): string[] {
  return [...body.matchAll(/<th role="rowheader".*?href="\/organisations\/([^"?]+)/g)].map(([, code]) => code ?? '');
}

function hrefOf(body: string, rel: 'next' | 'prev'): string | null {
  const [, href] = new RegExp(`<a href="([^"]+)"[^>]* rel="${rel}"`).exec(body) ?? [];
  return href?.replaceAll('&amp;', '&') ?? null;
}

/** Every page from one on, by its links. */
async function walk(from: string, rel: 'next' | 'prev') {
  const pages: string[][] = [];
  let last = from;
  for (let at: string | null = from; at !== null; ) {
    last = at;
    const { body } = await get(at);
    pages.push(codesIn(body));
    at = hrefOf(body, rel);
  }
  return { pages, last };
}

describe('the list of organisations', () => {
  it.each(['', 'sort=-name&', 'sort=-patients&', 'sort=type&'])(
    'meets every organisation once, forwards and back: %s',
    async (sort) => {
      const there = await walk(`/organisations?${sort}type=ccg&size=100`, 'next');
      expect(there.pages.map((page) => page.length)).toEqual([100, 100, 9]);
      expect(new Set(there.pages.flat()).size).toBe(209);
      const back = await walk(there.last, 'prev');
      expect(back.pages.toReversed()).toEqual(there.pages);
    },
  );

  it('sorts by links in the headings, and marks the order it is in', async () => {
    const { body } = await get('/organisations?type=ccg&sort=code');
    expect(body).toMatch(/<th role="columnheader"[^>]*aria-sort="ascending"><a[^>]*href="[^"]*sort=-code/);
    expect(codesIn(body)).toEqual(codesIn(body).toSorted());
    expect(codesIn((await get('/organisations?sort=-patients')).body)[0]).toBe('06H');
  });

  it('sorts types by the name that stands there', async () => {
    const page = new PageReader((await get('/organisations?sort=type&size=100')).body);
    const rows = page.table('Organisations with code, type, region and footprint');
    const types = rows.map(([, , type]) => type ?? '');
    expect(types[0]).toBe('Acute trust');
    expect(types).toEqual(types.toSorted(compareNames));
  });

  it('filters by footprint, by none, and by status', async () => {
    expect((await get('/organisations?footprint=doncaster')).text).toContain(' 6 organisations ');
    expect((await get('/organisations?footprint=none&type=ccg')).text).toContain(' 92 organisations, page 1 of 2 ');
    expect((await get('/organisations?status=closed&as-at=2016-06-30')).status).toBe(200);
    expect((await get('/organisations?status=dormant')).text).toContain('No organisation matches');
  });

  it('counts anew when the directory has changed', async () => {
    const count = async () => {
      const { text } = await get('/organisations?region=Y56&size=25');
      return Number(/ (\d+) organisations, page 1 of/.exec(text)?.[1]);
    };
    const before = await count();
    await service.database.deleteFrom('organisation_area').where('organisation_id', '=', 'RJ1').execute();
    expect(await count()).toBe(before - 1);
  });

  it('shows the whole of what makes no sense, and says so', async () => {
    const { status, text } = await get('/organisations?type=planet&size=7&sort=height&commissioner=ZZZ');
    expect(status).toBe(200);
    expect(text).toContain('“planet” is no type of organisation: all types are shown.');
    expect(text).toContain('“ZZZ” is no code of a CCG on this day');
    expect((await get('/organisations?after=NOBODY&type=ccg')).headers.location).toBe('/organisations?type=ccg');
  });
});

describe('files', () => {
  const read = (body: string): Record<string, string>[] => parse(body, { columns: true, bom: true });

  it('hold exactly the organisations that are filtered, each with its source and standing', async () => {
    const { body, headers } = await get('/organisations?type=ccg&region=Y56&sort=-name&format=csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe('attachment; filename="organisations-2016-06-30.csv"');
    expect(body.startsWith('\uFEFFcode,')).toBe(true);
    const rows = read(body);
    const page = await get('/organisations?type=ccg&region=Y56&sort=-name&size=100');
    expect(rows.map(({ code }) => code)).toEqual(codesIn(page.body));
    expect(rows.every((row) => row.standing !== '' && row.source_title !== '' && row.region_codes === 'Y56')).toBe(
      true,
    );
  });

  it('are the same as JSON, with the day, the filter and the count', async () => {
    const { body, headers } = await get('/organisations?type=ccg&format=json&as-at=2016-05-01');
    expect(headers['content-disposition']).toBe('attachment; filename="organisations-2016-05-01.json"');
    const file = JSON.parse(body);
    expect(file).toMatchObject({ asAt: '2016-05-01', filter: { type: 'ccg' }, total: 209, illustrative: false });
    expect(file.items).toHaveLength(209);
    expect(file.items[0]).toMatchObject({
      type: { id: 'ccg' },
      standing: 'official',
      source: { title: expect.any(String) },
    });
  });

  it('say of every organisation what the API says of it, and whether it was made up', async () => {
    await service.database
      .updateTable('organisation_record')
      .set({ source_id: 'succession-illustrative' })
      .where('organisation_id', '=', '06A')
      .execute();
    const file = JSON.parse((await get('/organisations?type=ccg&format=json')).body);
    const answer = JSON.parse((await get('/api/v1/organisations?type=ccg&limit=500')).body);
    expect(file.items.map(({ footprints, ...item }: Record<string, unknown>) => item)).toEqual(answer.items);
    expect([file.illustrative, answer.illustrative]).toEqual([true, true]);
    const rows = read((await get('/organisations?type=ccg&format=csv')).body);
    const table = read((await get('/api/v1/organisations?type=ccg&format=csv')).body);
    expect(rows.map(({ footprint_codes, ...row }) => row)).toEqual(table);
    const { standing, illustrative, footprint_codes } = rows.find(({ code }) => code === '06A') ?? {};
    expect({ standing, illustrative, footprint_codes }).toEqual({
      standing: 'illustrative',
      illustrative: 'true',
      footprint_codes: 'wol',
    });
  });

  it('hold the footprints that are filtered', async () => {
    const rows = read((await get('/footprints?region=Y56&sort=-organisations&format=csv')).body);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({ slug: 'south-east-london', stage: 'not-recorded' });
    const { total, items } = JSON.parse((await get('/footprints?format=json')).body);
    expect([total, items.length]).toEqual([36, 36]);
    expect(JSON.parse((await get('/footprints?q=no+such+place&format=json')).body).items).toEqual([]);
  });

  it('are not made of what makes no sense', async () => {
    const { status, text } = await get('/organisations?type=planet&format=csv');
    expect(status).toBe(422);
    expect(text).toContain('The file was not made: “planet” is no type of organisation');
    expect((await get('/footprints?stage=done&format=json')).status).toBe(422);
    expect((await get('/footprints?as-at=soon&format=json')).status).toBe(422);
  });
});

describe('two footprints', () => {
  it('stand side by side', async () => {
    const { text, body } = await get('/footprints/compare?a=doncaster&b=south-east-london');
    expect(text).toContain('Doncaster serves 314,465 people, about a sixth of the');
    expect(text).toContain('Doncaster lies in North of England; South East London lies in London.');
    expect(text).toContain('Neither has published where it stands');
    expect(body).toMatch(/<option value="doncaster" selected="">Doncaster<\/option>/);
  });

  it('are asked for, and refused when they are one or none', async () => {
    expect((await get('/footprints/compare')).text).toContain('Choose two footprints.');
    expect((await get('/footprints/compare?a=doncaster&b=doncaster')).text).toContain('Doncaster was chosen twice');
    expect((await get('/footprints/compare?a=atlantis&b=%00')).text).toContain(
      '“atlantis” is no footprint on this day',
    );
    expect((await get('/footprints/compare?a=doncaster&as-at=2015-01-01')).text).toContain(
      'is no footprint on this day',
    );
  });
});
