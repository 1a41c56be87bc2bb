import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import type { Edition } from '../find-edition.ts';

/** Every version that was ever public, and what is different in this one. */
export function VersionTrail({ edition: { footprint, publication, trail, changes } }: { edition: Edition }) {
  const { slug } = footprint;
  return (
    <>
      {changes !== null && (
        <p>
          {changes.sections.length === 0
            ? `No public section differs from version ${changes.sinceVersion}.`
            : `Different from version ${changes.sinceVersion}: ${changes.sections.map(({ title }) => title).join('; ')}.`}{' '}
          <a href={paths.publishedChanges(slug, publication.versionNumber)}>Read what changed, word by word</a>
        </p>
      )}
      <DataTable
        caption="Every version that has been public, newest first"
        captionIsHidden
        rows={trail}
        rowKey={({ publicationId }) => publicationId}
        columns={[
          {
            heading: 'Version',
            isRowHeading: true,
            cell: ({ versionNumber }) =>
              versionNumber === publication.versionNumber ? (
                `Version ${versionNumber} (this one)`
              ) : (
                <a href={paths.publishedVersion(slug, versionNumber)}>Version {versionNumber}</a>
              ),
          },
          { heading: 'Published', cell: ({ publishedAt }) => formatDate(publishedAt) },
          {
            heading: 'Endorsed by',
            cell: ({ endorsedCount, memberCount }) => `${endorsedCount} of ${memberCount}`,
          },
          { heading: 'State', cell: ({ isLatest }) => (isLatest ? 'In force' : 'Superseded') },
          {
            heading: 'Data',
            cell: ({ versionNumber }) => (
              <a href={paths.roadmapDownload(slug, versionNumber)}>
                Download<span className="nhsuk-u-visually-hidden"> version {versionNumber}</span>
              </a>
            ),
          },
        ]}
      />
    </>
  );
}
