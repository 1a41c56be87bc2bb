import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { type Choice, SelectField } from '../../../views/fields.tsx';
import { countOf, formatNumber } from '../../../views/format.ts';
import type { Day } from '../as-at.ts';
import type { AreaRef, Source } from '../directory.ts';
import { AreaLinks } from './area-links.tsx';
import { AsAtLine } from './as-at-line.tsx';
import { CoverageNote } from './coverage-note.tsx';
import { DataSources } from './data-sources.tsx';
import {
  type FootprintFilter,
  type FootprintRow,
  filterQuery,
  footprintOrders,
  isFiltered,
  stageChoices,
  type UnrecordedStp,
} from './footprint-list.ts';
import { SearchField } from './search-field.tsx';
import { StageTag } from './stage.tsx';

export interface FootprintsPageProps {
  readonly day: Day;
  readonly filter: FootprintFilter;
  readonly rows: readonly FootprintRow[];
  readonly total: number;
  readonly regions: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
  readonly unrecorded: readonly UnrecordedStp[];
  readonly ccgCount: number;
  readonly recordedCcgCount: number;
  readonly sources: readonly Source[];
}

/** Every footprint that is recorded, and what is not. */
export function FootprintsPage(props: FootprintsPageProps) {
  const { day, filter } = props;
  return (
    <>
      <h1>Footprints</h1>
      <p className="nhsuk-lede-text">
        A footprint is a group of neighbouring health and care organisations that write one digital roadmap together.
      </p>
      <FilterForm {...props} />
      <h2 id="results" className="nhsuk-heading-m">
        {resultWords(props)}
      </h2>
      <FootprintTable {...props} />
      <CoverageNote recorded={props.total} />
      <Unrecorded {...props} />
      <AsAtLine day={day} path={paths.footprints()} keep={filterQuery(filter)} />
      <DataSources sources={props.sources} />
    </>
  );
}

function FilterForm({ day, filter, regions, stps }: FootprintsPageProps) {
  return (
    <search aria-label="Footprints">
      <form method="get" action={paths.footprints()} className="ldr-filters">
        {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
        {filter.order !== 'name' && <input type="hidden" name="sort" value={filter.order} />}
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
            label="STP area"
            placeholder="All STP areas"
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

function resultWords({ rows, total, filter }: FootprintsPageProps): string {
  return isFiltered(filter)
    ? `${formatNumber(rows.length)} of ${countOf(total, 'footprint')}`
    : countOf(total, 'footprint');
}

function FootprintTable(props: FootprintsPageProps) {
  const { day, filter, rows } = props;
  if (rows.length === 0) {
    return <NoneFound {...props} />;
  }
  return (
    <>
      <Orders day={day} filter={filter} />
      <DataTable
        caption="Footprints with region, STP areas, organisations and stage"
        captionIsHidden
        rows={rows}
        rowKey={(row) => row.footprint.areaId}
        columns={[
          {
            heading: 'Footprint',
            isRowHeading: true,
            cell: ({ footprint }) => <a href={day.link(paths.footprint(footprint.slug))}>{footprint.name}</a>,
          },
          {
            heading: 'Region',
            cell: ({ footprint }) => footprint.regions.map(({ name }) => name).join(', ') || 'Not recorded',
          },
          { heading: 'STP area', cell: ({ footprint }) => <AreaLinks areas={footprint.stps} day={day} /> },
          {
            heading: 'Organisations',
            numeric: true,
            cell: ({ memberCount }) => (memberCount === 0 ? 'Not recorded' : formatNumber(memberCount)),
          },
          { heading: 'Stage', cell: ({ stage }) => <StageTag stage={stage} /> },
        ]}
      />
    </>
  );
}

function Orders({ day, filter }: { day: Day; filter: FootprintFilter }) {
  return (
    <p className="ldr-orders">
      Sort by:{' '}
      {footprintOrders.map(({ id, label }, index) => (
        <span key={id}>
          {index > 0 && ' · '}
          {id === filter.order ? (
            <strong>{label}</strong>
          ) : (
            <a href={day.link(`${paths.footprints(filterQuery({ ...filter, order: id }))}#results`)}>{label}</a>
          )}
        </span>
      ))}
    </p>
  );
}

function NoneFound({ day, filter, total }: FootprintsPageProps) {
  if (total === 0) {
    return (
      <p className="ldr-empty">No footprint is recorded for this day. The first ones date from 30 October 2015.</p>
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

function Unrecorded({ unrecorded, ccgCount, recordedCcgCount, day }: FootprintsPageProps) {
  if (unrecorded.length === 0) {
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
