import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { ButtonLink } from '../../../views/button.tsx';
import { countOf, formatDate } from '../../../views/format.ts';
import type { ReadDay } from '../../directory/index.ts';
import type { PublicationRow } from '../../publication/index.ts';
import { documentTrajectory, getFrozenDocument, TrajectoryFigure, type TrajectoryView } from '../../roadmap/index.ts';
import type { Slot } from '../public-site-reads.ts';
import { findPublishedBy } from '../published-by.ts';

/** The published roadmap of a footprint in short: what it is, who signed, and where the footprint means to be. */
export async function readRoadmapSummary({ database }: AppContext, areaId: string, day: ReadDay): Promise<Slot | null> {
  const publication = await findPublishedBy(database, areaId, day);
  if (publication === null) {
    return null;
  }
  const document = await getFrozenDocument(database, publication.versionId);
  const trajectory = document === null ? null : documentTrajectory(document);
  const content = <RoadmapSummary publication={publication} trajectory={trajectory} />;
  return { content, illustrative: publication.illustrative };
}

interface RoadmapSummaryProps {
  readonly publication: PublicationRow;
  readonly trajectory: TrajectoryView | null;
}

function RoadmapSummary({ publication, trajectory }: RoadmapSummaryProps) {
  const { footprintSlug: slug, versionNumber, publishedAt, endorsedCount, memberCount, isLatest } = publication;
  return (
    <>
      <p>
        Version {versionNumber}, published on {formatDate(publishedAt)}. {endorsedCount} of{' '}
        {countOf(memberCount, 'organisation')} endorsed exactly this version.
      </p>
      <p className="ldr-actions">
        <ButtonLink href={isLatest ? paths.publishedRoadmap(slug) : paths.publishedVersion(slug, versionNumber)}>
          Read the roadmap
        </ButtonLink>
      </p>
      <ul className="nhsuk-list">
        <li>
          <a href={paths.roadmapSignUp(slug)}>Who endorsed it, and on what conditions</a>
        </li>
        <li>
          <a href={paths.roadmapDownload(slug, versionNumber)}>Download it as JSON, to verify or reuse</a>
        </li>
      </ul>
      {trajectory !== null && (
        <>
          <h3>Where it stands and where it is going</h3>
          <TrajectoryFigure view={trajectory} />
        </>
      )}
    </>
  );
}
