import { paths } from '../../../paths.ts';
import { by, compareNames } from '../../../platform/compare.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import {
  AsAtLine,
  DataSources,
  type Day,
  planningWords,
  recordedByPastDay,
  type Source,
} from '../../directory/index.ts';
import {
  BoundaryMapSection,
  HexagonMap,
  MapFrame,
  type MapKey,
  type MeasuredMap,
  mapQuery,
  type StpOnMap,
} from '../../map/index.ts';
import { type OfficialPicture, OfficialSummary } from '../../official-results/index.ts';
import type { PublicationRow } from '../../publication/index.ts';
import type { Counted } from '../facts/footprint-count.ts';
import { CoverageNote } from '../lists/coverage-note.tsx';
import { SearchBox } from '../search/search-box.tsx';
import type { HomeFigure, RunningRound, UpcomingDate } from './home-view.ts';

export interface HomePageProps {
  readonly serviceName: string;
  /** What the programme is about, in a sentence. */
  readonly summary: string;
  readonly day: Day;
  /** The present: assessments and roadmaps are counted as they stand. */
  readonly now: Date;
  readonly figures: readonly HomeFigure[];
  readonly footprintCount: number;
  readonly counted: Counted;
  readonly stps: readonly StpOnMap[];
  readonly legend: readonly MapKey[];
  /** The areas by what is published of their boards, where nobody plans yet; null otherwise. */
  readonly boardMap: MeasuredMap | null;
  readonly publications: readonly PublicationRow[];
  /** Whether a round of planning is on record. */
  readonly isPlanned: boolean;
  /** What others have published, where nobody has answered here. */
  readonly official: readonly OfficialPicture[];
  readonly running: readonly RunningRound[];
  readonly dates: readonly UpcomingDate[];
  readonly hasCommitments: boolean;
  readonly sources: readonly Source[];
  /** What a demonstration lets its visitor do: take part in a story, or look on; null in a real service. */
  readonly trial: 'story' | 'present' | null;
}

/** The way in for everyone: what this is, find your area, how far England has come. */
export function HomePage(props: HomePageProps) {
  const { day } = props;
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <h1>{props.serviceName}</h1>
          <p className="nhsuk-lede-text">{props.summary}</p>
          <SearchBox
            action={paths.findArea()}
            label="Find your area"
            hint="A place, an organisation, its code or its postcode. For example: Doncaster, King’s College, RP5"
            term=""
            day={day}
          />
        </div>
        {props.trial !== null && (
          <div className="nhsuk-grid-column-one-third">
            <TryIt trial={props.trial} />
          </div>
        )}
      </div>
      <Running rounds={props.running} />
      <FigureList figures={props.figures} />
      <p className="ldr-figure-note">
        {day.isToCome
          ? `Footprints and organisations of ${formatDate(day.asAt)} as far as they are known today`
          : `Footprints and organisations as they stood on ${formatDate(day.asAt)}`}
        ; assessments and roadmaps on this service{' '}
        {recordedByPastDay(day) === null ? `as they stand today, ${formatDate(props.now)}` : 'as recorded by that day'}.
      </p>
      <Official {...props} />
      {props.boardMap === null ? <MapSection {...props} /> : <BoardMap {...props} map={props.boardMap} />}
      <div className="nhsuk-grid-row">
        {(props.isPlanned || props.publications.length > 0) && (
          <div className="nhsuk-grid-column-one-half">
            <Publications publications={props.publications} />
          </div>
        )}
        <div className="nhsuk-grid-column-one-half">
          <Dates {...props} />
        </div>
      </div>
      <WaysIn />
      <AsAtLine day={day} path={paths.home()} />
      <DataSources sources={props.sources} />
    </>
  );
}

/** Of a demonstration only: in a real service nobody can be somebody else. */
function TryIt({ trial }: { trial: NonNullable<HomePageProps['trial']> }) {
  return (
    <section className="nhsuk-inset-text" aria-labelledby="try-heading">
      <h2 id="try-heading" className="nhsuk-heading-m">
        Try it
      </h2>
      <p>
        {trial === 'story'
          ? 'This is a demonstration, in which you can take a footprint from its first answers to a published roadmap, as each of the people whose work that is. They are invented, and need no password.'
          : 'This is a demonstration: you can plan a round, look over answers and run the service, as the people whose work that is. They are invented, and need no password.'}
      </p>
      <ButtonLink href={paths.personas()}>Choose who to be</ButtonLink>
    </section>
  );
}

/** What the programme is at now. */
function Running({ rounds }: { rounds: readonly RunningRound[] }) {
  return rounds.map(({ id, label, until }) => (
    <p key={id}>
      <strong>{label} is under way.</strong> {until}
    </p>
  ));
}

