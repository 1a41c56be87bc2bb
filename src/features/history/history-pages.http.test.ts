import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageReader } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { countChanges } from './changes/changes-repository.ts';
import { summariseNation } from './changes/nation-summary.ts';
import { readAreaHistory } from './timeline/read-area-history.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
  await makeUp();
});
afterAll(() => service.close());

/**
 * Made up: footprints Vale (renamed from Old Vale) and Moor merged into Fell on 1 February 2016, Dale within Fell; CCGs ZA1
 * and ZA2 became ZA3 then, with a practice commissioned by ZA1, then ZA3; an event that was taken back. Dale CCG was there to the last day of
 * all CCGs, and nothing was said of its practice since.
 */
async function makeUp(): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(service.database);
  await run(
    `insert into source (source_id, title, publisher, licence) values ('made-up', 'Made up', 'Nobody', 'None')`,
  );
  await run(`insert into area (area_id) values ('f:vale'), ('f:moor'), ('f:fell'), ('f:dale')`);
  await run(`insert into area_record (area_id, kind, code, name, slug, valid, source_id, standing) values
    ('f:vale', 'footprint', 'zv', 'Old Vale', 'old-vale', '[2015-01-01,2015-07-01)', 'made-up', 'stated'),
    ('f:vale', 'footprint', 'zv', 'Vale', 'vale', '[2015-07-01,2016-02-01)', 'made-up', 'stated'),
    ('f:moor', 'footprint', 'zm', 'Moor', 'moor', '[2015-01-01,2016-02-01)', 'made-up', 'stated'),
    ('f:dale', 'footprint', 'zd', 'Dale', 'dale', '[2015-01-01,)', 'made-up', 'stated'),
    ('f:fell', 'footprint', 'zf', 'Fell', 'fell', '[2016-02-01,)', 'made-up', 'stated')`);
  await run(`insert into area_link (child_area_id, parent_area_id, relation, valid, source_id, standing) values
    ('f:dale', 'f:fell', 'within', '[2016-02-01,)', 'made-up', 'stated')`);
  await run(
    `insert into organisation (organisation_id, code) values ('ZA1','ZA1'), ('ZA2','ZA2'), ('ZA3','ZA3'), ('ZA4','ZA4'), ('ZP1','ZP1'),
       ('ZP2','ZP2')`,
  );
  await run(`insert into organisation_record
      (organisation_id, code, name, type_id, type_standing, valid, seen, source_id, standing) values
    ('ZA1', 'ZA1', 'Vale CCG', 'ccg', 'official', '[2013-04-01,2016-02-01)', '{2015-02-27}', 'made-up', 'official'),
    ('ZA2', 'ZA2', 'Moor CCG', 'ccg', 'official', '[2013-04-01,2016-02-01)', '{2015-02-27}', 'made-up', 'official'),
    ('ZA3', 'ZA3', 'Fell CCG', 'ccg', 'official', '[2016-02-01,)', '{2016-02-26}', 'made-up', 'official'),
    ('ZA4', 'ZA4', 'Dale CCG', 'ccg', 'official', '[2013-04-01,2022-07-01)', '{2016-02-26}', 'made-up', 'official'),
    ('ZP2', 'ZP2', 'Dale Surgery', 'gp-practice', 'official', '[1974-04-01,)', '{2016-02-26}', 'made-up', 'official'),
    ('ZP1', 'ZP1', 'The Surgery', 'gp-practice', 'official', '[1974-04-01,2016-02-26)', '{2015-02-27}', 'made-up', 'official'),
    ('ZP1', 'ZP1', 'Hill Surgery', 'gp-practice', 'official', '[2016-02-26,)', '{2016-02-26}', 'made-up', 'official')`);
  await run(`insert into organisation_relation (organisation_id, kind, related_code, valid, seen_on, source_id, standing) values
    ('ZP1', 'commissioned-by', 'ZA1', '[2013-04-01,2016-02-01)', '2016-02-26', 'made-up', 'official'),
    ('ZP1', 'commissioned-by', 'ZA3', '[2016-02-01,)', '2016-02-26', 'made-up', 'official'),
    ('ZP2', 'commissioned-by', 'ZA4', '[2013-04-01,)', '2016-02-26', 'made-up', 'official')`);
  await run(`insert into organisation_measure (organisation_id, measure, measured_on, value, source_id, standing) values
    ('ZA1', 'registered_patients', '2015-01-01', 700, 'made-up', 'official'),
    ('ZA2', 'registered_patients', '2015-01-01', 300, 'made-up', 'official'),
    ('ZA3', 'registered_patients', '2016-02-01', 1000, 'made-up', 'official')`);
  await run(`insert into membership (area_id, organisation_id, role, valid, source_id, standing) values
    ('f:vale', 'ZA1', 'core', '[2015-01-01,2016-02-01)', 'made-up', 'stated'),
    ('f:fell', 'ZA3', 'lead', '[2016-02-01,)', 'made-up', 'stated'),
    ('f:dale', 'ZA3', 'associate', '[2016-02-01,)', 'made-up', 'stated')`);
  const events = [
    ['1', 'area', 'merge', 'null', "('f:vale', 'f:fell'), ('f:moor', 'f:fell')"],
    ['2', 'organisation', 'merge', 'null', "('ZA1', 'ZA3'), ('ZA2', 'ZA3')"],
    ['3', 'organisation', 'split', 'null', "('ZA3', 'ZA9')"],
    ['4', 'organisation', 'undo', "'00000000-0000-0000-0000-000000000003'", "('ZA3', 'ZA9')"],
  ];
  for (const [number, subject, kind, undoes, pairs] of events) {
    const id = `00000000-0000-0000-0000-00000000000${number}`;
    await run(`insert into succession_event
      (succession_event_id, subject, kind, effective_on, source_id, standing, recorded_at, undoes)
      values ('${id}', '${subject}', '${kind}', '2016-02-01', 'made-up', 'stated', now(), ${undoes})`);
    await run(`insert into succession_link (succession_event_id, predecessor_id, successor_id)
      select '${id}', one, other from (values ${pairs}) as pair (one, other)`);
  }
}

