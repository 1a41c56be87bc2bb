import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../../src/paths.ts';
import { signInAs } from '../../builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';

/*
 * A trust that is an exemplar, and a footprint with a published roadmap, each renamed after the day of the programme and once more later
 * still. Whatever door a reader comes through, each is called what it was called on the day of the page.
 */

const [RENAMED, AGAIN] = ['2018-04-01', '2020-04-01'];
const daysAndNames = [
  { asAt: null, suffix: '' },
  { asAt: '2018-06-01', suffix: ' of 2018' },
  { asAt: '2026-01-01', suffix: ' of 2020' },
] as const;

let service: TestService;
let visitor: Visitor;
let exemplar: { readonly exemplarId: string; readonly organisationId: string; readonly title: string };
let trust: { readonly code: string; readonly name: string };
let footprint: { readonly areaId: string; readonly name: string; readonly slug: string };

beforeAll(async () => {
  service = await startTestService('demo');
  const { owner } = service;
  visitor = new Visitor(service.app);
  exemplar = await oneRow(
    sql<typeof exemplar>`
      select exemplar_id::text as "exemplarId", organisation_id as "organisationId", title from exemplar limit 1`.execute(
      owner,
    ),
  );
  trust = await oneRow(
    sql<typeof trust>`
      select code, name from organisation_on(${exemplar.organisationId}, ${service.context.pack.positionOn}::date)`.execute(
      owner,
    ),
  );
  footprint = await oneRow(
    sql<typeof footprint>`
      select area.area_id as "areaId", area.name, area.slug from publication
      cross join lateral area_on(publication.footprint_id, ${service.context.pack.positionOn}::date) as area limit 1`.execute(
      owner,
    ),
  );
  await renameTwice('organisation', exemplar.organisationId, trust.name);
  await renameTwice('area', footprint.areaId, footprint.name);
});
afterAll(() => service.close());

async function oneRow<Row>(reading: Promise<{ readonly rows: readonly Row[] }>): Promise<Row> {
  const [row] = (await reading).rows;
  if (row === undefined) {
    throw new Error('The demonstration lacks what this test is about');
  }
  return row;
}

/** Its record goes on in two more, under other names. */
async function renameTwice(subject: 'organisation' | 'area', id: string, name: string): Promise<void> {
  const table = sql.table(`${subject}_record`);
  const own = sql.ref(`${subject}_id`);
  await sql`delete from ${table} where ${own} = ${id} and lower(valid) >= ${RENAMED}::date`.execute(service.owner);
  await sql`
    update ${table} set valid = daterange(lower(valid), ${RENAMED}::date) where ${own} = ${id} and valid @> ${RENAMED}::date`.execute(
    service.owner,
  );
  const { rows } = await sql<{ column: string }>`
    select column_name as "column" from information_schema.columns
    where table_name = ${`${subject}_record`} and is_generated = 'NEVER' and is_identity = 'NO'
      and column_name not in ('name', 'valid')`.execute(service.owner);
  const kept = sql.join(rows.map(({ column }) => sql.ref(column)));
  for (const [from, to, suffix] of [
    [RENAMED, AGAIN, ' of 2018'],
    [AGAIN, null, ' of 2020'],
  ] as const) {
    await sql`
      insert into ${table} (name, valid, ${kept})
      select ${name + suffix}::text, daterange(${from}::date, ${to}::date), ${kept}
      from ${table} where ${own} = ${id} order by lower(valid) desc nulls last limit 1`.execute(service.owner);
  }
}

const onDay = (href: string, asAt: string | null) =>
  asAt === null ? href : `${href}${href.includes('?') ? '&' : '?'}as-at=${asAt}`;

describe.each(daysAndNames)('on the day $asAt', ({ asAt, suffix }) => {
  it('an exemplar is of the trust as it was called then, in the list, on its page and in the search', async () => {
    const name = `${trust.name}${suffix}`;
    const list = await visitor.read(onDay(paths.exemplars(), asAt));
    expect(list.text).toContain(name);
    expect(suffix === '' && list.text.includes(`${name} of`)).toBe(false);
    const href = onDay(paths.exemplar(exemplar.exemplarId), asAt);
    expect(list.places).toContain(href);
    const page = await visitor.read(href);
    expect(page.section('Facts').fact('Organisation').text).toContain(`${name} (${trust.code})`);
    const own = onDay(paths.organisation(trust.code), asAt);
    expect(page.places).toContain(own);
    const organisation = await visitor.read(own);
    expect(organisation.title.endsWith(name)).toBe(true);
    expect(organisation.section('Exemplars').link(exemplar.title)).toBe(href);
    const found = await visitor.read(onDay(paths.search(exemplar.title), asAt));
    expect(found.places).toContain(href);
    expect(found.text).toContain(name);
    expect(suffix === '' && found.text.includes(`${name} of`)).toBe(false);
  });

  it('a published roadmap is of the footprint as it was called then, on the home page and in the search', async () => {
    const name = `${footprint.name}${suffix}`;
    const home = await visitor.read(onDay(paths.home(), asAt));
    expect(home.section('Newest roadmaps').links).toContain(name);
    const found = await visitor.read(onDay(paths.search(footprint.name), asAt));
    expect(found.links).toContain(`Roadmap of ${name}`);
    expect((await visitor.read(onDay(paths.footprint(footprint.slug), asAt))).title.endsWith(name)).toBe(true);
  });
});

it('the API names the footprint of a roadmap, and its file, as it is called today', async () => {
  const { items } = (await visitor.get(paths.apiItem('roadmaps'))).json();
  const names = items.map((item: { footprint: { name: string } }) => item.footprint.name);
  expect(names).toContain(footprint.name);
  expect(JSON.stringify(items)).not.toContain(' of 2018');
});

it('the pages of those who designate exemplars and keep footprint forms call them what they are called today', async () => {
  const office = await signInAs(service, [{ role: 'programme-manager' }]);
  const manage = await office.read(paths.manageExemplars());
  expect(manage.text).toContain(trust.name);
  expect(manage.text).not.toContain(' of 20');
  const forms = await office.read(paths.formations());
  expect(forms.text).toContain(footprint.name);
  expect(forms.text).not.toContain(`${footprint.name} of 20`);
});

it('what was withdrawn later is still an exemplar on the day before, and what was designated later is none', async () => {
  const { owner } = service;
  const { designated } = await oneRow(
    sql<{ designated: string }>`
      select designated_at::date::text as designated from exemplar where exemplar_id = ${exemplar.exemplarId}`.execute(
      owner,
    ),
  );
  await sql`
    update exemplar set state = 'withdrawn', withdrawn_at = designated_at + interval '10 days', withdrawn_reason = 'Not so any more'
    where exemplar_id = ${exemplar.exemplarId}`.execute(owner);
  const href = paths.exemplar(exemplar.exemplarId);
  const places = async (asAt: string | null) => (await visitor.read(onDay(paths.exemplars(), asAt))).places;
  expect(await places(designated)).toContain(onDay(href, designated));
  expect((await visitor.read(onDay(href, designated))).headings).not.toContain('Important: Withdrawn');
  expect(await places(null)).not.toContain(href);
  expect((await visitor.read(href)).text).toContain('Not so any more');
  const early = await visitor.get(onDay(href, '2015-01-01'));
  expect(early.statusCode).toBe(404);
  expect(await places('2015-01-01')).not.toContain(onDay(href, '2015-01-01'));
});
