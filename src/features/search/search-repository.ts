import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import {
  type AreaRef,
  areasOfOrganisation,
  type CalledStatus,
  footprintsOfOrganisation,
  type OrganisationRef,
  planningKindOn,
} from '../directory/index.ts';
import { type Match, matchAt } from './match.ts';
import { type KnownWord, oneSlipAway } from './spelling.ts';
import { distanceOf, parentsOf } from './sql-fragments.ts';

/** An entry that matches, as the best of its organisation or area. */
export interface FoundEntry {
  readonly organisationId: string | null;
  readonly areaId: string | null;
  /** The name that matched, which may not be the one of the day. */
  readonly name: string;
  /** First day on which it was called so; null for ever since. */
  readonly since: string | null;
  readonly match: Match;
  /** How many match in all; null for a thousand or more. */
  readonly total: number | null;
}

export interface EntryQuery {
  readonly asAt: string;
  /** The words as they were typed or meant. */
  readonly words: readonly string[];
  /** See `textQuery`. */
  readonly query: string;
  readonly only: 'organisation' | 'area';
  /** Whether the words may be other ones than those typed, so that names are compared by their letters too: it costs most of all. */
  readonly isLoose: boolean;
  readonly limit: number;
}

/** So many entries are compared at the most; the exact ones, and those of areas and of the programme, are always among them. */
const COMPARED = 1000;

/**
 * Who matches a search, each once by its best name: exact code, exact name, all words in the name, all words but some only in
 * the town or postcode or as the beginning of longer ones. In each step names of the day come before others; then the words
 * as a phrase at the beginning of the name, within it, or apart; areas before organisations of the programme before practices.
 *
 * A common word matches thousands of practices: what is exact or begins with the words is looked up apart, so that the cost
 * stays the same however many there are.
 */