async function get(url: string) {
  const { statusCode: status, body, headers } = await service.app.inject({ method: 'GET', url });
  const text = body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
  return { status, body, text, location: headers.location };
}

const api = async (url: string) => (await service.app.inject(`/api/v1${url}`)).json();

describe('an organisation', () => {
  it('tells what it came from, by whom it is followed and what happened in between', async () => {
    const { text } = await get('/organisations/ZA1?as-at=2015-12-31');
    expect(text).toContain('Followed by Fell CCG (from 1 February 2016)');
    expect(text).toContain('GP practices 1');
    expect(text).toMatch(/1 April 2013 Opened as Vale CCG Official: Made up/);
    expect(text).toMatch(/31 January 2016 Closed: this was its last day .* 1 February 2016 Became part of Fell CCG/);
    const after = await get('/organisations/ZA3');
    expect(after.text).toContain('Came from Vale CCG (until 31 January 2016) Moor CCG (until 31 January 2016)');
    expect(new PageReader(after.body).fact('Came from').link('Vale CCG')).toBe('/organisations/ZA1?as-at=2016-01-31');
    expect(after.text).not.toContain('ZA9');
    // What comes later is not said as if it had been.
    const before = new PageReader((await get('/organisations/ZA3?as-at=2015-12-31')).body);
    expect(before.fact('Takes over from').text).toContain('Vale CCG (from 1 February 2016)');
    expect(after.text).toMatch(/Dale Associate from 1 February 2016 .* Fell Lead from 1 February 2016/);
  });

  it('says how sure the day of a change is, and under which name it was known', async () => {
    const { text } = await get('/organisations/ZP1');
    expect(text).toContain('Former names The Surgery (no longer by 26 February 2016)');
    expect(text).toMatch(/By 26 February 2016 Renamed from The Surgery to Hill Surgery After 27 February 2015/);
    expect(text).toContain('Commissioned by Fell CCG from 1 February 2016');
    expect(text).toMatch(/1 February 2016 Commissioned by Fell CCG , before Vale CCG/);
  });

  it('is commissioned by nobody who was abolished: on its page, in the list and in the file alike', async () => {
    const on = async (day: string) => {
      const page = await get(`/organisations/ZP2?as-at=${day}`);
      const list = await get(`/organisations?commissioner=ZA4&as-at=${day}`);
      const file = await get(`/organisations?commissioner=ZA4&format=csv&as-at=${day}`);
      return {
        page: page.text.includes('Commissioned by Dale CCG from'),
        list: list.text.includes('Dale Surgery') && !list.text.includes('is no code of'),
        file: file.status === 200 && file.body.split('\r\n').some((row) => row.includes('Dale Surgery')),
      };
    };
    expect(await on('2022-06-30')).toEqual({ page: true, list: true, file: true });
    expect(await on('2025-01-01')).toEqual({ page: false, list: false, file: false });
  });

  it('that was there on another day says when, and leads there', async () => {
    const gone = await get('/organisations/ZA1');
    expect(gone.status).toBe(200);
    expect(gone.text).toContain('Vale CCG did not exist on 30 June 2016');
    expect(gone.text).toContain('It lasted until 31 January 2016, then part of Fell CCG .');
    expect(new PageReader(gone.body).link('See it on that day')).toBe('/organisations/ZA1?as-at=2016-01-31');
    const early = await get('/organisations/ZA3?as-at=2015-01-01');
    expect(early.text).toContain('It is recorded from 1 February 2016');
    expect((await get('/organisations/ZZ0')).status).toBe(404);
  });
});

