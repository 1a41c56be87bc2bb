import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate } from '../../../views/format.ts';
import { TextField } from '../../../views/forms/fields.tsx';
import { FilterForm } from '../../../views/forms/filter-form.tsx';
import { pageCount, positionWords } from '../../../views/pagination/pagination.ts';
import { PaginationLinks } from '../../../views/pagination/pagination-links.tsx';
import type { PlanningWords } from '../../directory/index.ts';
import type { MappedArea } from '../../map/index.ts';
import type { Round } from '../../programme/index.ts';
import { countUnplaced, coverageByArea } from '../coverage-map.ts';
import { type PlanCoverageQuery, planPartsOf } from '../coverage-query.ts';
import { planBeforeInWords } from '../plan-before-in-words.ts';
import {
  type PlanCoverageRow,
  planDaysLate,
  planExtendedTo,
  planGroupLabels,
  planGroupOf,
  planGroups,
  planWaitLabels,
  planWaitOf,
  planWaitsFor,
} from '../plan-coverage.ts';
import { AreaChoice, areasIn, Choice } from './coverage-filter-form.tsx';
import { CoverageHeader } from './coverage-header.tsx';
import { CoverageMapSection } from './coverage-map-section.tsx';

const SHOWN = 25;

interface PlanCoveragePageProps {
  readonly query: PlanCoverageQuery;
  readonly round: Round;
  /** The present day. */
  readonly today: string;
  readonly all: readonly PlanCoverageRow[];
  /** Of the places asked for. */
  readonly rows: readonly PlanCoverageRow[];
  /** Those of the map of the day, and what one is called. */
  readonly areas: readonly MappedArea[];
  readonly areaWords: PlanningWords;
}

/** Which footprints have not begun their roadmaps, which are stuck, and who waits for whom. */
export function PlanCoveragePage({ query, round, today, all, rows, areas, areaWords }: PlanCoveragePageProps) {
  const asked = rows.filter((row) => query.wait === '' || planGroupOf(row) === query.wait);
  const last = pageCount(asked.length, SHOWN);
  const current = Math.min(query.page, last);
  const places = rows.map(({ stps, submittedOn, round }) => ({
    stps,
    isSubmitted: round.isCurrent && submittedOn !== null,
  }));
  const shown = asked.slice((current - 1) * SHOWN, current * SHOWN);
  return (
    <>
      <CoverageHeader
        heading="Coverage of roadmaps"
        round={round}
        today={today}
        asked={all.length}
        thing="footprint"
        other={{ href: paths.coverage(), text: 'See the coverage of assessments' }}
      />
      <Filters query={query} all={all} areaWords={areaWords} />
      <Tally query={query} rows={rows} />
      <CoverageMapSection
        coverage={coverageByArea(areas, places)}
        unplaced={countUnplaced(areas, places)}
        thing="footprint"
        areaWord={areaWords.area}
        linkTo={(area) => paths.planCoverage(planPartsOf(query, { area, page: 1 }))}
      />
      <DataTable
        caption={`${countOf(asked.length, 'footprint')}, by name`}
        rows={shown}
        rowKey={({ slug }) => slug}
        empty="No footprint matches. Try with fewer filters."
        cardsOn="tablet"
        columns={[
          {
            heading: 'Footprint',
            isRowHeading: true,
            cell: ({ slug, name }) => <a href={paths.roadmap(slug)}>{name}</a>,
          },
          { heading: 'Where it stands', cell: (row) => <WhereItStands row={row} /> },
          { heading: 'Waiting for', cell: whomInWords },
          {
            heading: 'Region',
            cell: ({ regions }) =>
              regions.length === 0 ? 'No region recorded' : regions.map(({ name }) => name).join(', '),
          },
        ]}
      />
      {last > 1 && <p>{positionWords(current, last)}</p>}
      <PaginationLinks
        current={current}
        last={last}
        hrefOf={(page) => paths.planCoverage(planPartsOf(query, { page }))}
      />
      <p>
        <a href={paths.planCoverageFile(planPartsOf(query, { page: 1 }))}>Download the list (CSV)</a>
      </p>
    </>
  );
}

function Filters({ query, all, areaWords }: Pick<PlanCoveragePageProps, 'query' | 'all' | 'areaWords'>) {
  const regions = areasIn(all.flatMap((row) => row.regions));
  return (
    <FilterForm
      label="Footprints"
      action={paths.planCoverage()}
      button="Show footprints"
      isFiltered={[query.find, query.region, query.area, query.wait].some((value) => value !== '')}
    >
      <TextField name="find" label="Name" hint="Part of it will do" type="search" value={query.find} errors={[]} />
      <Choice
        name="region"
        label="Region"
        every="Every region"
        value={query.region}
        choices={regions.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <AreaChoice value={query.area} areas={all.flatMap(({ stps }) => stps)} areaWords={areaWords} />
      <Choice
        name="wait"
        label="Where it stands"
        every="Wherever it stands"
        value={query.wait}
        choices={planGroups.map((value) => ({ value, label: planGroupLabels[value] }))}
      />
    </FilterForm>
  );
}

function Tally({ query, rows }: Pick<PlanCoveragePageProps, 'query' | 'rows'>) {
  const groups = Map.groupBy(rows, planGroupOf);
  return (
    <ul className="ldr-numbers ldr-numbers--links" aria-label="Where they stand">
      {planGroups.flatMap((wait) => {
        const count = groups.get(wait)?.length ?? 0;
        return count === 0 ? (
          []
        ) : (
          <li key={wait}>
            <a href={paths.planCoverage(planPartsOf(query, { wait, page: 1 }))}>
              <strong>{count}</strong> {planGroupLabels[wait]}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function WhereItStands({ row }: { row: PlanCoverageRow }) {
  const { round, before, dueOn } = row;
  const late = planDaysLate(row) ?? 0;
  const extendedTo = planExtendedTo(row);
  return (
    <>
      {planWaitLabels[planWaitOf(row)]}
      {late > 0 && `, submitted ${countOf(late, 'day')} late`}
      {!round.isCurrent && <Line text={`${round.label}, due ${formatDate(dueOn)}`} />}
      {before !== null && <Line text={planBeforeInWords(before)} />}
      {extendedTo !== null && <Line text={`Extended to ${formatDate(extendedTo)}`} />}
    </>
  );
}

function Line({ text }: { text: string }) {
  return (
    <>
      <br />
      {text}
    </>
  );
}

const MOST_NAMES = 5;

/** The first of them, and how many more there are: a card on a phone stays short, and the file has all. */
function whomInWords(row: PlanCoverageRow): string {
  const names = planWaitsFor(row);
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length <= MOST_NAMES ? shown || '–' : `${shown} and ${names.length - MOST_NAMES} more`;
}