export async function findEntries(connection: Connection, wanted: EntryQuery): Promise<FoundEntry[]> {
  const { asAt, words, query, only, isLoose, limit } = wanted;
  const phrase = words.join(' ');
  const { rows } = await sql<Omit<FoundEntry, 'match'> & { readonly distance: number }>`
    with candidate as materialized (
      select entry.search_entry_id from search_entry as entry where lower(entry.code) = ${phrase}
      union
      (select entry.search_entry_id from search_entry as entry
       where entry.name_words ~>=~ ${phrase} and entry.name_words ~<~ ${`${phrase}{`}
       order by entry.name_words using ~<~ limit ${COMPARED})
      union
      (select entry.search_entry_id from search_entry as entry
       where entry.document @@ ${query}::tsquery and entry.rank < 2 limit ${COMPARED})
      ${
        only === 'area'
          ? sql``
          : sql`union
      (select entry.search_entry_id from search_entry as entry where entry.document @@ ${query}::tsquery limit ${COMPARED})`
      }
    ), matching as (
      select entry.organisation_id, entry.area_id, entry.name, entry.rank, lower(entry.valid) as since,
        ${distanceOf(words, asAt)} as distance,
        ${isLoose ? sql`round(word_similarity(${phrase}, entry.name_words)::numeric, 1)` : sql`0`} as likeness
      from candidate join search_entry as entry on entry.search_entry_id = candidate.search_entry_id
      where ${only === 'area' ? sql`entry.area_id is not null` : sql`entry.organisation_id is not null`}
    ), best as (
      select distinct on (matching.organisation_id, matching.area_id) matching.* from matching
      order by matching.organisation_id, matching.area_id, matching.distance, matching.name
    )
    select best.organisation_id as "organisationId", best.area_id as "areaId", best.name, best.since::text, best.distance,
      case when count(*) over () < ${COMPARED} then count(*) over () end as total
    from best
    order by best.distance, best.likeness desc, best.rank, best.name, best.organisation_id, best.area_id
    limit ${limit}`.execute(connection);
  return rows.map(({ distance, ...entry }) => ({ ...entry, match: matchAt(distance) }));
}

/** What may be meant by a word that was typed. */
export interface Spelling {
  readonly word: string;
  /** Whether a word of the directory is this one or begins with it. */
  readonly isKnown: boolean;
  /** Words of the directory that look like it. */
  readonly near: readonly KnownWord[];
}

const NEAR = 12;

/** The known words near each of these: all that one slip of the hand leads to, and those with most letters in common. */
export async function listSpellings(connection: Connection, words: readonly string[]): Promise<Spelling[]> {
  const slips = JSON.stringify(words.map((word) => ({ word, slips: oneSlipAway(word) })));
  const { rows } = await sql<Spelling>`
    select typed.word, exists (select from search_word where search_word.word like typed.word || '%') as "isKnown",
      coalesce((
        select jsonb_agg(jsonb_build_object('word', near.word, 'rank', near.rank)) from (
          select search_word.word, search_word.rank from search_word
          where search_word.word in (select jsonb_array_elements_text(typed.slips))
          union
          (select search_word.word, search_word.rank from search_word where search_word.word % typed.word
           order by similarity(search_word.word, typed.word) desc, search_word.word limit ${NEAR})
        ) as near
      ), '[]'::jsonb) as near
    from jsonb_to_recordset(${slips}::jsonb) as typed (word text, slips jsonb)`.execute(connection);
  return rows;
}

/** Whether and when something exists. */
interface Existing {
  /** Whether it existed on the day. */
  readonly isOfTheDay: boolean;
  /** First day of the name shown; null for ever since. */
  readonly nameSince: string | null;
  /** First day after its last, and its first day. */
  readonly until: string | null;
  readonly since: string | null;
}

/** An organisation that was found, as it stood on the day, or last or first stood when it did not exist on the day. */
export interface FoundOrganisation extends OrganisationRef, CalledStatus, Existing {
  readonly regions: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
  readonly footprints: readonly AreaRef[];
  readonly sourceId: string;
  readonly town: string;
  readonly postcode: string;
}

/** Organisations of these ids in the order of the ids. */
export async function listFoundOrganisations(
  connection: Connection,
  organisationIds: readonly string[],
  asAt: string,
): Promise<FoundOrganisation[]> {
  const { rows } = await sql<FoundOrganisation>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
      organisation.status, organisation.source_id as "sourceId",
      ${areasOfOrganisation('region', sql`${asAt}::date`)} as regions, ${areasOfOrganisation(planningKindOn(asAt), sql`${asAt}::date`)} as stps,
      ${footprintsOfOrganisation(asAt)} as footprints, organisation.valid @> ${asAt}::date as "isOfTheDay",
      lower(organisation.valid)::text as "nameSince", organisation.town, organisation.postcode, life.until::text, life.since::text
    from unnest(${organisationIds}::text[]) with ordinality as wanted (organisation_id, place)
    join lateral (
      select record.* from organisation_record as record where record.organisation_id = wanted.organisation_id
      order by record.valid @> ${asAt}::date desc, lower(record.valid) desc nulls last limit 1
    ) as organisation on true
    join lateral (
      select case when bool_or(upper_inf(record.valid)) then null else max(upper(record.valid)) end as until,
             case when bool_or(lower_inf(record.valid)) then null else min(lower(record.valid)) end as since
      from organisation_record as record where record.organisation_id = wanted.organisation_id
    ) as life on true
    order by wanted.place`.execute(connection);
  return rows;
}

/** Areas of these ids with the STPs they lie in, in the order of the ids, as they stood on the day or last stood. */
export async function listFoundAreas(
  connection: Connection,
  areaIds: readonly string[],
  asAt: string,
): Promise<FoundArea[]> {
  const { rows } = await sql<FoundArea>`
    select area.area_id as "areaId", area.kind, area.code, area.name, area.slug,
      ${parentsOf(sql`area.area_id`, planningKindOn(asAt), asAt)} as stps, area.valid @> ${asAt}::date as "isOfTheDay",
      lower(area.valid)::text as "nameSince", life.until::text, life.since::text
    from unnest(${areaIds}::text[]) with ordinality as wanted (area_id, place)
    join lateral (
      select record.* from area_record as record where record.area_id = wanted.area_id
      order by record.valid @> ${asAt}::date desc, lower(record.valid) desc nulls last limit 1
    ) as area on true
    join lateral (
      select case when bool_or(upper_inf(record.valid)) then null else max(upper(record.valid)) end as until,
             case when bool_or(lower_inf(record.valid)) then null else min(lower(record.valid)) end as since
      from area_record as record where record.area_id = wanted.area_id
    ) as life on true
    order by wanted.place`.execute(connection);
  return rows;
}

/** An area that was found, likewise. */
export interface FoundArea extends AreaRef, Existing {
  readonly stps: readonly AreaRef[];
}
