import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate } from '../../../views/format.ts';
import { pageCount, positionWords } from '../../../views/pagination/pagination.ts';
import { PaginationLinks } from '../../../views/pagination/pagination-links.tsx';
import { planningWords } from '../../directory/index.ts';
import type { MappedArea } from '../../map/index.ts';
import { dueOnFor, type ProgrammePack, type Round, roundState } from '../../programme/index.ts';
import { type CoverageRow, daysLate, isWaitingAs, tallyWaits, waitLabels, waitOf } from '../coverage.ts';
import { countUnplaced, coverageByArea } from '../coverage-map.ts';
import { type CoverageQuery, partsOf } from '../coverage-query.ts';
import { CoverageFilterForm } from './coverage-filter-form.tsx';
import { CoverageHeader } from './coverage-header.tsx';
import { CoverageMapSection } from './coverage-map-section.tsx';

const SHOWN = 25;

interface CoveragePageProps {
  readonly pack: ProgrammePack;
  readonly query: CoverageQuery;
  readonly round: Round;
  /** The present day. */
  readonly today: string;
  readonly all: readonly CoverageRow[];
  /** Of the places asked for. */
  readonly rows: readonly CoverageRow[];
  readonly mayRemind: boolean;
  /** Those of the map of the day. */
  readonly areas: readonly MappedArea[];
}

/** Who has not begun, who is stuck, and who waits for whom. */
export function CoveragePage({ pack, query, round, today, all, rows, mayRemind, areas }: CoveragePageProps) {
  const asked = rows.filter((row) => isWaitingAs(row, query));
  const last = pageCount(asked.length, SHOWN);
  const current = Math.min(query.page, last);
  const areaWords = planningWords(pack.positionOn);
  const places = rows.map((row) => ({ stps: row.stps, isSubmitted: row.state === 'submitted' }));
  const shown = asked.slice((current - 1) * SHOWN, current * SHOWN);
  return (
    <>
      <CoverageHeader
        heading="Coverage of assessments"
        round={round}
        today={today}
        asked={all.length}
        thing="provider"
        other={{ href: paths.planCoverage(), text: 'See the coverage of roadmaps' }}
      />
      <CoverageFilterForm pack={pack} query={query} roundId={round.id} all={all} areaWords={areaWords} />
      <Tally query={query} rows={rows} />
      {mayRemind && roundState(round, today) === 'open' && (
        <p>
          <a href={paths.remind(partsOf(query, { round: round.id, page: 1 }))}>Remind those who have not submitted</a>
        </p>
      )}
      <CoverageMapSection
        coverage={coverageByArea(areas, places)}
        unplaced={countUnplaced(areas, places)}
        thing="provider"
        areaWord={areaWords.area}
        linkTo={(area) => paths.coverage(partsOf(query, { area, page: 1 }))}
      />
      <DataTable
        caption={`${countOf(asked.length, 'provider')}, by name`}
        rows={shown}
        rowKey={({ organisationId }) => organisationId}
        empty="No provider matches. Try with fewer filters."
        cardsOn="tablet"
        columns={[
          { heading: 'Provider', isRowHeading: true, cell: (row) => <Provider row={row} round={round} /> },
          { heading: 'Where it stands', cell: (row) => <WhereItStands row={row} round={round} /> },
          { heading: 'Who can act', cell: (row) => <WhoCanAct row={row} /> },
          {
            heading: 'Place and setting',
            cell: (row) => <Places row={row} setting={settingLabel(pack, row.careSetting)} />,
          },
        ]}
      />
      {last > 1 && <p>{positionWords(current, last)}</p>}
      <PaginationLinks current={current} last={last} hrefOf={(page) => paths.coverage(partsOf(query, { page }))} />
      <p>
        <a href={paths.coverageFile(partsOf(query, { page: 1 }))}>Download the list (CSV)</a>
      </p>
    </>
  );
}

function Tally({ query, rows }: Pick<CoveragePageProps, 'query' | 'rows'>) {
  return (
    <ul className="ldr-numbers ldr-numbers--links" aria-label="Where they stand">
      {tallyWaits(rows).map(({ wait, count }) => (
        <li key={wait}>
          <a href={paths.coverage(partsOf(query, { wait, page: 1 }))}>
            <strong>{count}</strong> {waitLabels[wait]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Provider({ row: { code, name }, round }: { row: CoverageRow; round: Round }) {
  return (
    <>
      <a href={paths.assessment(code, round.id)}>{name}</a> <span className="ldr-unbroken">{code}</span>
    </>
  );
}

/** On one line, so that a card on a phone stays short. */
function Places({ row: { footprints, regions }, setting }: { row: CoverageRow; setting: string }) {
  const footprint = footprints.length === 0 ? 'No footprint recorded' : footprints.map(({ name }) => name).join(', ');
  const region = regions.length === 0 ? 'No region recorded' : regions.map(({ name }) => name).join(', ');
  return [footprint, region, setting].join(' · ');
}

function WhoCanAct({ row: { state, answerers, signers } }: { row: CoverageRow }) {
  if (state === 'submitted') {
    return 'Nothing is left to do';
  }
  return (
    <>
      Answer: {namesOrNobody(answerers)}
      <br />
      Sign: {namesOrNobody(signers)}
    </>
  );
}

function WhereItStands({ row, round }: { row: CoverageRow; round: Round }) {
  const isBegun = row.state === 'in-progress' || row.state === 'awaiting-authorisation';
  const late = daysLate(row) ?? 0;
  return (
    <>
      {waitLabels[waitOf(row)]}
      {late > 0 && `, ${countOf(late, 'day')} late`}
      {row.dueOn !== dueOnFor(round) && (
        <>
          <br />
          Extended to {formatDate(row.dueOn)}
        </>
      )}
      {isBegun && (
        <>
          <br />
          {row.answered} of {countOf(row.total, 'question')} answered
        </>
      )}
    </>
  );
}

function namesOrNobody(names: readonly string[]): string {
  return names.length === 0 ? 'Nobody' : names.join(', ');
}

function settingLabel({ careSettings }: ProgrammePack, id: string): string {
  return careSettings.find((each) => each.id === id)?.label ?? id;
}
