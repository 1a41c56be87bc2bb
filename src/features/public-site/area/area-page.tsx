import { paths } from '../../../paths.ts';
import { type Column, DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { countOf, formatNumber } from '../../../views/format.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import {
  type Area,
  type AreaRef,
  AsAtLine,
  countedInWords,
  DataSources,
  type Day,
  type Footprint,
  isPlanningKind,
  planningKindOn,
  planningWords,
  type Source,
  StandingKey,
  StatusNote,
  standingOf,
  sumPopulation,
} from '../../directory/index.ts';
import { StageTag } from '../../footprint-stage/index.ts';
import {
  type AreaPast,
  type Lineage,
  lineageRows,
  nameRows,
  otherNames,
  type TimelineEntry,
  TimelineSection,
} from '../../history/index.ts';
import { BoundaryMapSection, HexagonMap, type MapCell, type MeasuredMap, mapQuery } from '../../map/index.ts';
import {
  AreaResultsSection,
  OfficialResultsSection,
  type ReleaseView,
  type ResultsInArea,
} from '../../official-results/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { AreaLinks } from '../facts/area-links.tsx';
import { datesInWords } from '../facts/footprint-words.ts';
import type { TypeGroup } from '../facts/group-by-type.ts';
import { kindLabel } from '../facts/kind-label.ts';
import { Provenance } from '../facts/provenance.tsx';
import { SinceBoards } from '../facts/since-boards.tsx';
import type { FootprintRow } from '../lists/footprint-list.ts';
import type { OrganisationInArea } from './area-organisations-repository.ts';
import { type AreaOrganisations, coverageWords, otherStps } from './area-view.ts';

export interface AreaPageProps {
  readonly day: Day;
  readonly pack: ProgrammePack;
  readonly area: Area;
  /** Of an STP its region, of a region its STPs. */
  readonly related: readonly AreaRef[];
  readonly footprints: readonly FootprintRow[];
  readonly organisations: AreaOrganisations;
  readonly past: AreaPast;
  readonly lineage: Lineage;
  readonly timeline: readonly TimelineEntry[];
  /** What others published of its board by the day. */
  readonly officialReleases: readonly ReleaseView[];
  /** What others published of the organisations in it. */
  readonly resultsHere: ResultsInArea;
  readonly mapCells: readonly MapCell[];
  /** The area along its boundaries; null while it is shown among hexagons. */
  readonly map: MeasuredMap | null;
  readonly canDrawBoundaries: boolean;
  readonly sources: readonly Source[];
}

/** An STP or region: who is in it, and which footprints. */
export function AreaPage(props: AreaPageProps) {
  const { area, day, pack, organisations } = props;
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <h1>
            <span className="nhsuk-caption-xl">{kindLabel(pack, area.kind)}</span>
            {area.name}
          </h1>
          <SummaryList rows={facts(props)} />
          <StandingKey standings={[standingOf(area.standing, area.source)]} />
        </div>
        <div className="nhsuk-grid-column-one-third">
          <HexagonMap
            id="where"
            title={`Where ${area.name} lies`}
            description={`England by ${planningWords(day.asAt).area}, north at the top. The area shown on this page has a heavy outline. Each hexagon is a link.`}
            cells={props.mapCells}
            legend={[]}
            small
          />
          <MapLink {...props} />
        </div>
      </div>
      <AreaMap {...props} />
      <Footprints {...props} />
      <Ccgs {...props} />
      <OrganisationList
        id="boards"
        heading="Integrated care boards"
        groups={organisations.boards}
        area={area}
        day={day}
      />
      <OrganisationList
        id="locations"
        heading="Places of boards (sub-ICB locations)"
        groups={organisations.locations}
        area={area}
        day={day}
      />
      <OrganisationList id="providers" heading="NHS providers" groups={organisations.providers} area={area} day={day} />
      <OrganisationList id="others" heading="Councils and others" groups={organisations.others} area={area} day={day} />
      <OfficialResultsSection
        day={day}
        name={area.name}
        releases={props.officialReleases}
        hrefOf={(code) => paths.area(area.kind, code)}
      />
      <AreaResultsSection day={day} name={area.name} code={area.code} results={props.resultsHere} />
      <TimelineSection day={day} pack={pack} isArea entries={props.timeline} sources={props.sources} />
      <AsAtLine
        day={day}
        path={paths.area(area.kind, area.code)}
        keep={props.map === null ? {} : mapQuery(props.map.options)}
      />
      <DataSources sources={props.sources} />
    </>
  );
}

