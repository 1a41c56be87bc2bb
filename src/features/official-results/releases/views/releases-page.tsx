import { paths } from '../../../../paths.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { formatDate, formatNumber } from '../../../../views/format.ts';
import { ButtonLink } from '../../../../views/forms/button.tsx';
import { FilesInHand, type Upload } from '../../../directory-import/index.ts';
import type { ReleaseState } from '../release-state.ts';
import type { ReleaseOnRecord } from '../releases-repository.ts';

export interface ReleasesPageProps {
  readonly uploads: readonly Upload[];
  readonly releases: readonly (ReleaseOnRecord & { readonly state: ReleaseState })[];
}

/** What is on record of the results that others publish, and what is on its way there. */
export function ReleasesPage({ uploads, releases }: ReleasesPageProps) {
  return (
    <>
      <h1>Official results</h1>
      <p>
        Scores that others have published, kept as they were published. A file changes nothing before somebody has read
        what it says and confirmed it. What was published does not change: a correction is the next version.
      </p>
      <ButtonLink href={paths.newRelease()}>Bring in results</ButtonLink>
      <FilesInHand uploads={uploads} />
      <DataTable
        caption="Releases on record"
        rows={releases}
        rowKey={({ series, version }) => `${series} ${version}`}
        empty="There are none yet."
        columns={[
          {
            heading: 'Publication',
            isRowHeading: true,
            cell: ({ title, series, version }) => `${title} (${series}, version ${version})`,
          },
          { heading: 'Published', cell: ({ publisher, publishedOn }) => `${formatDate(publishedOn)} by ${publisher}` },
          { heading: 'Rows', numeric: true, cell: ({ rowCount }) => formatNumber(rowCount) },
          {
            heading: 'Brought in',
            cell: ({ recordedAt, recordedByName }) =>
              `${formatDate(recordedAt)}, ${recordedByName ?? 'with the service or its command line'}`,
          },
          { heading: 'State', cell: StateCell },
        ]}
      />
    </>
  );
}

function StateCell({ series, version, publishedOn, state }: ReleasesPageProps['releases'][number]) {
  switch (state.kind) {
    case 'shown':
      return (
        <>
          <a href={paths.officialResults({ series, 'as-at': publishedOn })}>Shown</a>.{' '}
          <a href={paths.newRelease({ after: series })}>Bring in the next version</a>.{' '}
          <a href={paths.withdrawRelease(series, version)}>Withdraw it</a>
        </>
      );
    case 'replaced':
      return `Replaced by version ${state.by} on ${formatDate(state.on)}; still shown for the days before`;
    case 'withdrawn':
      return (
        <>
          Withdrawn on {formatDate(state.on)}: {state.reason} Still shown for the days before.{' '}
          <a href={paths.newRelease({ after: series })}>Bring in the next version</a>
        </>
      );
  }
}
