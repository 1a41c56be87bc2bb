import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../../views/data-table.tsx';
import { countOf, sentenceStart } from '../../../views/format.ts';
import { SelectField } from '../../../views/forms/fields.tsx';
import { FilterForm } from '../../../views/forms/filter-form.tsx';
import { numberedPage, positionWords } from '../../../views/pagination/pagination.ts';
import { PaginationLinks } from '../../../views/pagination/pagination-links.tsx';
import type { PlanningWords } from '../../directory/index.ts';
import type { MappedArea } from '../../map/index.ts';
import type { AssessedWords } from '../../programme/index.ts';
import { type AskedPlace, countUnplaced, coverageByArea } from '../coverage-map.ts';
import type { AskedList } from '../read-asked-coverage.ts';
import { CoverageHeader } from './coverage-header.tsx';
import { CoverageMapSection } from './coverage-map-section.tsx';

const SHOWN = 25;

/** What every list stands in. */
export interface CoverageSurroundings {
  /** The present day. */
  readonly today: string;
  /** Those of the map of the day, and what one is called. */
  readonly areas: readonly MappedArea[];
  /** Ids of the regions and planning areas of the present day. */
  readonly placesNow: ReadonlySet<string>;
  readonly areaWords: PlanningWords;
}

interface Tallied {
  readonly wait: string;
  readonly label: string;
  readonly count: number;
}

interface ListChange {
  readonly page?: number;
  readonly wait?: string;
  readonly area?: string;
  readonly round?: string;
}

interface CoverageFrameProps<Row> extends CoverageSurroundings {
  readonly asked: AskedList<Row, { readonly page: number; readonly round: string }>;
  readonly heading: string;
  /** What is asked: such as `provider` or `footprint`. */
  readonly thing: AssessedWords;
  /** The page beside this one. */
  readonly other: { readonly href: string; readonly text: string };
  readonly filters: ReactNode;
  readonly isFiltered: boolean;
  readonly tally: readonly Tallied[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly placeOf: (row: Row) => AskedPlace;
  /** The address of the list without a filter, of the round that was asked for. */
  readonly everything: string;
  /** The address of the list with something else asked for. */
  readonly linkTo: (change: ListChange) => string;
  readonly fileHref: string;
  /** Between what is counted and the list. */
  readonly children?: ReactNode;
}

/** Who is asked in a round and how far each has come: counted, on a map, and as a list. */
export function CoverageFrame<Row>(props: CoverageFrameProps<Row>) {
  const { asked, thing, linkTo, areaWords } = props;
  const { query, rows, waiting } = asked;
  const page = numberedPage(waiting, query.page, SHOWN);
  const places = rows.map(props.placeOf);
  return (
    <>
      <CoverageHeader
        {...props}
        round={asked.round}
        asked={asked.all.length}
        present={asked.isPresent ? null : linkTo({ round: '', page: 1 })}
      />
      <Filters {...props} />
      <ul className="ldr-numbers ldr-numbers--links" aria-label="Where they stand">
        {props.tally.map(({ wait, label, count }) => (
          <li key={wait}>
            <a href={linkTo({ wait, page: 1 })}>
              <strong>{count}</strong> {label}
            </a>
          </li>
        ))}
      </ul>
      {props.children}
      <CoverageMapSection
        coverage={coverageByArea(props.areas, places)}
        unplaced={countUnplaced(props.areas, places)}
        thing={thing}
        areaWord={areaWords.area}
        linkTo={(area) => linkTo({ area, page: 1 })}
      />
      <DataTable
        caption={`${countOf(waiting.length, thing.one, thing.many)}, by name`}
        rows={page.rows}
        rowKey={props.rowKey}
        empty={`No ${thing.one} matches. Try with fewer filters.`}
        cardsOn="tablet"
        columns={props.columns}
      />
      {page.last > 1 && <p>{positionWords(page.current, page.last)}</p>}
      <PaginationLinks current={page.current} last={page.last} hrefOf={(number) => linkTo({ page: number })} />
      <p>
        <a href={props.fileHref}>Download the list (CSV)</a>
      </p>
    </>
  );
}

/** Where there is but one round, none is chosen. */
function Filters<Row>({ asked, thing, everything, isFiltered, filters }: CoverageFrameProps<Row>) {
  const { choices, round } = asked;
  return (
    <FilterForm
      label={sentenceStart(thing.many)}
      action={everything}
      button={`Show ${thing.many}`}
      isFiltered={isFiltered}
    >
      {choices.length > 1 && (
        <SelectField
          name="round"
          label="Round"
          value={round.id}
          choices={choices.map(({ id, label }) => ({ value: id, label }))}
          errors={[]}
        />
      )}
      {filters}
    </FilterForm>
  );
}
