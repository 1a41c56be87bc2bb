import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import { matchesWords, searchWords } from '../../directory/index.ts';
import { listExemplars } from '../../exemplar/index.ts';
import { listPublishedBy, listPublishedWords, type PublicationRow } from '../../publication/index.ts';
import type { SearchGroup } from './search-hit.ts';

const HITS_SHOWN = 10;

/** What a search finds beside the directory: roadmaps and exemplars. Groups without hits are left out. */
export async function searchPublished(
  { database }: Pick<AppContext, 'database'>,
  term: string,
): Promise<SearchGroup[]> {
  const [published, exemplars] = await Promise.all([
    listPublishedBy(database, { recordedBy: null }),
    listExemplars(database, { search: term, states: ['designated'], groupId: '', typeIds: null }),
  ]);
  const words = searchWords(term);
  const inside = new Map(
    (
      await listPublishedWords(
        database,
        published.map(({ publicationId }) => publicationId),
        words,
      )
    ).map((found) => [found.publicationId, found.section]),
  );
  const isNamed = ({ footprintName }: PublicationRow) => matchesWords(words, [footprintName]);
  const roadmaps = published
    .filter((each) => words.length > 0 && (isNamed(each) || inside.has(each.publicationId)))
    .toSorted((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
  const groups = [
    {
      heading: 'Published roadmaps',
      hits: roadmaps.map(({ publicationId, footprintName, footprintSlug, versionNumber, publishedAt }) => ({
        href: paths.publishedRoadmap(footprintSlug),
        title: `Roadmap of ${footprintName}`,
        text: `Version ${versionNumber}, published on ${formatDate(publishedAt)}${placeWords(inside.get(publicationId) ?? null)}`,
      })),
    },
    {
      heading: 'Exemplars',
      hits: exemplars.map(({ exemplarId, title, organisationName }) => ({
        href: paths.exemplar(exemplarId),
        title,
        text: organisationName,
      })),
    },
  ];
  return groups
    .filter(({ hits }) => hits.length > 0)
    .map((group) => ({ ...group, hits: group.hits.slice(0, HITS_SHOWN) }));
}

/** Where in the roadmap the words stand together. */
function placeWords(section: string | null): string {
  return section === null ? '' : `. All words are in “${section}”`;
}
