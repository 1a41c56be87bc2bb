import { paths } from '../../../paths.ts';
import { BarChart, ChartFigure } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { countOf, formatNumber } from '../../../views/format.ts';
import type { AssessedWords } from '../../programme/index.ts';
import type { Coverage } from '../national-statistics.ts';

interface CoverageSectionProps {
  readonly roundLabel: string;
  /** The kinds of organisation that are asked, in words. */
  readonly asked: string;
  readonly coverage: {
    readonly all: Coverage;
    readonly byCareSetting: readonly Coverage[];
    readonly byRegion: readonly Coverage[];
  };
  /** What one of them is called. */
  readonly words: AssessedWords;
  readonly basis: string;
}

/** How many of those asked have submitted, by setting and region, and who has not. */
export function CoverageSection({ roundLabel, asked, words, coverage, basis }: CoverageSectionProps) {
  const { all, byCareSetting, byRegion } = coverage;
  return (
    <>
      <p>
        “{roundLabel}” asked {asked}.{' '}
        {all.missing.length === 0 && all.expected > 1
          ? `All ${countOf(all.expected, words.one, words.many)} have submitted.`
          : `${all.submitted} of ${all.expected} have submitted; ${countOf(all.missing.length, words.one, words.many)} ${all.missing.length === 1 ? 'has' : 'have'} not.`}
      </p>
      {all.submitted > 0 && (
        <div className="ldr-pictures">
          <CoverageFigure id="coverage-settings" heading="By care setting" rows={byCareSetting} basis={basis} />
          <CoverageFigure id="coverage-regions" heading="By region" rows={byRegion} basis={basis} />
        </div>
      )}
      <Missing coverage={all} />
    </>
  );
}

function CoverageFigure({
  id,
  heading,
  rows,
  basis,
}: {
  id: string;
  heading: string;
  rows: readonly Coverage[];
  basis: string;
}) {
  const title = `Share that have submitted, ${heading.toLowerCase()}`;
  const inWords = (row: Coverage) => `${row.submitted} of ${row.expected}`;
  return (
    <ChartFigure
      heading={heading}
      note={`${title}. ${basis}`}
      table={
        <DataTable
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { heading: 'Group', isRowHeading: true, cell: (row) => row.label },
            { heading: 'Asked', numeric: true, cell: (row) => row.expected },
            { heading: 'Submitted', numeric: true, cell: (row) => row.submitted },
            { heading: 'Missing', numeric: true, cell: (row) => row.missing.length },
          ]}
        />
      }
    >
      <BarChart
        id={id}
        title={title}
        description={`${rows.map((row) => `${row.label}: ${inWords(row)}`).join('; ')}.`}
        axis={false}
        bars={rows.map((row) => ({
          id: row.id,
          label: row.label,
          value: (100 * row.submitted) / row.expected,
          valueText: inWords(row),
        }))}
      />
    </ChartFigure>
  );
}

/** Somewhat more than there are providers in England; beyond, a list of names is no help to anybody. */
const MOST_NAMED = 300;

function Missing({ coverage }: { coverage: Coverage }) {
  if (coverage.missing.length === 0) {
    return null;
  }
  return (
    <Details summary={`Who is missing (${coverage.missing.length})`}>
      <ul className="ldr-columns">
        {coverage.missing.slice(0, MOST_NAMED).map((provider) => (
          <li key={provider.organisationId}>
            <a href={paths.organisation(provider.code)}>{provider.name}</a>
          </li>
        ))}
      </ul>
      {coverage.missing.length > MOST_NAMED && (
        <p>
          These are the first {MOST_NAMED} by name. {formatNumber(coverage.missing.length - MOST_NAMED)} more are
          missing.
        </p>
      )}
    </Details>
  );
}
