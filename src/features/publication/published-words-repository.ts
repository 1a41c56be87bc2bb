import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

/** A published roadmap in which all words of a search stand, and the first section with all of them; null where no one has. */
export interface PublishedWords {
  readonly publicationId: string;
  readonly section: string | null;
}

/**
 * Of these publications, those whose public file has every word, each as the beginning of one. What was left out of the public
 * file is not looked at. Words are plain (`searchWords`). Files without the letters of the words are not taken apart.
 */
export async function listPublishedWords(
  connection: Connection,
  publicationIds: readonly string[],
  words: readonly string[],
): Promise<PublishedWords[]> {
  if (words.length === 0 || publicationIds.length === 0) {
    return [];
  }
  const letters = words.map((word) => `%${word}%`);
  const beginnings = words.map((word) => `% ${word}%`);
  const { rows } = await sql<PublishedWords>`
    with part as materialized (
      select publication.publication_id, section.ordinality as place, section.value ->> 'title' as title,
             ' ' || search_words(concat_ws(' ', section.value ->> 'title', content.text)) as words
      from publication
      cross join lateral jsonb_array_elements(publication.download::jsonb -> 'document' -> 'sections') with ordinality as section
      cross join lateral (
        select string_agg(value #>> '{}', ' ') as text
        from jsonb_path_query(section.value -> 'content', 'strict $.** ? (@.type() == "string")') as value
      ) as content
      where publication.publication_id = any(${publicationIds}::uuid[])
        and publication.download ilike all(${letters}::text[])
    )
    select part.publication_id as "publicationId",
           (array_agg(part.title order by part.place) filter (where part.words like all(${beginnings}::text[])))[1] as section
    from part group by part.publication_id
    having string_agg(part.words, ' ') like all(${beginnings}::text[])`.execute(connection);
  return rows;
}
