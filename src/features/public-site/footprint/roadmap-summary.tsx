import { paths } from '../../../paths.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import type { PublicationRow } from '../../publication/index.ts';
import { TrajectoryFigure, type TrajectoryView } from '../../roadmap/index.ts';

export interface RoadmapInShort {
  readonly publication: PublicationRow;
  /** Null where the document has none to show. */
  readonly trajectory: TrajectoryView | null;
}

/** The published roadmap of a footprint in short: what it is, who signed, and where the footprint means to be. */
export function RoadmapSummary({ publication, trajectory }: RoadmapInShort) {
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