describe('a footprint', () => {
  it('shows its parts, those in several footprints, and what it came from', async () => {
    const { text } = await get('/footprints/fell');
    expect(text).toContain('Footprints within it Dale');
    expect(text).toContain('Came from Moor (until 31 January 2016) Vale (until 31 January 2016)');
    expect(text).toContain('Fell CCG Also in Dale');
    const part = await get('/footprints/dale');
    expect(part.text).toContain('Part of Fell');
    expect(part.text).toContain('1 associate from outside takes part');
  });

  it('is followed onwards to what it has become', async () => {
    const { lineage } = await readAreaHistory(service.database, 'f:vale');
    expect(lineage.became.map(({ party, on, kind }) => [party.name, on, kind])).toEqual([
      ['Fell', '2016-02-01', 'merge'],
    ]);
    const merged = await readAreaHistory(service.database, 'f:fell');
    expect(merged.lineage.became).toEqual([]);
    expect(merged.lineage.predecessors.map(({ party }) => party.name).toSorted()).toEqual(['Moor', 'Vale']);
  });

  it('that was merged stays at its address, and an old address leads to the new', async () => {
    const merged = await get('/footprints/vale');
    expect(merged.status).toBe(200);
    expect(merged.text).toContain('It lasted until 31 January 2016, then part of Fell .');
    expect(merged.text).toContain('Renamed from Old Vale to Vale');
    expect((await get('/footprints/old-vale?as-at=2015-12-01')).location).toBe('/footprints/vale?as-at=2015-12-01');
    expect((await get('/footprints/vale?as-at=2015-02-01')).location).toBe('/footprints/old-vale?as-at=2015-02-01');
    expect((await get('/areas/footprint/zv')).location).toBe('/footprints/vale');
  });

  it('tells what changed between two days', async () => {
    const { text, status } = await get('/footprints/fell/changes?from=2016-01-31&to=2016-02-01');
    expect(status).toBe(200);
    expect(text).toMatch(/Fell Change Formed, after Moor and Vale/);
    expect(text).toMatch(/Fell CCG Change Joined as lead, after Vale CCG and Moor CCG/);
    expect(text).toMatch(/GP practices of its commissioners .*0 .*1 .*\+1/);
    const same = await get('/footprints/dale/changes?from=2016-03-01&to=2016-03-02');
    expect(same.text).toContain('Nothing changed');
  });
});

