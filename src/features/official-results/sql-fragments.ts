import { type RawBuilder, sql } from 'kysely';

/**
 * The releases that pages of a day show: the newest version of each series that was out by then, where it had not been withdrawn. An
 * earlier version does not come back for that: it was replaced.
 */
export const shownOn = (asAt: string) => sql`(
  select newest.* from (
    select distinct on (release.series) release.* from result_release as release
    where release.published_on <= ${asAt}::date order by release.series, release.version desc) as newest
  where not exists (
    select from result_withdrawal as withdrawal
    where withdrawal.series = newest.series and withdrawal.version = newest.version and withdrawal.withdrawn_on <= ${asAt}::date))`;

/** What the code of a result stands for here: an organisation, the area of a board, or nothing (null). */
export const pageOfCode = sql`case
  when exists (select from organisation_record as record where record.code = result.code) then 'organisation'
  when exists (select from area_record as record where record.kind = 'icb' and record.code = result.code) then 'area' end`;

/**
 * Two common table expressions, `line` and `inside`, after `shown`: the codes of results of organisations that lie in an area on the
 * day, and of those that had gone by then into one that does. Walked from the results on, which are few beside the register.
 */
export const codesInside = (areaId: string, asAt: string): RawBuilder<unknown> => sql`line (code, now) as (
    select distinct result.code, result.code
    from shown join official_result as result on result.series = shown.series and result.version = shown.version
    where result.code <> ''
    union
    select line.code, link.successor_id from line
    join succession_in_force as link on link.subject = 'organisation' and link.predecessor_id = line.now
      and link.effective_on <= ${asAt}::date and link.predecessor_id <> link.successor_id
    where not exists (
      select from organisation_record as record where record.code = line.now and record.valid @> ${asAt}::date)
  ), inside as (
    select distinct line.code from line
    join organisation_record as record on record.code = line.now and record.valid @> ${asAt}::date
    join organisation_place as place on place.organisation_id = record.organisation_id and place.area_id = ${areaId}
      and place.valid @> ${asAt}::date
  )`;
