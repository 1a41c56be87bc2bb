import { type RawBuilder, sql } from 'kysely';
import { commissionerTypeOn, isBorne, planningKinds, searchWords } from '../../directory/index.ts';
import { textQuery } from '../search-query.ts';
import { distanceOf, isFoundBy } from '../sql-fragments.ts';
import { NO_FOOTPRINT, type OrganisationsFilter, type OrganisationsListing } from './organisation-list.ts';

/**
 * A range of a list: the rows that meet its condition, in the order of its keys, columns of type text of which the last is a
 * tie-break, all in one direction. Most lists have one range. Where some rows have no value to sort by they are a range of
 * their own, by name, so that each can be walked along an index.
 */
export interface Range {
  readonly keys: readonly RawBuilder<unknown>[];
  readonly isDescending: boolean;
  /** The records, as `organisation`, and what the keys need beside them. */
  readonly from: RawBuilder<unknown>;
  readonly condition: RawBuilder<unknown>;
}

const byName = [sql`organisation.name`, sql`organisation.organisation_id`];

function range(keys: Range['keys'], isDescending: boolean): Range {
  return { keys, isDescending, from: sql`organisation_record as organisation`, condition: sql`true` };
}

/** A list as its ranges, in order. */
export function rangesOf({ asAt, filter, sort, types }: OrganisationsListing): Range[] {
  switch (sort.by) {
    case 'name':
      return found(filter, [range(byName, sort.descending)]);
    case 'code':
      return found(filter, [range([sql`organisation.code`, sql`organisation.organisation_id`], sort.descending)]);
    case 'type':
      return found(filter, typeRanges(types, filter.type, sort.descending));
    case 'patients':
      return found(filter, patientsRanges(asAt, sort.descending));
    case 'closest':
      return [closestRange(searchWords(filter.search), asAt)];
  }
}

function found({ search }: OrganisationsFilter, ranges: readonly Range[]): Range[] {
  const isFound = search === '' ? sql`true` : isFoundBy(searchWords(search));
  return ranges.map((one) => ({ ...one, condition: sql`${one.condition} and ${isFound}` }));
}

/** One type after another as readers know them, each by name, so that the list is walked along the index of types. */
function typeRanges(types: readonly string[], only: string, isDescending: boolean): Range[] {
  const asked = only === '' ? types : types.filter((id) => id === only);
  const ranges = asked.map((id) => ({
    ...range(byName, isDescending),
    condition: sql`organisation.type_id = ${id}`,
  }));
  const others = {
    ...range([sql`organisation.type_id`, ...byName], isDescending),
    condition: sql`organisation.type_id <> all(${asked}::text[])`,
  };
  return isDescending ? [others, ...ranges.toReversed()] : [...ranges, others];
}

/** Those with a figure, from the largest or smallest on, then those without. Figures become text that sorts as they do. */
function patientsRanges(asAt: string, isDescending: boolean): Range[] {
  const sortable = isDescending ? sql`999999999999 - patients.value` : sql`patients.value`;
  const figures = sql`from organisation_measure
    where organisation_measure.measure = 'registered_patients' and organisation_measure.measured_on <= ${asAt}::date`;
  const withNewest = sql`organisation_record as organisation join (
    select distinct on (organisation_measure.organisation_id) organisation_measure.organisation_id, organisation_measure.value
    ${figures} order by organisation_measure.organisation_id, organisation_measure.measured_on desc
  ) as patients on patients.organisation_id = organisation.organisation_id`;
  const hasNone = sql`organisation.organisation_id not in (select organisation_measure.organisation_id ${figures})`;
  return [
    { ...range([sql`lpad((${sortable})::bigint::text, 12, '0')`, ...byName], false), from: withNewest },
    { ...range(byName, false), condition: hasNone },
  ];
}

/**
 * The closest first, then organisations of the programme before practices, then by name. A former name is as good as the present
 * one. Begins with the entries that have the words, which are few, and looks each of them up.
 */
