import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { countOf, formatDate, formatNumber } from '../../../views/format.ts';
import { type Choice, SelectField } from '../../../views/forms/fields.tsx';
import { pageCount } from '../../../views/pagination/pagination.ts';
import { PaginationLinks } from '../../../views/pagination/pagination-links.tsx';
import { RefusedNote } from '../../../views/refused-note.tsx';
import {
  type AreaRef,
  AsAtLine,
  DataSources,
  type Day,
  onDay,
  planningKindOn,
  planningWords,
  type Source,
} from '../../directory/index.ts';
import { BoundaryMapSection, type MeasuredMap, mapQuery } from '../../map/index.ts';
import { pageSizes } from '../../search/index.ts';
import type { Counted } from '../facts/footprint-count.ts';
import { SinceBoards } from '../facts/since-boards.tsx';
import { CoverageNote } from './coverage-note.tsx';
import {
  type FootprintRow,
  type FootprintsQuery,
  footprintQueryParts,
  isFiltered,
  stageChoices,
  type UnrecordedStp,
} from './footprint-list.ts';
import { FootprintsTable } from './footprints-table.tsx';
import { DownloadLinks, PageSizes } from './list-frame.tsx';
import { SearchField } from './search-field.tsx';

export interface FootprintsPageProps {
  readonly day: Day;
  /** The day of whose state of affairs most is on record. */
  readonly factsOn: string;
  readonly query: FootprintsQuery;
  /** What was asked for and left out, in sentences. */
  readonly refused: readonly string[];
  /** Those on this page. */
  readonly rows: readonly FootprintRow[];
  /** How many the filter leaves, on this page or not. */
  readonly found: number;
  /** How many there are. */
  readonly total: number;
  readonly counted: Counted;
  readonly regions: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
  readonly unrecorded: readonly UnrecordedStp[];
  readonly ccgCount: number;
  readonly recordedCcgCount: number;
  readonly map: MeasuredMap;
  /** Whether boundaries are there to be shown as well as hexagons. */
  readonly canSwitchMap: boolean;
  readonly sources: readonly Source[];
}

/** Every footprint that is recorded, and what is not. */
export function FootprintsPage(props: FootprintsPageProps) {
  const { day, query, found } = props;
  const parts = { ...footprintQueryParts(query), ...mapQuery(props.map.options) };
  const listHref = (change: Partial<FootprintsQuery> = {}) => {
    const page = change.page === undefined || change.page === 1 ? '' : String(change.page);
    const wanted = footprintQueryParts({ ...query, ...change });
    return day.link(`${paths.footprints({ ...parts, ...wanted, page })}#results`);
  };
  return (
    <>
      <h1>Footprints</h1>
      <p className="nhsuk-lede-text">
        A footprint is a group of neighbouring health and care organisations that write one digital roadmap together.
      </p>
      <p>
        <a href={day.link(paths.compareFootprints())}>Compare two footprints</a>
      </p>
      <FilterForm {...props} />
      <RefusedNote refused={props.refused} />
      <h2 id="results" className="nhsuk-heading-m">
        {resultWords(props)}
      </h2>
      <SinceBoards day={day} factsOn={props.factsOn} before={{ href: paths.footprints(parts), text: 'this list' }} />
      {found === 0 ? <NoneFound {...props} /> : <FootprintsTable {...props} sortedBy={(sort) => listHref({ sort })} />}
      <PaginationLinks current={query.page} last={pageCount(found, query.size)} hrefOf={(page) => listHref({ page })} />
      {found > 0 && (
        <>
          {props.total > smallestPage && <PageSizes size={query.size} hrefOf={(size) => listHref({ size })} />}
          <DownloadLinks
            what={isFiltered(query.filter) ? `these ${countOf(found, 'footprint')}` : 'all of them'}
            hrefOf={(format) => day.link(paths.footprints({ ...footprintQueryParts(query), size: '', format }))}
          />
        </>
      )}
      <CoverageNote recorded={props.total} counted={props.counted} day={day} />
      <FootprintMap {...props} />
      <Unrecorded {...props} />
      <AsAtLine day={day} path={paths.footprints()} keep={parts} />
      <DataSources sources={props.sources} />
    </>
  );
}

const [smallestPage] = pageSizes;

