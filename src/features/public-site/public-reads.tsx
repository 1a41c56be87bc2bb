import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { formatDate } from '../../views/format.ts';
import { latestResultSlot, listSubmissions, listSubmittedScores } from '../assessment/index.ts';
import { isRecordedBy, type ProviderResults, type ReadDay } from '../directory/index.ts';
import { listExemplars, listExemplarsOf } from '../exemplar/index.ts';
import { formationOf, GovernanceSummary } from '../formation/index.ts';
import { assessmentRounds } from '../programme/index.ts';
import { listPublications } from '../publication/index.ts';
import { readRoadmapFigures } from './compare/roadmap-figures.ts';
import { readRoadmapSummary } from './footprint/roadmap-summary.tsx';
import type { DirectoryReads, SearchGroup, Slot } from './public-site-reads.ts';
import { listPublishedBy } from './published-by.ts';

/** What pages of the directory show of assessments, roadmaps and exemplars. */
export function publicReads(context: AppContext): DirectoryReads {
  return {
    programmeFigures: (day) => readFigures(context, day),
    providerResults: (day) => readResults(context, day),
    newestPublications: (limit, day) => readNewest(context, limit, day),
    roadmapSummary: (areaId, day) => readRoadmapSummary(context, areaId, day),
    roadmapFigures: (areaId, day) => readRoadmapFigures(context, areaId, day),
    governance: (areaId, day) => readGovernance(context, areaId, day),
    latestResult: (organisationId, day) => latestResultSlot(context, organisationId, day),
    exemplarsOf: (organisationId, day) => readExemplars(context, organisationId, day),
    searchElsewhere: (term) => searchElsewhere(context, term),
  };
}

async function readGovernance({ database }: AppContext, areaId: string, { recordedBy }: ReadDay): Promise<Slot | null> {
  const governance = await formationOf(database, areaId, recordedBy);
  return governance === null
    ? null
    : { content: <GovernanceSummary governance={governance} />, illustrative: governance.illustrative };
}

async function readFigures({ database, pack }: AppContext, day: ReadDay) {
  const round = assessmentRounds(pack).at(-1);
  const [submissions, published] = await Promise.all([
    round === undefined ? [] : listSubmissions(database, round.id),
    listPublishedBy(database, day),
  ]);
  const submitted = submissions.filter(({ submittedAt }) => isRecordedBy(submittedAt, day));
  return {
    assessedCount: submitted.length,
    publishedCount: published.length,
    illustrative: [...submitted, ...published].some(({ illustrative }) => illustrative),
  };
}

async function readResults({ database, pack }: AppContext, day: ReadDay): Promise<ProviderResults | null> {
  const round = assessmentRounds(pack).at(-1);
  if (round === undefined) {
    return null;
  }
  const scores = await listSubmittedScores(database, round.id);
  const recorded = scores.filter(({ submittedAt }) => isRecordedBy(submittedAt, day));
  return { roundTitle: round.label, results: new Map(recorded.map((score) => [score.organisationId, score])) };
}

async function readNewest({ database }: AppContext, limit: number, day: ReadDay) {
  const publications = await listPublishedBy(database, day);
  return publications.slice(0, limit).map(({ footprintName, footprintSlug, publishedAt, illustrative }) => ({
    footprintName,
    href: paths.publishedRoadmap(footprintSlug),
    publishedAt,
    illustrative,
  }));
}

async function readExemplars({ database }: AppContext, organisationId: string, day: ReadDay): Promise<Slot | null> {
  const exemplars = (await listExemplarsOf(database, organisationId)).filter(({ designatedAt }) =>
    isRecordedBy(designatedAt, day),
  );
  const content = (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {exemplars.map(({ exemplarId, title, designatedAt }) => (
        <li key={exemplarId}>
          <a href={paths.exemplar(exemplarId)}>{title}</a>, designated on {formatDate(designatedAt)}
        </li>
      ))}
    </ul>
  );
  return exemplars.length === 0 ? null : { content, illustrative: exemplars.some(({ illustrative }) => illustrative) };
}

const HITS_SHOWN = 10;

async function searchElsewhere({ database }: AppContext, term: string): Promise<SearchGroup[]> {
  const [publications, exemplars] = await Promise.all([
    listPublications(database),
    listExemplars(database, {
      search: term,
      states: ['designated'],
      groupId: '',
      typeIds: null,
    }),
  ]);
  const words = term.toLowerCase();
  const roadmaps = publications.filter(
    ({ isLatest, footprintName }) => isLatest && footprintName.toLowerCase().includes(words),
  );
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