function closestRange(words: readonly string[], asAt: string): Range {
  const query = textQuery(words.map((word) => ({ word, alternatives: [] })));
  const from = sql`(
    select entry.organisation_id, min(${distanceOf(words, asAt)}) as distance, min(entry.rank) as rank
    from search_entry as entry where entry.document @@ ${query}::tsquery group by entry.organisation_id
  ) as closeness cross join lateral (
    select * from organisation_record where organisation_record.organisation_id = closeness.organisation_id offset 0
  ) as organisation`;
  const key = sql`lpad((10 * closeness.distance + closeness.rank)::text, 3, '0')`;
  return { ...range([key, ...byName], false), from };
}

/** The filter but for its words, which are a matter of the range. Only what was asked for becomes part of the query. */
export function conditionsOf({ asAt, filter }: OrganisationsListing): RawBuilder<unknown> {
  const { type, region, stp, footprint, commissioner } = filter;
  // Where one that has closed was, is where it was on its last day.
  const on = filter.status === 'closed' ? sql`(upper(organisation.valid) - 1)` : sql`${asAt}::date`;
  const conditions = [
    ...statusConditions(filter.status, asAt),
    ...when(type, () => sql`organisation.type_id = ${type}`),
    ...when(
      region,
      () =>
        sql`(organisation.region_code = ${region} or ${isBoardIn(region, asAt, on)} or ${liesIn(['region'], region, on)})`,
    ),
    ...when(
      stp,
      () => sql`(organisation.geography_code = ${stp} or (${isBoard(asAt)} and organisation.code = ${stp})
        or ${liesIn(planningKinds, stp, on)})`,
    ),
    ...when(footprint, () => (footprint === NO_FOOTPRINT ? isNoMember(on) : isMemberOf(footprint, on))),
    ...when(commissioner, () => isCommissionedBy(commissioner, on)),
  ];
  return sql.join(conditions, sql` and `);
}

function when(asked: string, condition: () => RawBuilder<unknown>): RawBuilder<unknown>[] {
  return asked === '' ? [] : [condition()];
}

function statusConditions(status: OrganisationsFilter['status'], asAt: string): RawBuilder<unknown>[] {
  if (status === 'closed') {
    const hasLater = sql`exists (
      select from organisation_record as later
      where later.organisation_id = organisation.organisation_id and lower(later.valid) >= upper(organisation.valid)
        and lower(later.valid) <= ${asAt}::date)`;
    return [sql`upper(organisation.valid) <= ${asAt}::date`, sql`not ${hasLater}`];
  }
  const isThere = sql`organisation.valid @> ${asAt}::date`;
  return status === 'open' ? [isThere] : [isThere, sql`organisation.status = ${status}`];
}

function liesIn(kinds: readonly string[], code: string, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from organisation_area
    join area_record as area on area.area_id = organisation_area.area_id and area.valid @> ${on}
    where organisation_area.organisation_id = organisation.organisation_id and organisation_area.valid @> ${on}
      and area.kind = any(${kinds}::text[]) and area.code = ${code})`;
}

function isBoard(asAt: string): RawBuilder<unknown> {
  return sql`organisation.type_id = ${commissionerTypeOn(asAt)}`;
}

/** A board whose record names no region lies in that of its area, as in the view `organisation_place`. */
function isBoardIn(region: string, asAt: string, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${isBoard(asAt)} and organisation.region_code = '' and exists (
    select from area_record as board
    join area_link on area_link.child_area_id = board.area_id and area_link.valid @> ${on}
    join area_record as area on area.area_id = area_link.parent_area_id and area.valid @> ${on}
    where board.kind = 'icb' and board.code = organisation.code and board.valid @> ${on}
      and area.kind = 'region' and area.code = ${region}))`;
}

function isNoMember(on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`organisation.organisation_id not in (
    select membership.organisation_id from membership where membership.valid @> ${on})`;
}

function isMemberOf(slug: string, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from membership
    join area_record as area on area.area_id = membership.area_id and area.valid @> ${on}
    where membership.organisation_id = organisation.organisation_id and membership.valid @> ${on}
      and area.kind = 'footprint' and area.slug = ${slug})`;
}

function isCommissionedBy(code: string, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from organisation_relation
    where organisation_relation.organisation_id = organisation.organisation_id
      and organisation_relation.kind = 'commissioned-by' and organisation_relation.related_code = ${code}
      and organisation_relation.valid @> ${on} and ${isBorne(sql`organisation_relation.related_code`, on)})`;
}
