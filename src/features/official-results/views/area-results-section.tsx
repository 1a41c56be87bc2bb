import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate, inSentence } from '../../../views/format.ts';
import type { Day } from '../../directory/index.ts';
import { wellCased } from '../../directory-import/index.ts';
import type { AreaRelease, AreaRow } from '../areas/area-results.ts';
import type { ResultsInArea } from '../areas/read-area-results.ts';

interface AreaResultsSectionProps {
  readonly day: Day;
  /** Of the area. */
  readonly name: string;
  readonly code: string;
  readonly results: ResultsInArea;
}

/** What others have published of the organisations in an area; nothing on a day on which nothing was published of anybody. */
export function AreaResultsSection({ day, name, code, results }: AreaResultsSectionProps) {
  const { counts, releases } = results;
  if (releases.length > 0) {
    return <SideBySide day={day} name={name} code={code} releases={releases} />;
  }
  return counts.publications === 0 ? null : (
    <section aria-labelledby="results-here">
      <h2 id="results-here">Official results of trusts here</h2>
      {counts.organisations === 0 ? (
        <p>
          No official result is on record of a trust here.{' '}
          <a href={day.link(paths.officialResults())}>See those of other places</a>
        </p>
      ) : (
        <p>
          {countOf(counts.organisations, 'organisation')} here {counts.organisations === 1 ? 'has' : 'have'} results
          that others published.{' '}
          <a href={day.link(paths.officialResults({ region: code }))}>Find and download these results</a>
        </p>
      )}
    </section>
  );
}

interface SideBySideProps extends Omit<AreaResultsSectionProps, 'results'> {
  readonly releases: readonly AreaRelease[];
}

function SideBySide({ day, name, code, releases }: SideBySideProps) {
  return (
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
                    <a href={day.link(`${paths.organisation(row.code)}#official-results`)}>{wellCased(row.name)}</a>
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