function FootprintMap({ map, canSwitchMap, query, day }: FootprintsPageProps) {
  const isByStp = map.picture.kind === 'hexagons';
  return (
    <BoundaryMapSection
      map={map}
      heading="All footprints on the map"
      explanation={
        isByStp
          ? `Each hexagon is one area of England with ${planningWords(day.asAt).hasWithArticle}, whatever is filtered above.`
          : 'Each footprint is drawn along the borders of its CCGs, whatever is filtered above. CCGs whose footprint is not recorded stand alone.'
      }
      placeHeading={isByStp ? planningWords(day.asAt).area : 'Footprint or CCG'}
      canSwitch={canSwitchMap}
      linkTo={(options) => day.link(`${paths.footprints({ ...footprintQueryParts(query), ...mapQuery(options) })}#map`)}
    />
  );
}

function FilterForm({ day, query, regions, stps, map }: FootprintsPageProps) {
  const { filter } = query;
  const { sort = '', size = '' } = footprintQueryParts(query);
  const kept = Object.entries({ sort, size, ...mapQuery(map.options) }).filter(([, value]) => value !== '');
  return (
    <search aria-label="Footprints">
      <form method="get" action={paths.footprints()} className="ldr-filters">
        {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchField label="Name, place, organisation or code" value={filter.search} />
        <div className="ldr-filters__choices">
          <SelectField
            name="region"
            label="Region"
            placeholder="All regions"
            choices={regions.map(areaChoice)}
            value={filter.region}
          />
          <SelectField
            name="stp"
            label={planningWords(day.asAt).area}
            placeholder={`All ${planningWords(day.asAt).areas}`}
            choices={stps.map(areaChoice)}
            value={filter.stp}
          />
          <SelectField
            name="stage"
            label="Stage"
            placeholder="All stages"
            choices={stageChoices}
            value={filter.stage}
          />
        </div>
        <button className="nhsuk-button nhsuk-button--small" type="submit">
          Show footprints
        </button>
        {isFiltered(filter) && (
          <a className="ldr-filters__clear" href={day.link(paths.footprints())}>
            Show all
          </a>
        )}
      </form>
    </search>
  );
}

function areaChoice(area: AreaRef): Choice {
  return { value: area.code, label: area.name };
}

function resultWords({ found, total, query }: FootprintsPageProps): string {
  const all = countOf(total, 'footprint');
  const last = pageCount(found, query.size);
  const position = last === 1 ? '' : `, page ${query.page} of ${last}`;
  return `${isFiltered(query.filter) ? `${formatNumber(found)} of ${all}` : all}${position}`;
}

function NoneFound({ day, factsOn, query: { filter }, total }: FootprintsPageProps) {
  if (total === 0) {
    return (
      <p className="ldr-empty">
        No footprint is recorded for this day.{' '}
        <a href={onDay(paths.footprints(), factsOn)}>See those of {formatDate(factsOn)}</a>
      </p>
    );
  }
  return (
    <p className="ldr-empty">
      No footprint matches. Try fewer words or filters
      {filter.search !== '' && (
        <>
          , or <a href={day.link(paths.search(filter.search))}>search everything for “{filter.search}”</a>
        </>
      )}
      . Your area may also be one whose footprint is not recorded: see the list below.
    </p>
  );
}

/** In a programme of the days of CCGs. */
function Unrecorded({ unrecorded, ccgCount, recordedCcgCount, day, factsOn }: FootprintsPageProps) {
  if (unrecorded.length === 0 || planningKindOn(factsOn) !== 'stp') {
    return null;
  }
  return (
    <section aria-labelledby="unrecorded-heading">
      <h2 id="unrecorded-heading">CCGs whose footprint is not recorded</h2>
      <p>
        Every clinical commissioning group (CCG) belonged to a footprint. For {formatNumber(recordedCcgCount)} of{' '}
        {formatNumber(ccgCount)} we know which. The other {formatNumber(ccgCount - recordedCcgCount)} stand under their
        STP area.
      </p>
      <Details summary={`Show ${countOf(unrecorded.length, 'STP area')}`}>
        <DataTable
          caption="CCGs by STP area, and how many of them have no recorded footprint"
          captionIsHidden
          rows={unrecorded}
          rowKey={(stp) => stp.code}
          columns={[
            {
              heading: 'STP area',
              isRowHeading: true,
              cell: (stp) => <a href={day.link(`${paths.area('stp', stp.code)}#ccgs`)}>{stp.name}</a>,
            },
            { heading: 'CCGs', numeric: true, cell: (stp) => formatNumber(stp.ccgCount) },
            { heading: 'Footprint not recorded', numeric: true, cell: (stp) => formatNumber(stp.unrecordedCount) },
          ]}
        />
        <p className="ldr-figure-note">A CCG that lies in two STP areas is counted in both.</p>
      </Details>
    </section>
  );
}
