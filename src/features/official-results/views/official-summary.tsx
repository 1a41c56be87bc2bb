import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import type { Day } from '../../directory/index.ts';
import type { OfficialPicture, SummaryRow } from '../official-picture.ts';

/** What others have published of the whole country, in short: one measure by care setting, and where the rest is. */
export function OfficialSummary({ pictures, day }: { pictures: readonly OfficialPicture[]; day: Day }) {
  return pictures.map(({ release, summary: { measure, years, rows } }) => (
    <div key={release.series}>
      <p>
        {release.title}. Published by {release.publisher} on {formatDate(release.publishedOn)}. The scores are theirs;
        the medians of each care setting are worked out here.
      </p>
      <DataTable
        caption={`${measure}: medians`}
        rows={rows}
        rowKey={({ careSetting }) => careSetting}
        columns={[
          { heading: 'Care setting', isRowHeading: true, cell: ({ careSetting }: SummaryRow) => careSetting },
          { heading: 'n', numeric: true, cell: ({ n }: SummaryRow) => n },
          ...years.map((year, index) => ({
            heading: String(year),
            numeric: true,
            cell: ({ medians }: SummaryRow) => medians[index] ?? '–',
          })),
          ...(years.length < 2 ? [] : [{ heading: 'Since the year before', cell: ({ change }: SummaryRow) => change }]),
        ]}
      />
      <p>
        <a href={day.link(paths.nationalResults())}>Every measure, by care setting</a>, and{' '}
        <a href={day.link(paths.officialResults({ series: release.series }))}>each organisation by name</a>.
      </p>
    </div>
  ));
}