function MapLink({ area, day, map, canDrawBoundaries }: AreaPageProps) {
  const href = day.link(`${paths.area(area.kind, area.code, { map: 'boundaries' })}#map`);
  return canDrawBoundaries && map === null ? (
    <p>
      <a href={href}>Show {area.name} along its boundaries</a>
    </p>
  ) : null;
}

function AreaMap({ area, day, map }: AreaPageProps) {
  return map === null ? null : (
    <BoundaryMapSection
      map={map}
      heading={`${area.name} on the map`}
      explanation="Each footprint here is drawn whole along the borders of its CCGs. CCGs whose footprint is not recorded stand alone."
      placeHeading="Footprint or CCG"
      canSwitch
      linkTo={(options) => day.link(`${paths.area(area.kind, area.code, mapQuery(options))}#map`)}
    />
  );
}

function facts({ area, day, related, organisations, past, lineage }: AreaPageProps): SummaryRow[] {
  const isPlanning = isPlanningKind(area.kind);
  return [
    { key: area.kind === 'stp' ? 'ONS code' : 'ODS code', value: area.code },
    ...nameRows(otherNames(past.records, day.asAt)),
    ...lineageRows(lineage, day),
    { key: isPlanning ? 'Region' : planningWords(day.asAt).areas, value: <AreaLinks areas={related} day={day} /> },
    { key: 'People registered', value: <PopulationFact area={area} ccgs={organisations.ccgs} day={day} /> },
    { key: 'How we know', value: <Provenance standing={area.standing} source={area.source} note={area.note} /> },
  ];
}

function PopulationFact({ area, ccgs, day }: { area: Area; ccgs: readonly OrganisationInArea[]; day: Day }) {
  const population = sumPopulation(ccgs);
  if (population.total === null) {
    return <>Not known</>;
  }
  const shared = ccgs.filter((ccg) => otherStps(ccg, area).length > 0);
  return (
    <>
      {formatNumber(population.total)}
      <span className="ldr-line-note">
        On the lists of the GP practices of {countedInWords(population)}, on {datesInWords(population)}.
        {shared.length > 0 &&
          ` ${shared.map(({ name }) => name).join(', ')} also lies in another ${planningWords(day.asAt).area} and is counted in full in both.`}
      </span>
    </>
  );
}

function Footprints({ area, footprints, day, pack }: AreaPageProps) {
  return (
    <section aria-labelledby="footprints">
      <h2 id="footprints">Footprints</h2>
      <SinceBoards day={day} factsOn={pack.factsOn} before={{ href: paths.footprints(), text: 'all footprints' }} />
      <DataTable
        caption="Footprints in this area with organisations and stage"
        captionIsHidden
        rows={footprints}
        rowKey={(row) => row.footprint.areaId}
        empty="No footprint is recorded here. There was at least one, but no document found describes it."
        columns={[
          {
            heading: 'Footprint',
            isRowHeading: true,
            cell: ({ footprint }) => <FootprintName footprint={footprint} area={area} day={day} />,
          },
          ...(isPlanningKind(area.kind) ? [] : [stpColumn(day)]),
          {
            heading: 'Organisations',
            numeric: true,
            cell: ({ memberCount }) => (memberCount === 0 ? 'Not recorded' : formatNumber(memberCount)),
          },
          { heading: 'Stage', cell: ({ stage }) => <StageTag stage={stage.publicStage} /> },
        ]}
      />
    </section>
  );
}

