import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { WrittenRecords } from '../../register-keeping.ts';

/** Types of which there are thousands; in a search they come after the organisations that make plans. */
const practiceTypes: readonly string[] = ['gp-practice', 'prescribing-cost-centre'];

/**
 * Brings the search entries of these organisations and areas to what their records say. Told by the writer of the register
 * wherever a record was written (`src/register-listeners.ts`). Entries that say so already are left alone.
 */
export async function updateSearchEntries(
  connection: Connection,
  { organisationIds, areaIds }: WrittenRecords,
): Promise<void> {
  if (organisationIds.length > 0) {
    await replaceEntries(connection, sql`organisation_id`, organisationIds, organisationEntries(organisationIds));
  }
  if (areaIds.length > 0) {
    await replaceEntries(connection, sql`area_id`, areaIds, areaEntries(areaIds));
  }
}

function organisationEntries(ids: readonly string[]): RawBuilder<unknown> {
  return sql`
    select record.organisation_id, null::text as area_id, record.code, min(record.name) as name,
      search_words(record.name) as name_words,
      string_agg(distinct record.code || ' ' || record.town || ' ' || record.postcode, ' ') as places,
      range_agg(record.valid) as valid,
      case when bool_or(record.type_id = any(${practiceTypes}::text[])) then 2 else 1 end as rank
    from organisation_record as record where record.organisation_id = any(${ids}::text[])
    group by record.organisation_id, record.code, search_words(record.name)`;
}

/** An area is found by its kind too: "essex icb", "london region". */
function areaEntries(ids: readonly string[]): RawBuilder<unknown> {
  return sql`
    select null::text as organisation_id, record.area_id, record.code, min(record.name) as name,
      search_words(record.name) as name_words, record.code || ' ' || record.kind as places, range_agg(record.valid) as valid, 0 as rank
    from area_record as record where record.area_id = any(${ids}::text[])
    group by record.area_id, record.code, record.kind, search_words(record.name)`;
}

/** One statement, so that all of it looks at what was there before. The words of new entries join the vocabulary. */
async function replaceEntries(
  connection: Connection,
  key: RawBuilder<unknown>,
  ids: readonly string[],
  entries: RawBuilder<unknown>,
): Promise<void> {
  const isSame = sql`old.${key} = entry.${key} and (old.code, old.name, old.name_words, old.document, old.valid, old.rank)
    = (entry.code, entry.name, entry.name_words, entry.document, entry.valid, entry.rank)`;
  await sql`
    with worded as materialized (
      select wanted.*, string_to_array(trim(wanted.name_words || ' ' || search_words(wanted.places)), ' ') as words
      from (${entries}) as wanted
    ), entry as materialized (
      select worded.*, array_to_tsvector(array(select distinct word from unnest(worded.words) as word where word <> '')) as document
      from worded
    ), gone as (
      delete from search_entry as old where old.${key} = any(${ids}::text[]) and not exists (select from entry where ${isSame})
    ), fresh as materialized (
      select entry.* from entry where not exists (select from search_entry as old where ${isSame})
    ), vocabulary as (
      insert into search_word (word, rank)
      select word, min(fresh.rank) from fresh cross join unnest(fresh.words) as word where word ~ '^[a-z]{3,}$'
      group by word order by word
      on conflict (word) do update set rank = excluded.rank where excluded.rank < search_word.rank
    )
    insert into search_entry (organisation_id, area_id, code, name, name_words, document, valid, rank)
    select fresh.organisation_id, fresh.area_id, fresh.code, fresh.name, fresh.name_words, fresh.document, fresh.valid, fresh.rank
    from fresh`.execute(connection);
}
