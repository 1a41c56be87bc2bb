import { type RawBuilder, sql } from 'kysely';
import { textQuery } from './search-query.ts';

/** Whether the organisation of the row is found by these words: by its names, code, towns or postcodes, the former ones too. */
export function isFoundBy(words: readonly string[]): RawBuilder<unknown> {
  const query = textQuery(words.map((word) => ({ word, alternatives: [] })));
  return sql`organisation.organisation_id in (
    select search_entry.organisation_id from search_entry where search_entry.document @@ ${query}::tsquery)`;
}
