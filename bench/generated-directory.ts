import type pg from 'pg';

/**
 * Fills the directory with made-up organisations, for measuring: names of two words out of forty and a kind, three in five of
 * them with a former record, one in five closed before the position date, practices with the CCG that commissions them.
 * Codes run `G00001`, `G00002`, …, so that the same call twice adds nothing. `count`: how many there are afterwards.
 */
export async function generateOrganisations(pool: pg.Pool, count: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`
      begin;
      insert into source (source_id, title, publisher, licence) values ('made-up', 'Made up for measuring', 'Nobody', 'None')
      on conflict do nothing;
      create temporary table made on commit drop as
      select number, 'G' || lpad(number::text, 5, '0') as code, ${wordAt('hashint4(number) & 1023')} || ' ' || ${wordAt('hashint4(number) >> 10 & 1023')}
             || ' ' || ${at(kinds, 'hashint4(-number) & 63')} as name, ${at(types, 'number')} as type_id,
             ${at(['Y54', 'Y55', 'Y56', 'Y57'], 'number / 3')} as region_code,
             date '1974-04-01' + number % 9000 as opened, number % 5 = 0 as is_closed, number % 5 < 3 as has_former
      from generate_series(1, ${Math.trunc(count)}) as number
      where not exists (select from organisation where organisation.code = 'G' || lpad(number::text, 5, '0'));
      insert into organisation (organisation_id, code) select code, code from made;
      insert into organisation_record (organisation_id, code, name, type_id, type_standing, status, town, postcode, region_code,
        valid, seen, source_id, standing)
      select code, code, made.name || former.words, type_id, 'official', 'active', ${wordAt('number')}, 'ZZ1 1ZZ', region_code,
             former.valid, array[date '2016-02-29'], 'made-up', 'official'
      from made cross join lateral (
        select '' as words, daterange(case when has_former then date '2012-04-01' else opened end,
                                      case when is_closed then date '2015-04-01' end) as valid
        union all select ' (former)', daterange(opened, '2012-04-01') where has_former
      ) as former;
      insert into organisation_relation (organisation_id, kind, related_code, valid, seen_on, source_id, standing)
      select made.code, 'commissioned-by', ccg.code, daterange('2013-04-01', case when is_closed then date '2015-04-01' end),
             '2016-02-29', 'made-up', 'official'
      from made join (
        select code, row_number() over (order by code) as place, count(*) over () as places from organisation_record
        where type_id = 'ccg'
      ) as ccg on ccg.place = made.number % ccg.places + 1
      where made.type_id = 'gp-practice';
      commit;`);
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

const words =
  'Abbey Ash Bank Beech Birch Bridge Brook Castle Church Cross Dale Elm Field Ford Forest Garden Grange Green Grove Hall Hill High Holly King Lake Lime Manor Market Meadow Mill Moor Oak Orchard Park Priory Queen River Rose Station Well'.split(
    ' ',
  );
const kinds = ['Surgery', 'Medical Centre', 'Practice', 'Health Centre', 'Hospital', 'Clinic'];
const types = ['gp-practice', 'gp-practice', 'gp-practice', 'council', 'acute-trust'];

function wordAt(index: string): string {
  return at(words, index);
}

function at(choices: readonly string[], index: string): string {
  return `(array[${choices.map((choice) => `'${choice}'`).join(', ')}])[1 + (${index}) % ${choices.length}]`;
}
