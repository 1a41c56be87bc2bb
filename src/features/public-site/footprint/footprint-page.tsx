import { paths } from '../../../paths.ts';
import { formatDate, formatNumber } from '../../../views/format.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import {
  type AreaRef,
  AsAtLine,
  commissionerWords,
  countedInWords,
  DataSources,
  type Day,
  type Footprint,
  type Member,
  planningKindOn,
  planningWords,
  recordedByPastDay,
  type Source,
  type SourceRef,
  StandingKey,
  standingOf,
} from '../../directory/index.ts';
import { type StageOnDay, StageTag } from '../../footprint-stage/index.ts';
import { type FootprintGovernance, GovernanceSummary } from '../../formation/index.ts';
import {
  AreaNotes,
  type AreaPast,
  type Lineage,
  lineageRows,
  nameRows,
  otherNames,
  type TimelineEntry,
  TimelineSection,
} from '../../history/index.ts';
import { HexagonMap, type MapCell } from '../../map/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { AreaLinks } from '../facts/area-links.tsx';
import { datesInWords, footprintPopulation, inShort, roleGroups } from '../facts/footprint-words.ts';
import { groupByType } from '../facts/group-by-type.ts';
import { insideFootprint } from '../facts/inside-footprint.ts';
import { kindLabel } from '../facts/kind-label.ts';
import { planningKey } from '../facts/planning-key.ts';
import { Provenance } from '../facts/provenance.tsx';
import { SinceBoards } from '../facts/since-boards.tsx';
import { MembersTable } from './members-table.tsx';
import { type RoadmapInShort, RoadmapSummary } from './roadmap-summary.tsx';

export interface FootprintPageProps {
  readonly day: Day;
  readonly pack: ProgrammePack;
  readonly footprint: Footprint;
  readonly members: readonly Member[];
  /** The other footprints that members are in, by organisation id. */
  readonly otherFootprints: ReadonlyMap<string, readonly AreaRef[]>;
  readonly stage: StageOnDay;
  readonly roadmap: RoadmapInShort | null;
  readonly governance: FootprintGovernance | null;
  readonly past: AreaPast;
  readonly lineage: Lineage;
  readonly timeline: readonly TimelineEntry[];
  readonly mapCells: readonly MapCell[];
  readonly sources: readonly Source[];
}

/** One footprint: where it is, its roadmap, and the full list of its organisations. */
export function FootprintPage(props: FootprintPageProps) {
  const { day, footprint, members } = props;
  const [place, ...rest] = inShort(footprint, members, day);
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <h1>
            <span className="nhsuk-caption-xl">{kindLabel(props.pack, 'footprint')}</span>
            {footprint.name}
          </h1>
          <p className="nhsuk-lede-text">{place}</p>
          <p>{rest.join(' ')}</p>
          <OnThisPage />
        </div>
        <div className="nhsuk-grid-column-one-third">
          <HexagonMap
            id="where"
            title={`Where ${footprint.name} lies`}
            description={`England by ${planningWords(day.asAt).area}, north at the top. The areas this footprint lies in have a heavy outline. Each hexagon is a link.`}
            cells={props.mapCells}
            legend={[]}
            small
          />
        </div>
      </div>
      <Facts {...props} />
      <Roadmap {...props} elsewhere={footprint.standing === 'stated' ? footprint.source : null} />
      <Organisations {...props} />
      <Governance governance={props.governance} />
      <TimelineSection day={day} pack={props.pack} isArea entries={props.timeline} sources={props.sources} />
      <AreaNotes notes={props.past.notes} sources={props.sources} />
      <p>
        <a href={day.link(paths.footprintChanges(footprint.slug))}>What changed between two days</a>
      </p>
      <p>
        <a href={day.link(paths.compareFootprints(footprint.slug))}>Compare {footprint.name} with another footprint</a>
      </p>
      <DataLinks footprint={footprint} />
      <AsAtLine day={day} path={paths.footprint(footprint.slug)} />
      <DataSources sources={props.sources} />
    </>
  );
}

function OnThisPage() {
  return (
    <nav aria-label="On this page">
      <ul className="ldr-on-this-page">
        <li>
          <a href="#facts">Facts</a>
        </li>
        <li>
          <a href="#roadmap">Roadmap</a>
        </li>
        <li>
          <a href="#organisations">Organisations</a>
        </li>
        <li>
          <a href="#history">History</a>
        </li>
        <li>
          <a href="#data">Data</a>
        </li>
      </ul>
    </nav>
  );
}

function Facts(props: FootprintPageProps) {
  const { day, footprint, members, stage } = props;
  const leads = members.filter(({ role }) => role === 'lead');
  const associateCount = members.length - insideFootprint(members).length;
  const rows: SummaryRow[] = [
    {
      key: 'Stage of its roadmap',
      value: (
        <>
          <StageTag stage={stage.publicStage} /> <span className="ldr-line-note">{stage.reason}</span>
        </>
      ),
    },
    ...nameRows(otherNames(props.past.records, day.asAt)),
    ...lineageRows(props.lineage, day),
    { key: 'Region', value: <AreaLinks areas={footprint.regions} day={day} /> },
    {
      key: planningKey(footprint, day),
      value: <AreaLinks areas={footprint.stps} day={day} />,
    },
    ...nestedRows(props),
    {
      key: 'Lead',
      value:
        leads.length === 0
          ? 'Not recorded'
          : leads.map((lead) => (
              <a key={lead.code} href={day.link(paths.organisation(lead.code))}>
                {lead.name}
              </a>
            )),
    },
    { key: 'People registered', value: <PopulationFact members={members} day={day} /> },
    { key: 'Organisations', value: <TypeCounts {...props} /> },
    ...(associateCount === 0
      ? []
      : [
          { key: 'Associates', value: `${formatNumber(associateCount)} from outside the footprint, not counted above` },
        ]),
    { key: 'Recorded', value: recordedWords(footprint) },
    {
      key: 'How we know of it',
      value: <Provenance standing={footprint.standing} source={footprint.source} note={footprint.note} />,
    },
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <SummaryList rows={rows} />
      <StandingKey standings={[standingOf(footprint.standing, footprint.source)]} />
    </section>
  );
}

