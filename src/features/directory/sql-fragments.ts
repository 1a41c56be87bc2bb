import { type RawBuilder, sql } from 'kysely';

/* Pieces of SQL that repositories of this feature, and of those over it that read the register, put together. */

/** Columns of an area as `AreaRef`, for joining into JSON. */
export const areaRefJson = sql`jsonb_build_object('areaId', area.area_id, 'kind', area.kind, 'code', area.code, 'name', area.name, 'slug', area.slug)`;

export const sourceJson = sql`jsonb_build_object('sourceId', source.source_id, 'title', source.title, 'publisher', source.publisher, 'url', source.url,
  'illustrative', source.illustrative)`;

/** The STPs or regions the organisation of the row is in. */
export function areasOfOrganisation(kind: string, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((
    select jsonb_agg(${areaRefJson} order by area.name)
    from places_of_organisation(organisation.organisation_id, ${on}) as place
    join area_record as area on area.area_id = place.area_id and area.kind = ${kind} and area.valid @> ${on}
  ), '[]'::jsonb)`;
}

/** The footprints the organisation of the row is a member of, in whatever role. */
export function footprintsOfOrganisation(asAt: string): RawBuilder<unknown> {
  return sql`coalesce((
    select jsonb_agg(${areaRefJson} order by area.name)
    from (
      select distinct membership.area_id from membership
      where membership.organisation_id = organisation.organisation_id and membership.valid @> ${asAt}::date
    ) as own
    join area_record as area on area.area_id = own.area_id and area.valid @> ${asAt}::date
  ), '[]'::jsonb)`;
}

/** The newest figure of registered patients up to a day, for the organisation of the row. */
export function patientsOfOrganisation(on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select jsonb_build_object('value', organisation_measure.value, 'measuredOn', organisation_measure.measured_on,
                              'sourceId', organisation_measure.source_id)
    from organisation_measure
    where organisation_measure.organisation_id = organisation.organisation_id
      and organisation_measure.measure = 'registered_patients' and organisation_measure.measured_on <= ${on}
    order by organisation_measure.measured_on desc limit 1
  )`;
}

/**
 * Whether a code has a holder on the day, or never had one that the directory knows. What a source says of the holder of a code,
 * as that it commissions a practice, holds while there is one, and not for ever because nobody has said otherwise since.
 */
export function isBorne(code: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(exists (select from organisation_record as bearer where bearer.code = ${code} and bearer.valid @> ${on})
    or not exists (select from organisation_record as bearer where bearer.code = ${code}))`;
}
