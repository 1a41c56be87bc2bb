import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import {
  type AreaRef,
  areasOfOrganisation,
  footprintsOfOrganisation,
  type OrganisationRef,
  searchWords,
} from '../../directory/index.ts';
import { isFoundBy } from '../sql-fragments.ts';

export interface OrganisationFilter {
  readonly asAt: string;
  /** Words that must all occur in name, code, town or postcode; empty for all. */
  readonly search: string;
  /** Type ids; empty for all. */
  readonly typeIds: readonly string[];
  /** Region code; empty for all. */
  readonly regionCode: string;
  readonly limit: number;
  readonly offset: number;
}

export interface OrganisationRow extends OrganisationRef {
  readonly regions: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
  readonly footprints: readonly AreaRef[];
  readonly sourceId: string;
  readonly total: number;
}

/**
 * One page of organisations, each row carrying the total of the whole list. An exact code or name comes first, then names
 * in which the search stands as whole words, then the rest, each by name.
 */
export async function listOrganisations(
  connection: Connection,
  filter: OrganisationFilter,
): Promise<OrganisationRow[]> {
  const words = searchWords(filter.search);
  if (words.length === 0 && filter.search !== '') {
    return [];
  }
  const result = await sql<OrganisationRow>`
    with matching as (
      select organisation.*, count(*) over () as total, ${closenessTo(words)} as closeness
      from organisation_record as organisation
      where ${sql.join(conditionsOf(filter, words), sql` and `)}
      order by closeness desc, organisation.name, organisation.organisation_id
      limit ${filter.limit} offset ${filter.offset}
    )
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
           organisation.source_id as "sourceId", organisation.total,
           ${areasOfOrganisation('region', filter.asAt)} as regions, ${areasOfOrganisation('stp', filter.asAt)} as stps,
           ${footprintsOfOrganisation(filter.asAt)} as footprints
    from matching as organisation
    order by organisation.closeness desc, organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}

/** Exact code, exact name, whole words: compared in that order. */
function closenessTo(words: readonly string[]): RawBuilder<unknown> {
  const phrase = words.join(' ');
  return words.length === 0
    ? sql`null::boolean[]`
    : sql`array[lower(organisation.code) = ${phrase}, search_words(organisation.name) = ${phrase},
                ' ' || search_words(organisation.name) || ' ' like ${`% ${phrase} %`}]`;
}

/** Only what was asked for becomes part of the query: reading every name as words costs more than all the rest. */
function conditionsOf(filter: OrganisationFilter, words: readonly string[]): RawBuilder<unknown>[] {
  const { asAt, typeIds, regionCode } = filter;
  const conditions = [sql`organisation.valid @> ${asAt}::date`];
  if (words.length > 0) {
    conditions.push(isFoundBy(words));
  }
  if (typeIds.length > 0) {
    conditions.push(sql`organisation.type_id = any(${typeIds})`);
  }
  if (regionCode !== '') {
    conditions.push(sql`exists (
      select from organisation_place
      join area_record as area on area.area_id = organisation_place.area_id and area.valid @> ${asAt}::date
      where organisation_place.organisation_id = organisation.organisation_id
        and area.kind = 'region' and area.code = ${regionCode} and organisation_place.valid @> ${asAt}::date)`);
  }
  return conditions;
}
