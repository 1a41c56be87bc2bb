import { type RawBuilder, sql } from 'kysely';
import { areaRefJson } from '../directory/index.ts';
import { textQuery } from './search-query.ts';
import { spokenFor } from './spoken-words.ts';

/** Whether the organisation of the row is found by these words: by its names, code, towns or postcodes, the former ones too. */
export function isFoundBy(words: readonly string[]): RawBuilder<unknown> {
  const query = textQuery(words.map((word) => ({ word, alternatives: spokenFor(word) })));
  return sql`organisation.organisation_id in (
    select search_entry.organisation_id from search_entry where search_entry.document @@ ${query}::tsquery)`;
}

/**
 * How far an entry of the search is from the words, from 0 on: exactly the code; exactly the name; all words in the name; called so
 * on the day; and then the words as a phrase at the beginning of the name (0), within it (1) or apart (2), all of them whole in
 * name, code or places (6), a part of the name that begins a word (7), or less (8). One ranking for the search and for lists.
 */
export function distanceOf(words: readonly string[], asAt: string): RawBuilder<unknown> {
  const phrase = words.join(' ');
  return sql`(24 * (lower(entry.code) <> ${phrase})::int + 12 * (entry.name_words <> ${phrase})::int
    + 3 * (not entry.valid @> ${asAt}::date)::int
    + case when entry.name_words || ' ' like ${`${phrase} %`} then 0
           when ' ' || entry.name_words || ' ' like ${`% ${phrase} %`} then 1
           when string_to_array(entry.name_words, ' ') @> string_to_array(${phrase}, ' ') then 2
           when entry.document @@ ${wholeWords(words)}::tsquery then 6
           when ' ' || entry.name_words like ${`% ${phrase}%`} then 7 else 8 end)`;
}

function wholeWords(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' & ');
}

/** Areas a child area lies in, followed up to regions, of one kind. */
export function parentsOf(child: RawBuilder<unknown>, kind: string, asAt: string): RawBuilder<unknown> {
  return sql`coalesce((
    with recursive above (area_id) as (
      select area_link.parent_area_id from area_link where area_link.child_area_id = ${child} and area_link.valid @> ${asAt}::date
      union
      select area_link.parent_area_id from area_link
      join above on above.area_id = area_link.child_area_id where area_link.valid @> ${asAt}::date
    )
    select jsonb_agg(${areaRefJson} order by area.name) from above
    join area_record as area on area.area_id = above.area_id and area.kind = ${kind} and area.valid @> ${asAt}::date
  ), '[]'::jsonb)`;
}
