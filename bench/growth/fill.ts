import type pg from 'pg';
import { generateOrganisations } from '../generated-directory.ts';

/** Makes a database hold as many of something as asked for, which must not be fewer than there are. */
export type Fill = (owner: pg.Pool, count: number) => Promise<void>;

const positionOn = "date '2016-06-30'";

const source = `
  insert into source (source_id, title, publisher, licence) values ('made-up', 'Made up for measuring', 'Nobody', 'None')
  on conflict do nothing`;

/** Ends footprints of the reference facts, so that so many are left; the first by name go last. */
async function endFootprintsBeyond(owner: pg.Pool, count: number): Promise<void> {
  await owner.query(`
    update area_record set valid = daterange(null, date '2015-04-01')
    where area_record_id in (
      select area_record_id from area_record where kind = 'footprint' and valid @> ${positionOn}
      order by slug not in ('wolverhampton', 'doncaster'), name offset ${Math.trunc(count)})`);
}

/** Made-up footprints of ten members each, every one in an STP. */
export const fillFootprints: Fill = async (owner, count) => {
  await endFootprintsBeyond(owner, count);
  await owner.query(source);
  await owner.query(`
    with made as (
      select 'made:' || number as area_id, number,
             (select count(*) from area_record where kind = 'footprint' and valid @> ${positionOn}) as there
      from generate_series(1, ${Math.trunc(count)}) as number
      where not exists (select from area where area_id = 'made:' || number)
    ), wanted as (
      select * from made order by number limit (select greatest(0, ${Math.trunc(count)} - max(there)) from made)
    ), area as (
      insert into area (area_id) select area_id from wanted
    ), record as (
      insert into area_record (area_id, kind, code, name, slug, valid, source_id, standing)
      select area_id, 'footprint', 'MADE' || number, 'Footprint ' || number, 'made-' || number, daterange('2013-04-01', null),
             'made-up', 'inferred' from wanted
    ), link as (
      insert into area_link (child_area_id, parent_area_id, relation, valid, source_id, standing)
      select wanted.area_id, stp.area_id, 'within', daterange('2013-04-01', null), 'made-up', 'inferred'
      from wanted join (
        select area_id, row_number() over (order by code) as place, count(*) over () as places from area_record
        where kind = 'stp' and valid @> ${positionOn}
      ) as stp on stp.place = wanted.number % stp.places + 1
    )
    insert into membership (area_id, organisation_id, role, valid, source_id, standing)
    select wanted.area_id, organisation.organisation_id, case when member = 0 then 'lead' else 'core' end,
           daterange('2013-04-01', null), 'made-up', 'inferred'
    from wanted cross join generate_series(0, 9) as member join (
      select organisation_id, row_number() over (order by code) as place, count(*) over () as places from organisation_record
      where valid @> ${positionOn} and type_id in ('acute-trust', 'mental-health-trust', 'ccg')
    ) as organisation on organisation.place = (wanted.number * 7 + member * 31) % organisation.places + 1
    on conflict do nothing`);
  await owner.query('vacuum analyze');
};

/** Made-up providers, each with the submitted scores of one of the illustrative ones. */
export const fillProviders: Fill = async (owner, count) => {
  await owner.query(source);
  const client = await owner.connect();
  try {
    await client.query(`
      begin;
      create temporary table made on commit drop as
      select 'P' || lpad(number::text, 5, '0') as code, number, gen_random_uuid() as assessment_id, model.*
      from generate_series(1, ${Math.trunc(count)} - (
        select count(*)::integer from assessment where state = 'submitted' and organisation_id not like 'P_____')) as number
      join (
        select organisation_id as model_id, assessment_id as model_assessment, care_setting, round_id, instrument_id, instrument_version,
               declaration, submitted_at, created_at, row_number() over (order by organisation_id) as place, count(*) over () as places
        from assessment where state = 'submitted' and organisation_id not like 'P_____'
      ) as model on model.place = number % model.places + 1
      where not exists (select from organisation where code = 'P' || lpad(number::text, 5, '0'));
      insert into organisation (organisation_id, code) select code, code from made;
      insert into organisation_record (organisation_id, code, name, type_id, type_standing, status, region_code, valid, seen, source_id, standing)
      select made.code, made.code, 'Provider ' || made.number, model.type_id, 'official', 'active', 'Y5' || 4 + made.number % 4,
             daterange('2013-04-01', null), array[date '2016-02-29'], 'made-up', 'official'
      from made join organisation_record as model on model.organisation_id = made.model_id and model.valid @> ${positionOn};
      insert into assessment (organisation_id, assessment_id, round_id, instrument_id, instrument_version, care_setting, state, illustrative,
        declaration, submitted_at, created_at)
      select code, assessment_id, round_id, instrument_id, instrument_version, care_setting, 'submitted', true, declaration, submitted_at, created_at
      from made;
      insert into assessment_score (organisation_id, assessment_id, level, key, score, answered, applicable, not_applicable, missing, method, computed_at)
      select made.code, made.assessment_id, level, key, score, answered, applicable, not_applicable, missing, method, computed_at
      from made join assessment_score as model on model.organisation_id = made.model_id and model.assessment_id = made.model_assessment;
      commit;`);
  } finally {
    client.release();
  }
  await owner.query('vacuum analyze');
};

/** Organisations of all kinds, a fifth of them providers. */
export const fillOrganisations: Fill = generateOrganisations;
