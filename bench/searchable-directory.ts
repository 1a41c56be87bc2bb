import type pg from 'pg';
import { updateSearchEntries } from '../src/features/search/index.ts';
import type { Database } from '../src/platform/database/database.ts';

const TOWNS = 1500;
const NAMES = 3000;

/** As many at a time as an import takes. */
const BATCH = 1000;

/**
 * Fills the directory with made-up practices to search, so that there are `count` of them afterwards. Towns and names are
 * unevenly spread, as real ones are: the largest of 1,500 towns holds about one practice in twelve. Three in five have a
 * former name, one in five is closed. Codes run `S00001`, `S00002`, …, so that the same call twice adds nothing.
 */
export async function fillToSearch(
  { pool, database }: { readonly pool: pg.Pool; readonly database: Database },
  count: number,
): Promise<void> {
  const { rows } = await pool.query<{ organisation_id: string }>(`
    with made as (
      select number, 'S' || lpad(number::text, 5, '0') as code, ${word('place.town')} as town,
             'Q' || chr(65 + place.town % 26) || place.town / 26 % 20 + 1 || ' ' || number % 10 || chr(65 + number % 23) || chr(65 + number % 19) as postcode,
             ${word(`${TOWNS} + place.name`)} || ' ' || ${kind('place.kind')} as name,
             ${word(`${TOWNS} + place.former`)} || ' ' || ${kind('place.former')} as former_name
      from generate_series(1, ${Math.trunc(count)}) as number
      cross join lateral (
        select floor(${TOWNS} * ${share('number')} ^ 3)::integer as town, floor(${NAMES} * ${share('-number')} ^ 2)::integer as name,
               floor(${NAMES} * ${share('number + 77777')} ^ 2)::integer as former, hashint4(number) & 15 as kind
      ) as place
      where not exists (select from organisation where organisation.code = 'S' || lpad(number::text, 5, '0'))
    ), origin as (
      insert into source (source_id, title, publisher, licence) values ('made-up', 'Made up for measuring', 'Nobody', 'None')
      on conflict do nothing
    ), known as (
      insert into organisation (organisation_id, code) select made.code, made.code from made
    )
    insert into organisation_record (organisation_id, code, name, type_id, type_standing, town, postcode, valid, seen, source_id, standing)
    select made.code, made.code, held.name, 'gp-practice', 'official', made.town, made.postcode, held.valid, array[date '2016-02-29'], 'made-up', 'official'
    from made cross join lateral (
      select made.name, daterange('2012-04-01', case when made.number % 5 = 0 then date '2015-04-01' end) as valid
      union all
      select made.former_name, daterange('1990-04-01', '2012-04-01') where made.number % 5 < 3
    ) as held
    returning organisation_id`);
  const ids = [...new Set(rows.map((row) => row.organisation_id))];
  for (let from = 0; from < ids.length; from += BATCH) {
    await updateSearchEntries(database, { organisationIds: ids.slice(from, from + BATCH), areaIds: [] });
  }
  await pool.query('vacuum analyze');
}

/** A number from 0 to 1 that is always the same for the same number. */
function share(number: string): string {
  return `((hashint4(${number}) & 1048575) / 1048576.0)`;
}

const openings = words('Ash Bar Brad Car Chel Dun Elm Far Gar Hal Ing Kel Lang Mar Nor Oak Pen Rush Stan Wel');
const middles = ['', ...words('ing er en al is ow and ock el')];
const endings = words(
  'ton ham ley ford bury by wick mouth dale field worth stead combe bridge minster well den port gate hurst thorpe ness shaw',
);
const kinds = [
  'Surgery',
  'Surgery',
  'Surgery',
  'Medical Centre',
  'Medical Centre',
  'Health Centre',
  'Practice',
  'Clinic',
];

/** One of 4,600 made-up words. */
function word(number: string): string {
  return [
    oneOf(openings, number),
    oneOf(middles, `(${number}) / ${openings.length}`),
    oneOf(endings, `(${number}) / ${openings.length * middles.length}`),
  ].join(' || ');
}

function kind(number: string): string {
  return oneOf(kinds, number);
}

function oneOf(choices: readonly string[], number: string): string {
  return `(array[${choices.map((choice) => `'${choice}'`).join(', ')}])[1 + (${number}) % ${choices.length}]`;
}

function words(text: string): string[] {
  return text.split(' ');
}
