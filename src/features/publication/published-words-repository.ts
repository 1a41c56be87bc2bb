import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

/** The section of a published roadmap that has most of the words of a search, where the roadmap has them all. */
export interface PublishedWords {
  readonly publicationId: string;
  /** Where it stands on the page of the roadmap. */
  readonly sectionId: string;
  readonly title: string;
  /** Some of its text, from a little before the first of the words on. */
  readonly excerpt: string;
  /** Whether all words stand in this one section. */
  readonly isTogether: boolean;
}

const BEFORE = 200;
const EXCERPT = 800;

/** Keeps what a search looks through, in the transaction that publishes it. */
export async function insertPublishedWords(connection: Connection, publicationId: string): Promise<void> {
  await sql`
    insert into published_section (publication_id, place, section_id, title, body)
    select publication.publication_id, section.place, section.section_id, section.title, section.body
    from publication cross join lateral published_texts(publication.download) as section
    where publication.publication_id = ${publicationId}`.execute(connection);
}

/**
 * Of these publications, those whose public file has every word, each as the beginning of one. What was left out of the public
 * file is not looked at. Words are plain (`searchWords`).
 */
export async function listPublishedWords(
  connection: Connection,
  publicationIds: readonly string[],
  asked: readonly string[],
): Promise<PublishedWords[]> {
  const words = [...new Set(asked)];
  if (words.length === 0 || publicationIds.length === 0) {
    return [];
  }
  const queries = words.map((word) => `'${word}':*`);
  const { rows } = await sql<PublishedWords>`
    with hit as (
      select section.publication_id, section.place,
             array(select query.number from unnest(${queries}::text[]) with ordinality as query (text, number)
                   where section.words @@ query.text::tsquery) as met
      from published_section as section
      where section.words @@ ${queries.join(' | ')}::tsquery and section.publication_id = any(${publicationIds}::uuid[])
    ), best as (
      select distinct on (hit.publication_id) hit.publication_id, hit.place, cardinality(hit.met) as met_count
      from hit
      where hit.publication_id in (
        select each.publication_id from hit as each cross join unnest(each.met) as number
        group by each.publication_id having count(distinct number) = ${words.length})
      order by hit.publication_id, cardinality(hit.met) desc, hit.place
    )
    select section.publication_id as "publicationId", section.section_id as "sectionId", section.title,
           substr(section.body, greatest(1, regexp_instr(section.body, ${`\\m(${words.join('|')})`}, 1, 1, 0, 'i') - ${BEFORE}::integer),
                  ${EXCERPT}::integer) as excerpt,
           best.met_count = ${words.length} as "isTogether"
    from best join published_section as section using (publication_id, place)`.execute(connection);
  return rows;
}