function FigureList({ figures }: { figures: readonly HomeFigure[] }) {
  return (
    <ul className="ldr-numbers ldr-numbers--links">
      {figures.map((figure) => (
        <li key={figure.label}>
          <a href={figure.href}>
            <strong>{figure.value}</strong> {figure.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What there is to read before anything was answered here. */
function Official({ official, day }: HomePageProps) {
  return official.length === 0 ? null : (
    <section aria-labelledby="official-heading">
      <h2 id="official-heading">Official results</h2>
      <OfficialSummary pictures={official} day={day} />
    </section>
  );
}

/** How digital each area is by what is published, before anybody plans. */
function BoardMap({ map, stps, day }: HomePageProps & { readonly map: MeasuredMap }) {
  return (
    <BoundaryMapSection
      map={map}
      heading="Areas"
      explanation={`Each hexagon is one of the ${stps.length} areas of England with ${planningWords(day.asAt).hasWithArticle}, and a link to its page.`}
      placeHeading="Area"
      canSwitch={false}
      linkTo={(options) => day.link(`${paths.footprints(mapQuery(options))}#map`)}
    />
  );
}

function MapSection(props: HomePageProps) {
  const { stps, day, isPlanned } = props;
  return (
    <section aria-labelledby="map-heading" className="ldr-map-section">
      <h2 id="map-heading">{isPlanned ? 'How far each area has come' : 'Areas'}</h2>
      <p>A footprint is a group of neighbouring organisations that write one roadmap together.</p>
      {stps.length === 0 ? <NoAreas day={day} /> : <StpMap {...props} />}
    </section>
  );
}

/** The areas came after the first footprints, so that on the early days there is nothing to draw. */
function NoAreas({ day }: Pick<HomePageProps, 'day'>) {
  return (
    <p className="ldr-empty">
      No {planningWords(day.asAt).has} areas are recorded on {formatDate(day.asAt)}, so there is no map.{' '}
      <a href={day.link(paths.footprints())}>See the footprints of that day</a>
    </p>
  );
}

function StpMap({ stps, legend, footprintCount, counted, day, isPlanned }: HomePageProps) {
  return (
    <>
      <p>
        Each hexagon is one of the {stps.length} areas of England with {planningWords(day.asAt).hasWithArticle}
        {isPlanned ? '. It shows the footprint in it that has come furthest.' : ', and a link to its page.'}
      </p>
      <MapFrame
        map={
          <HexagonMap
            id="england"
            title="England by area, shaded by how far roadmaps have come"
            description="Each hexagon is a link to one area. Areas keep roughly their place: north at the top. The table beneath says the same in words."
            cells={stps.map((stp) => stp.cell)}
            legend={legend}
          />
        }
        notes={
          <>
            <CoverageNote recorded={footprintCount} counted={counted} day={day} />
            <p>
              <a href={day.link(`${paths.footprints()}#map`)}>Shade the map by another measure</a>
            </p>
          </>
        }
        table={<StpTable stps={stps} />}
      />
    </>
  );
}

function StpTable({ stps }: { stps: readonly StpOnMap[] }) {
  return (
    <DataTable
      caption="Footprints and stage by area"
      captionIsHidden
      rows={stps.toSorted(by(({ name }) => name, compareNames))}
      rowKey={(stp) => stp.name}
      columns={[
        { heading: 'Area', isRowHeading: true, cell: (stp) => <a href={stp.href}>{stp.name}</a> },
        {
          heading: 'Footprints',
          cell: (stp) => (stp.footprints.length === 0 ? 'None recorded' : <FootprintLinks stp={stp} />),
        },
        { heading: 'Furthest stage', cell: (stp) => (stp.furthest === null ? '–' : stp.furthest.label) },
      ]}
    />
  );
}

function FootprintLinks({ stp }: { stp: StpOnMap }) {
  return (
    <>
      {stp.footprints.map((footprint, index) => (
        <span key={footprint.href}>
          {index > 0 && <br />}
          <a href={footprint.href}>{footprint.name}</a>
        </span>
      ))}
    </>
  );
}

function Publications({ publications }: { publications: readonly PublicationRow[] }) {
  return (
    <section aria-labelledby="publications-heading">
      <h2 id="publications-heading">Newest roadmaps</h2>
      {publications.length === 0 ? (
        <p className="ldr-empty">
          No roadmap has been published yet. Once a roadmap is reviewed and cleared, you can read it here.
        </p>
      ) : (
        <ul className="ldr-lines">
          {publications.map((publication) => (
            <li key={publication.footprintId}>
              <a href={paths.publishedRoadmap(publication.footprintSlug)}>{publication.footprintName}</a>
              <span className="ldr-line-note">
                Published {formatDate(publication.publishedAt)}
                {publication.illustrative && ' (illustrative)'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Dates({ dates, hasCommitments }: Pick<HomePageProps, 'dates' | 'hasCommitments'>) {
  return (
    <section aria-labelledby="dates-heading">
      <h2 id="dates-heading">What is due next</h2>
      {dates.length === 0 ? (
        <p className="ldr-empty">No date that lies ahead is recorded.</p>
      ) : (
        <ol className="ldr-lines">
          {dates.map((date) => (
            <li key={date.id}>
              <strong>{date.date}</strong> <span className="ldr-line-note">{date.away}</span>
              <br />
              {date.title}
            </li>
          ))}
        </ol>
      )}
      {hasCommitments && (
        <p>
          <a href={`${paths.insights()}#commitments`}>All commitments and their dates</a>
        </p>
      )}
    </section>
  );
}

const waysIn = [
  { href: paths.footprints(), title: 'Footprints', text: 'Who plans with whom, and how far each roadmap has come' },
  {
    href: paths.organisations(),
    title: 'Organisations',
    text: 'Every trust, commissioner and council, with its codes and footprint',
  },
  {
    href: paths.insights(),
    title: 'Insights',
    text: 'What assessments, roadmaps and official results say about England',
  },
  { href: paths.exemplars(), title: 'Exemplars', text: 'What worked elsewhere, what it cost and whom to ask' },
  { href: paths.data(), title: 'Data', text: 'Files and an API for everything that is public here' },
] as const;

function WaysIn() {
  return (
    <nav aria-label="Ways in">
      <ul className="ldr-cards">
        {waysIn.map((way) => (
          <li key={way.href} className="nhsuk-card nhsuk-card--clickable">
            <div className="nhsuk-card__content">
              <h2 className="nhsuk-card__heading nhsuk-heading-s">
                <a className="nhsuk-card__link" href={way.href}>
                  {way.title}
                </a>
              </h2>
              <p className="nhsuk-card__description">{way.text}</p>
            </div>
          </li>
        ))}
      </ul>
    </nav>
  );
}