function stpColumn(day: Day): Column<FootprintRow> {
  return {
    heading: planningWords(day.asAt).area,
    cell: ({ footprint }) => <AreaLinks areas={footprint.stps} day={day} />,
  };
}

function Ccgs({ area, organisations, day }: AreaPageProps) {
  // Boards came in the place of CCGs.
  if (organisations.ccgs.length === 0 && planningKindOn(day.asAt) === 'icb') {
    return null;
  }
  return (
    <section aria-labelledby="ccgs">
      <h2 id="ccgs">Clinical commissioning groups (CCGs)</h2>
      <p>{coverageWords(organisations)}</p>
      <DataTable
        caption="CCGs with their footprint and registered patients"
        captionIsHidden
        rows={organisations.ccgs}
        rowKey={(ccg) => ccg.organisationId}
        empty="No CCG is recorded here."
        columns={[
          { heading: 'CCG', isRowHeading: true, cell: (ccg) => <Name organisation={ccg} area={area} day={day} /> },
          { heading: 'Code', cell: (ccg) => ccg.code },
          {
            heading: 'Footprint',
            cell: (ccg) => <AreaLinks areas={ccg.footprints} day={day} none="Footprint not recorded" />,
          },
          {
            heading: 'Registered patients',
            numeric: true,
            cell: (ccg) => (ccg.registeredPatients === null ? 'Not known' : formatNumber(ccg.registeredPatients.value)),
          },
        ]}
      />
    </section>
  );
}

const LONG_LIST = 40;

interface ListProps {
  readonly id: string;
  readonly heading: string;
  readonly groups: readonly TypeGroup<OrganisationInArea>[];
  readonly area: Area;
  readonly day: Day;
}

/** Organisations by type; a list longer than a few screens is folded away. */
function OrganisationList({ id, heading, groups, area, day }: ListProps) {
  const rows = groups.flatMap(({ type, rows: ofType }) => ofType.map((organisation) => ({ type, organisation })));
  if (rows.length === 0) {
    return null;
  }
  const table = (
    <DataTable
      caption={`${heading} with type and footprint`}
      captionIsHidden
      rows={rows}
      rowKey={({ organisation }) => organisation.organisationId}
      columns={[
        {
          heading: 'Organisation',
          isRowHeading: true,
          cell: ({ organisation }) => <Name organisation={organisation} area={area} day={day} />,
        },
        { heading: 'Code', cell: ({ organisation }) => organisation.code },
        { heading: 'Type', cell: ({ type }) => type.label },
        { heading: 'Footprint', cell: ({ organisation }) => <AreaLinks areas={organisation.footprints} day={day} /> },
      ]}
    />
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span className="ldr-count">({formatNumber(rows.length)})</span>
      </h2>
      {rows.length > LONG_LIST ? (
        <Details summary={`Show ${countOf(rows.length, 'organisation')}`}>{table}</Details>
      ) : (
        table
      )}
    </section>
  );
}

function FootprintName({ footprint, area, day }: { footprint: Footprint; area: Area; day: Day }) {
  const others = isPlanningKind(area.kind) ? footprint.stps.filter(({ areaId }) => areaId !== area.areaId) : [];
  return (
    <>
      <a href={day.link(paths.footprint(footprint.slug))}>{footprint.name}</a>
      {others.length > 0 && <span className="ldr-line-note">Also in {others.map(({ name }) => name).join('; ')}</span>}
    </>
  );
}

function Name({ organisation, area, day }: { organisation: OrganisationInArea; area: AreaRef; day: Day }) {
  const others = otherStps(organisation, area);
  return (
    <>
      <a href={day.link(paths.organisation(organisation.code))}>{organisation.name}</a>
      <StatusNote organisation={organisation} />
      {others.length > 0 && <span className="ldr-line-note">Also in {others.map(({ name }) => name).join('; ')}</span>}
    </>
  );
}
