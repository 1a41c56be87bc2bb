import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { PageReader } from '../../../test/database/page-reader.ts';
import { QueryCounter } from '../../../test/database/query-counter.ts';
import {
  cloneDatabase,
  startTestService,
  type TestDatabase,
  type TestService,
} from '../../../test/database/test-service.ts';

let service: TestService;
let clone: TestDatabase;
const counter = new QueryCounter();

beforeAll(async () => {
  clone = await cloneDatabase('facts');
  service = await startTestService('facts', {
    database: counter.watch(clone.database),
    clock: () => new Date('2016-08-01T09:00:00Z'),
  });
});
afterAll(async () => {
  await service.close();
  await clone.close();
});

async function get(url: string) {
  const response = await service.app.inject({ method: 'GET', url });
  const { statusCode: status, body, headers } = response;
  return { status, body, text: plain(body), page: new PageReader(body), headers };
}

/** What a reader sees, without markup. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ');
}

describe('the home page', () => {
  it('shows England by STP area, every cell a link, with what is due next', async () => {
    const { status, body, text } = await get('/');
    expect(status).toBe(200);
    expect(body.match(/<a href="\/areas\/stp\/E54\d{6}" class="ldr-hexagon/g)).toHaveLength(44);
    expect(body).toMatch(/<title>SYB\. South Yorkshire and Bassetlaw: 4 footprints, no roadmap recorded<\/title>/);
    expect(text).toContain('36 of 73 footprints documented');
    expect(text).toContain('30 September 2016 in 2 months');
    expect((await get('/?as-at=2016-06-29')).text).toContain('30 June 2016 in 1 day Each footprint submits its');
    expect(text).toContain('as they stood on 30 June 2016');
  });

  it('says so in place of an empty map on a day before there were areas to draw', async () => {
    const { text, body, page } = await get('/?as-at=2015-12-01');
    expect(text).toContain('No Sustainability and Transformation Plan (STP) areas are recorded on 1 December 2015');
    expect(page.places).toContain('/footprints?as-at=2015-12-01');
    expectNowhere({ body }, 'id="map-table"');
    expect(text).not.toContain('44 areas');
  });
});

describe('a footprint', () => {
  it('lists every organisation of Doncaster with code, standing and source', async () => {
    const { text, page } = await get('/footprints/doncaster');
    const organisations = page.section('Organisations in this footprint');
    expect(organisations.text).toContain('Core members (6)');
    const codes = organisations.table('Core members of the footprint').map(([, code]) => code);
    expect(codes.toSorted()).toEqual(['02X', '205', '8JC79', 'LDR-FCMS', 'RP5', 'RXE']);
    expect(page.section('Facts').fact('Lead').text).toBe('Not recorded');
    expect(text).toContain('314,465 people were registered with the GP practices of its CCG on 1 January 2016');
    expect(text).toContain('Stated: Doncaster Local Digital Roadmap, version 0.8');
    expect(text).toContain('GP practice patient list sizes');
    expect(page.places).toContain('/api/v1/footprints/doncaster');
  });

  it('shows both STP areas of Peninsula, and the CCGs on the cover of its roadmap', async () => {
    const { text, body } = await get('/footprints/peninsula');
    expect(text).toContain('It spans 2 STP areas: Cornwall and the Isles of Scilly; Devon');
    expect(body.match(/ldr-hexagon--marked/g)).toHaveLength(2);
    expect(text).toContain('NHS Kernow CCG');
    expect(text).toContain('Stated: One Person, One Digital Record');
  });

  it('says that its organisations are not recorded where no document names them', async () => {
    const { text } = await get('/footprints/hampshire-and-the-isle-of-wight');
    expect(text).toContain(
      'The documents that were found do not name the organisations of Hampshire and the Isle of Wight',
    );
  });

  it('shows what may have come before or after as notes, from which nothing follows', async () => {
    const { page, text } = await get('/footprints/cheshire');
    expect(page.section('What may have come before or after').text).toMatch(
      /Digit@LL, followed for Cheshire.*\(July 2018\)\. Inferred: Digit@LL strategy 2018-23/,
    );
    expect(page.section('History').text).not.toContain('Digit@LL');
    expect(text).toContain('no end recorded');
    expect((await get('/footprints/doncaster')).text).not.toContain('What may have come before or after');
  });

  it('is shown as it stood on the day asked for', async () => {
    expect((await get('/footprints/doncaster?as-at=2015-11-01')).text).toContain('STP area Not recorded');
    const early = await get('/footprints/doncaster?as-at=2015-10-29');
    expect(early.text).toContain('Doncaster did not exist on 29 October 2015. It is recorded from 30 October 2015');
    expect((await get('/footprints/doncaster?as-at=soon')).text).toContain('“soon” is not a day we can show');
  });

  it('is not found under a name nobody knows', async () => {
    expect((await get('/footprints/atlantis')).status).toBe(404);
  });
});

describe('the list of footprints', () => {
  it('filters, counts and keeps what was chosen', async () => {
    const { text, body, page } = await get('/footprints?region=Y56&sort=-organisations');
    expect(text).toContain('4 of 36 footprints');
    expect(body.indexOf('>South East London</a>')).toBeLessThan(body.indexOf('>North Central London</a>'));
    expect(page.field('Region').value).toBe('London');
  });

  it('says how many are documented of those that the programme counted', async () => {
    const { text } = await get('/footprints');
    expect(text).toContain('36 of 73 footprints are documented here');
    expect(text).toContain('then 65 in autumn 2016 after some had joined; which of them did is documented nowhere');
    expect((await get('/footprints?as-at=2016-01-01')).text).toContain('4 footprints of this day are documented here');
  });

  it('says for how many CCGs the footprint is not recorded', async () => {
    expect((await get('/footprints')).text).toContain('For 117 of 209 we know which. The other 92');
  });

  it('says what to do when nothing matches', async () => {
    expect((await get('/footprints?q=nowhere+at+all')).text).toContain('No footprint matches. Try fewer words');
  });
});

describe('an organisation', () => {
  it('shows both STP areas of a divided CCG, and that its footprint is not recorded', async () => {
    const { text, page } = await get('/organisations/01H');
    expect(text).toContain('NHS Cumbria CCG');
    expect(page.places).toEqual(expect.arrayContaining(['/areas/stp/E54000002', '/areas/stp/E54000004']));
    expect(text).toContain('Footprint not recorded');
    expect(text).toContain('521,924 on the lists of its GP practices on 1 January 2016');
  });

  it('shows its role in a footprint and how sure its type is', async () => {
    const { text } = await get('/organisations/RN7');
    expect(text).toContain('South East London Associate from 30 June 2016 (stated). Formally outside the footprint');
    expect(text).toContain('Acute trust (inferred)');
  });

  it('is found by its code however it is written', async () => {
    const { status, headers } = await get('/organisations/rn7?as-at=2016-05-01');
    expect([status, headers.location]).toEqual([301, '/organisations/RN7?as-at=2016-05-01']);
    expect((await get('/organisations/ZZZ')).status).toBe(404);
  });
});

describe('the list of organisations', () => {
  it('has pages of fifty, each found by the row it begins after', async () => {
    const { text, body } = await get('/organisations');
    expect(text).toMatch(/\d{3} organisations, page 1 of 13/);
    const [, next = ''] = /href="([^"]+)"[^>]*rel="next"/.exec(body) ?? [];
    expect((await get(next.replaceAll('&amp;', '&'))).text).toMatch(/\d{3} organisations, page 2 of 13/);
  });

  it('filters by type, region and words', async () => {
    expect((await get('/organisations?type=ccg')).text).toContain('209 organisations');
    expect((await get('/organisations?type=ccg&region=Y56&q=greenwich')).text).toContain('NHS Greenwich CCG');
    expect((await get('/organisations?q=kings+college')).text).toContain(
      "King's College Hospital NHS Foundation Trust",
    );
  });
});

describe('an area', () => {
  it('shows footprints, CCGs with and without one, providers and councils', async () => {
    const { text } = await get('/areas/stp/E54000009');
    expect(text).toContain('The footprint of 3 of 5 CCGs here is recorded');
    expect(text).toContain('NHS Bassetlaw CCG Code 02Q Footprint Footprint not recorded');
    expect(text).toContain('Sheffield Teaching Hospitals NHS Foundation Trust');
    expect(text).toContain('Nottinghamshire County Council Also in Nottinghamshire');
  });

  it('says which people are counted in two STP areas', async () => {
    expect((await get('/areas/stp/E54000004')).text).toContain('NHS Cumbria CCG also lies in another STP area');
  });

  it('shows a region with its STP areas', async () => {
    const { text, body } = await get('/areas/region/Y56');
    expect(text).toContain('North East London');
    expect(body.match(/ldr-hexagon--marked/g)).toHaveLength(5);
  });

  it('leads from the code of a footprint to its page', async () => {
    expect((await get('/areas/footprint/don')).headers.location).toBe('/footprints/doncaster');
    expect((await get('/areas/planet/earth')).status).toBe(404);
  });
});

describe('search', () => {
  it('puts an exact code first, with where it leads', async () => {
    const { text } = await get('/search?q=rp5');
    expect(text).toContain('Exactly this (1) Doncaster and Bassetlaw Hospitals NHS Foundation Trust RP5');
    expect(text).toContain('Footprints (1) Doncaster Footprint of Doncaster and Bassetlaw');
  });

  it('puts an exact name first', async () => {
    expect((await get('/search?q=Doncaster')).text).toContain(
      'Exactly this (1) Doncaster Local Digital Roadmap footprint',
    );
  });

  it('finds by postcode', async () => {
    expect((await get('/search?q=dn2+5lt')).text).toContain('Doncaster and Bassetlaw Hospitals');
  });

  it('offers what was likely meant when nothing matches', async () => {
    const { text } = await get('/search?q=wolverhamton');
    expect(text).toContain('Nothing matches wolverhamton . Did you mean wolverhampton ?');
    expect(text).toContain('NHS Wolverhampton CCG');
  });
});

describe('finding an area', () => {
  it.each([
    ['', 'Where are you, or which organisation is it about?'],
    ['rp5', 'Your footprint is Doncaster Doncaster and Bassetlaw Hospitals NHS Foundation Trust is in it.'],
    ['dn2', 'Your footprint is likely Doncaster'],
    ['London', 'It may be one of 4 footprints'],
    ['Brighton', 'The footprint there is not recorded'],
    ['otley', 'Nothing leads from “otley” to an area Places are known by the addresses of the organisations here'],
    ['glocestershire', 'Did you mean gloucestershire ? This is the answer for that. Your footprint is Gloucestershire'],
  ])('answers %j', async (term, answer) => {
    expect((await get(`/find?q=${term}`)).text).toContain(answer);
  });
});

describe('hostile addresses', () => {
  const hostile = [
    '%25%00%27%22;%3Cscript%3E',
    '%00',
    '%F0%9F%92%A9',
    "'%20or%201=1--",
    'x'.repeat(5000),
    '%5C%5C%25_',
    '%ED%A0%80',
  ];
  const addresses = hostile.flatMap((text) => [
    `/search?q=${text}`,
    `/find?q=${text}`,
    `/footprints?q=${text}&region=${text}&stp=${text}&stage=${text}&sort=${text}&as-at=${text}`,
    `/organisations?q=${text}&type=${text}&region=${text}&page=${text}`,
    `/?as-at=${text}`,
    '/search?q[]=1&q=2&q=3',
  ]);
  const places = hostile
    .filter((text) => text.length < 150)
    .flatMap((text) => [`/footprints/${text}`, `/organisations/${text}`, `/areas/${text}/${text}`]);

  it('are answered with a page in which nothing typed is markup', async () => {
    for (const address of addresses) {
      const { status, body } = await get(address);
      expect([address.slice(0, 60), status]).toEqual([address.slice(0, 60), 200]);
      expectNowhere({ body }, '<script>');
    }
  });

  it('lead to no place', async () => {
    for (const address of places) {
      const { status, body } = await get(address);
      expect([address, [301, 400, 404].includes(status)]).toEqual([address, true]);
      expectNowhere({ body }, '<script>');
    }
  });
});

/** With a parameter that no page knows, so that it is not answered from memory. */
const afresh = (address: string) => `${address}${address.includes('?') ? '&' : '?'}afresh=1`;

describe('every page', () => {
  /** Far fewer than the rows of any list shown here; what other features are asked for is counted too. */
  const MOST_QUERIES = 16;

  it.each([
    '/',
    '/footprints',
    '/footprints/south-east-london',
    '/organisations',
    '/organisations/RP5',
    '/areas/region/Y54',
    '/search?q=trust',
    '/find?q=london',
  ])('%s needs few queries, however many rows it shows', async (address) => {
    const queryCount = await counter.during(async () => expect((await get(afresh(address))).status).toBe(200));
    expect(queryCount).toBeGreaterThan(0);
    expect(queryCount).toBeLessThanOrEqual(MOST_QUERIES);
  });
});
