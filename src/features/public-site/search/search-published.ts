import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import { type Day, matchesWords, searchWords } from '../../directory/index.ts';
import { listExemplars } from '../../exemplar/index.ts';
import {
  listPublishedBy,
  listPublishedWords,
  type PublicationRow,
  type PublishedWords,
} from '../../publication/index.ts';
import type { SearchGroup, SearchHit } from './search-hit.ts';
import { snippetOf } from './snippet.ts';

const HITS_SHOWN = 10;

/** What a search finds beside the directory by a day: roadmaps and exemplars. Groups without hits are left out. */
export async function searchPublished(
  { database }: Pick<AppContext, 'database'>,
  term: string,
  day: Day,
): Promise<SearchGroup[]> {
  const [published, exemplars] = await Promise.all([
    listPublishedBy(database, day),
    listExemplars(database, { search: term, states: ['designated'], groupId: '', typeIds: null }, day),
  ]);
  const words = searchWords(term);
  const inside = new Map(
    (
      await listPublishedWords(
        database,
        published.map(({ publicationId }) => publicationId),
        words,
      )
    ).map((found) => [found.publicationId, found]),
  );
  const isNamed = ({ footprintName }: PublicationRow) => matchesWords(words, [footprintName]);
  const roadmaps = published
    .filter((each) => words.length > 0 && (isNamed(each) || inside.has(each.publicationId)))
    .toSorted((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
  const groups = [
    {
      heading: 'Published roadmaps',
      hits: roadmaps.map((roadmap) => roadmapHit(roadmap, inside.get(roadmap.publicationId) ?? null, words)),
    },
    {
      heading: 'Exemplars',
      hits: exemplars.map(({ exemplarId, title, organisationName, reason }) => ({
        href: day.link(paths.exemplar(exemplarId)),
        title,
        text: organisationName,
        snippet: snippetOf(reason, words),
      })),
    },
  ];
  return groups
    .filter(({ hits }) => hits.length > 0)
    .map((group) => ({ ...group, hits: group.hits.slice(0, HITS_SHOWN) }));
}

/** Leads to the part that has the words, where it is not found by its name alone. */
function roadmapHit(
  { footprintName, footprintSlug, versionNumber, publishedAt }: PublicationRow,
  found: PublishedWords | null,
  words: readonly string[],
): SearchHit {
  const page = paths.publishedRoadmap(footprintSlug);
  const [title, text] = [
    `Roadmap of ${footprintName}`,
    `Version ${versionNumber}, published on ${formatDate(publishedAt)}`,
  ];
  return found === null
    ? { href: page, title, text }
    : {
        href: `${page}#${found.sectionId}`,
        title,
        text: `${text}. ${found.isTogether ? 'All words are' : 'Most of the words are'} in “${found.title}”`,
        snippet: snippetOf(found.excerpt, words),
      };
}