describe('what changed in the nation', () => {
  it('adds up for every type, over any two days', async () => {
    for (const [from, to] of [
      ['2015-06-30', '2016-06-30'],
      ['2016-06-30', '2023-07-01'],
    ] as const) {
      const rows = summariseNation(await countChanges(service.database, { from, to }), []);
      expect(rows.length).toBeGreaterThan(3);
      for (const { before, opened, ended, retyped, after, typeId } of rows) {
        expect([typeId, before + opened - ended + retyped]).toEqual([typeId, after]);
      }
    }
  });

  it('is shown by type and one by one, in pages, with a table to keep', async () => {
    const { text, body, status } = await get('/changes?from=2016-01-01&to=2016-03-01&type=ccg');
    expect(status).toBe(200);
    expect(text).toContain('Every change (3)');
    expect(text).toMatch(/Vale CCG .* Closed, followed by Fell CCG Day 31 January 2016/);
    expect(new PageReader(body).section('Every change (3)').link('All 3 changes as a table (CSV)')).toBe(
      '/api/v1/changes?from=2016-01-01&to=2016-03-01&type=ccg&format=csv',
    );
    expect((await get('/changes')).text).toContain('30 June 2015 to 30 June 2016');
  });

  it('is walked page by page, forwards and back, each change once', async () => {
    const start = '/changes?from=1990-01-01&to=2016-06-30';
    const first = new PageReader((await get(start)).body);
    const second = new PageReader((await get(first.link('Next'))).body);
    const [, total = ''] = /Every change \(([\d,]+)\)/.exec(first.text) ?? [];
    const pages = Math.ceil(Number(total.replace(',', '')) / 25);
    expect(second.text).toContain(`Page 2 of ${pages}`);
    expect(second.link('Previous')).toBe(`${start}#changes`);
    const third = new PageReader((await get(second.link('Next'))).body);
    const back = new PageReader((await get(third.link('Previous'))).body);
    expect(back.table(`Changes, page 2 of ${pages}`)).toEqual(second.table(`Changes, page 2 of ${pages}`));
    const met = [first, second, third].flatMap((page, index) => page.table(`Changes, page ${index + 1} of ${pages}`));
    expect(new Set(met.map((cells) => cells.join(' '))).size).toBe(75);
  });

  it.each(['after=nonsense', 'before=nonsense', 'after=WyJ4IiwiYSJd'])(
    'begins again where %s leads nowhere',
    async (edge) => {
      const { status, location } = await get(`/changes?from=1990-01-01&to=2016-06-30&${edge}`);
      expect([status, location]).toEqual([303, '/changes?from=1990-01-01&to=2016-06-30']);
    },
  );

  it.each([
    ['/changes?from=2016-01-01&to=2015-01-01', 'The second day must come after the first'],
    ['/changes?from=soon', 'The first day must be a real day'],
    ['/footprints/fell/changes?to=2016-02-31', 'The second day must be a real day'],
  ])('%s is refused with a message', async (url, message) => {
    const { status, text } = await get(url);
    expect(status).toBe(422);
    expect(text).toContain('There is a problem');
    expect(text).toContain(message);
  });
});

describe('the API', () => {
  it('walks through changes by cursor, each once, as many as it says', async () => {
    const met: string[] = [];
    let cursor = '';
    let total = 0;
    do {
      const page = await api(`/changes?from=2015-06-30&to=2016-06-30&limit=25&cursor=${cursor}`);
      met.push(
        ...page.items.map(
          (item: Record<string, unknown>) => `${item.subject} ${item.type} ${item.code} ${item.change}`,
        ),
      );
      total = page.total;
      cursor = page.next ?? '';
    } while (cursor !== '');
    expect(met).toHaveLength(total);
    expect(new Set(met).size).toBe(total);
    const csv = await service.app.inject('/api/v1/changes?from=2015-06-30&to=2016-06-30&format=csv');
    expect(csv.body.trim().split('\r\n')).toHaveLength(total + 1);
  });

  it('tells the changes of one footprint, and what went before and after', async () => {
    const { items } = await api('/changes?from=2016-01-01&to=2016-03-01&footprint=fell');
    expect(items).toMatchObject([
      { subject: 'area', change: 'opened', on: '2016-02-01', others: [{ code: 'zm' }, { code: 'zv' }] },
      { subject: 'membership', change: 'joined', code: 'ZA3', others: [{ code: 'ZA1' }, { code: 'ZA2' }] },
    ]);
    const succession = await api('/successions?code=ZA1');
    expect(succession.total).toBe(1);
    expect(succession.items[0]).toMatchObject({
      kind: 'merge',
      effectiveOn: '2016-02-01',
      predecessors: [{ code: 'ZA1', name: 'Vale CCG' }, { code: 'ZA2' }],
      successors: [{ code: 'ZA3' }],
    });
    expect((await api('/successions?code=vale')).items).toMatchObject([{ successors: [{ slug: 'fell' }] }]);
    expect((await api('/successions?subject=area&from=2016-02-01&to=2016-02-01')).total).toBe(1);
    expect(await api('/organisations/ZP1')).toMatchObject({
      formerNames: [{ name: 'The Surgery', validTo: '2016-02-26' }],
      successors: [],
    });
    expect((await api('/footprints/fell')).predecessors).toMatchObject([{ code: 'zm' }, { code: 'zv' }]);
  });

  it.each([
    ['/changes', 400, ['from', 'to']],
    ['/changes?from=2016-01-01&to=2016-01-01', 400, ['to']],
    ['/changes?from=2016-01-01&to=2016-02-01&footprint=atlantis&type=circus', 422, ['footprint', 'type']],
    ['/successions?from=2017-01-01&to=2016-01-01', 400, ['to']],
    ['/successions?code=NOPE', 422, ['code']],
  ])('refuses %s with %i', async (url, status, parameters) => {
    const problem = await api(url);
    expect(problem.status).toBe(status);
    expect(problem.errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual(parameters);
  });
});