function PopulationFact({ members, day }: Pick<FootprintPageProps, 'members' | 'day'>) {
  const population = footprintPopulation(members);
  if (population.total === null) {
    return <>Not known: {commissionerWords(day.asAt).noFigure}</>;
  }
  return (
    <>
      {formatNumber(population.total)}
      <span className="ldr-line-note">
        On the lists of the GP practices of {countedInWords(population)}, on {datesInWords(population)}. Practice lists
        added up, so people who have moved may count twice.
      </span>
    </>
  );
}

function TypeCounts({ members, pack }: FootprintPageProps) {
  if (members.length === 0) {
    return <>Not recorded</>;
  }
  return (
    <ul className="ldr-plain-list">
      {groupByType(pack, insideFootprint(members)).map(({ type, rows }) => (
        <li key={type.id}>
          {formatNumber(rows.length)} × {rows.length === 1 ? type.label : type.labelPlural}
        </li>
      ))}
    </ul>
  );
}

function recordedWords({ validFrom, validTo }: Footprint): string {
  const from = validFrom === null ? 'from an unknown day' : `from ${formatDate(validFrom)}`;
  return validTo === null ? `${from}; no end recorded` : `${from} until ${formatDate(validTo)}`;
}

/** The footprint this one is part of, and those that are part of it, on the day. */
function nestedRows({ past, day }: FootprintPageProps): SummaryRow[] {
  const nested = past.links.filter(
    ({ area, from, to }) => area.kind === 'footprint' && (from ?? '') <= day.asAt && (to === null || day.asAt < to),
  );
  const row = (key: string, isParent: boolean): SummaryRow[] => {
    const areas = nested.filter((link) => link.isParent === isParent).map(({ area }) => area);
    return areas.length === 0 ? [] : [{ key, value: <AreaLinks areas={areas} day={day} /> }];
  };
  return [...row('Part of', true), ...row('Footprints within it', false)];
}

/** Who answers for a footprint; nothing where nobody knows. */
export function Governance({ governance }: { governance: FootprintGovernance | null }) {
  return governance === null ? null : (
    <section aria-labelledby="governance">
      <h2 id="governance">Who answers for it</h2>
      <GovernanceSummary governance={governance} />
    </section>
  );
}

interface RoadmapProps {
  readonly day: Day;
  readonly footprint: AreaRef;
  readonly roadmap: RoadmapInShort | null;
  /** A published document that speaks of it; null where none is known. */
  readonly elsewhere: SourceRef | null;
}

/** The roadmap in short, or that there is none yet. */
export function Roadmap({ day, footprint, roadmap, elsewhere }: RoadmapProps) {
  return (
    <section aria-labelledby="roadmap">
      <h2 id="roadmap">The roadmap</h2>
      {roadmap === null ? <NoRoadmap day={day} footprint={footprint} /> : <RoadmapSummary {...roadmap} />}
      {roadmap === null && elsewhere?.url && (
        <p>
          What is known of it stands in <a href={elsewhere.url}>{elsewhere.title}</a>.
        </p>
      )}
    </section>
  );
}

function NoRoadmap({ day, footprint }: Pick<RoadmapProps, 'day' | 'footprint'>) {
  const pastDay = recordedByPastDay(day);
  return pastDay === null ? (
    <p className="ldr-empty">
      No roadmap of {footprint.name} is published here yet. Once its organisations have agreed one and it is reviewed,
      you can read and download it here.
    </p>
  ) : (
    <p className="ldr-empty">
      No roadmap of {footprint.name} was published here by {formatDate(pastDay)}.{' '}
      <a href={`${paths.footprint(footprint.slug)}#roadmap`}>See what is published today</a>
    </p>
  );
}

function Organisations(props: FootprintPageProps) {
  const { day, footprint, members, pack } = props;
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">Organisations in this footprint</h2>
      <SinceBoards
        day={day}
        factsOn={pack.factsOn}
        before={{ href: `${paths.footprint(footprint.slug)}#organisations`, text: `its organisations` }}
      />
      {members.length === 0 && (
        <p className="ldr-empty">
          {planningKindOn(day.asAt) === 'stp'
            ? `The documents that were found do not name the organisations of ${footprint.name}. The CCGs, trusts and councils nearby are listed under its STP area: `
            : `No organisation of ${formatDate(day.asAt)} is recorded in ${footprint.name}. Those nearby are listed under its ICB area: `}
          <AreaLinks areas={footprint.stps} day={day} />.
        </p>
      )}
      {roleGroups(members).map((group) => (
        <MembersTable key={group.role} group={group} pack={pack} day={day} otherFootprints={props.otherFootprints} />
      ))}
      <StandingKey standings={members.map(({ standing, source }) => standingOf(standing, source))} />
    </section>
  );
}

function DataLinks({ footprint }: Pick<FootprintPageProps, 'footprint'>) {
  return (
    <section aria-labelledby="data">
      <h2 id="data">Data</h2>
      <ul>
        <li>
          <a href={paths.apiFootprint(footprint.slug)}>{footprint.name} as JSON</a>, with its organisations
        </li>
        <li>
          <a href={paths.data()}>All data of this service</a>, and <a href={paths.apiDocs()}>how to use the API</a>
        </li>
      </ul>
    </section>
  );
}
