import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import { listExemplars } from '../../exemplar/index.ts';
import { listPublishedBy } from '../../publication/index.ts';
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
  const words = term.toLowerCase();
  const roadmaps = published.filter(({ footprintName }) => footprintName.toLowerCase().includes(words));
  const groups = [
    {
      heading: 'Published roadmaps',
      hits: roadmaps.map(({ footprintName, footprintSlug, versionNumber, publishedAt }) => ({
        href: paths.publishedRoadmap(footprintSlug),
        title: `Roadmap of ${footprintName}`,
        text: `Version ${versionNumber}, published on ${formatDate(publishedAt)}`,
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
