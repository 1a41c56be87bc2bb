import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, inSentence } from '../../../views/format.ts';
import type { Day } from '../../directory/index.ts';
import type { AreaRelease, AreaRow } from '../area-results.ts';

interface AreaResultsSectionProps {
  readonly day: Day;
  /** Of the area. */
  readonly name: string;
  readonly code: string;
  readonly releases: readonly AreaRelease[];
}

/** What others have published of the organisations in the area of a board, side by side; nothing where there is none. */
export function AreaResultsSection({ day, name, code, releases }: AreaResultsSectionProps) {
  return releases.length === 0 ? null : (
    <section aria-labelledby="results-here">
      <h2 id="results-here">Official results of trusts here</h2>
      {releases.map(({ series, title, publisher, publishedOn, settings }) => (
        <div key={series}>
          <p>
            {title}. Published by {publisher} on {formatDate(publishedOn)}, not worked out here. By name, without ranks.
            Scores can be compared within a care setting, not between two.{' '}
            <a href={day.link(paths.officialResults({ series, board: code }))}>Find and download these results</a>
          </p>
          {settings.map((setting) => (
            <DataTable
              key={setting.id}
              isClose
              caption={`${name}: ${inSentence(setting.careSetting)}`}
              rows={setting.rows}
              rowKey={(row) => `${row.code} ${row.name}`}
              columns={[
                {
                  heading: 'Organisation, as published',
                  isRowHeading: true,
                  cell: (row: AreaRow) => (
                    <a href={day.link(`${paths.organisation(row.code)}#official-results`)}>{row.name}</a>
                  ),
                },
                ...setting.headings.map((heading, index) => ({
                  heading,
                  numeric: true,
                  cell: ({ figures }: AreaRow) => figures[index] ?? '–',
                })),
              ]}
            />
          ))}
        </div>
      ))}
    </section>
  );
}
