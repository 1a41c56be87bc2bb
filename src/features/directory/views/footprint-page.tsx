import { paths } from '../../../paths.ts';
import { formatDate, formatNumber } from '../../../views/format.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import type { ProgrammePack } from '../../programme/index.ts';
import type { Day } from '../as-at.ts';
import type { Footprint, Member, Source } from '../directory.ts';
import type { FootprintStage, Slot } from '../directory-reads.ts';
import { AreaLinks } from './area-links.tsx';
import { AsAtLine } from './as-at-line.tsx';
import { DataSources } from './data-sources.tsx';
import { datesInWords, footprintPopulation, inShort, roleGroups } from './footprint-view.ts';
import { HexagonMap, type MapCell } from './hexagon-map.tsx';
import { MembersTable } from './members-table.tsx';
import { groupByType } from './organisation-types.ts';
import { Provenance } from './provenance.tsx';
import { StageTag } from './stage.tsx';
import { StandingKey } from './standing-words.tsx';

export interface FootprintPageProps {
  readonly day: Day;
  readonly pack: ProgrammePack;
  readonly footprint: Footprint;
  readonly members: readonly Member[];
  readonly stage: FootprintStage;
  readonly roadmap: Slot | null;
  readonly mapCells: readonly MapCell[];
  readonly sources: readonly Source[];
}

/** One footprint: where it is, its roadmap, and the full list of its organisations. */
export function FootprintPage(props: FootprintPageProps) {
  const { day, footprint, members } = props;
  const [place, ...rest] = inShort(footprint, members);
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <h1>
            <span className="nhsuk-caption-xl">Local Digital Roadmap footprint</span>
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
            description="England by STP area, north at the top. The areas this footprint lies in have a heavy outline. Each hexagon is a link."
            cells={props.mapCells}
            legend={[]}
            small
          />
        </div>
      </div>
      <Facts {...props} />
      <Roadmap {...props} />
      <Organisations {...props} />
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
          <a href="#data">Data</a>
        </li>
      </ul>
    </nav>
  );
}

function Facts(props: FootprintPageProps) {
  const { day, footprint, members, stage } = props;
  const leads = members.filter(({ role }) => role === 'lead');
  const rows: SummaryRow[] = [
    {
      key: 'Stage of its roadmap',
      value: (
        <>
          <StageTag stage={stage} /> <span className="ldr-line-note">{stage.reason}</span>
        </>
      ),
    },
    { key: 'Region', value: <AreaLinks areas={footprint.regions} day={day} /> },
    {
      key: footprint.stps.length > 1 ? 'STP areas' : 'STP area',
      value: <AreaLinks areas={footprint.stps} day={day} />,
    },
    {
      key: 'Lead',
      value:
        leads.length === 0
          ? 'Lead not recorded'
          : leads.map((lead) => (
              <a key={lead.code} href={day.link(paths.organisation(lead.code))}>
                {lead.name}
              </a>
            )),
    },
    { key: 'People registered', value: <PopulationFact members={members} /> },
    { key: 'Organisations', value: <TypeCounts {...props} /> },
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
    </section>
  );
}

function PopulationFact({ members }: Pick<FootprintPageProps, 'members'>) {
  const population = footprintPopulation(members);
  if (population.total === null) {
    return <>Not known: no CCG with a figure is recorded in this footprint</>;
  }
  return (
    <>
      {formatNumber(population.total)}
      <span className="ldr-line-note">
        On the lists of GP practices of {population.countedCcgs} of {population.countedCcgs + population.missingCcgs}{' '}
        member CCGs, on {datesInWords(population)}. Practice lists added up, so people who have moved may count twice.
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
      {groupByType(pack, members).map(({ type, rows }) => (
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

function Roadmap({ footprint, roadmap }: FootprintPageProps) {
  return (
    <section aria-labelledby="roadmap">
      <h2 id="roadmap">The roadmap</h2>
      {roadmap === null ? (
        <p className="ldr-empty">
          No roadmap of {footprint.name} is published here yet. Once its organisations have agreed one and it is
          reviewed, you can read and download it here.
        </p>
      ) : (
        roadmap.content
      )}
    </section>
  );
}

function Organisations(props: FootprintPageProps) {
  const { day, footprint, members, pack } = props;
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">Organisations in this footprint</h2>
      {members.length === 0 && (
        <p className="ldr-empty">
          The documents that were found do not name the organisations of {footprint.name}. The CCGs, trusts and councils
          nearby are listed under its STP area: <AreaLinks areas={footprint.stps} day={day} />.
        </p>
      )}
      {roleGroups(members).map((group) => (
        <MembersTable key={group.role} group={group} pack={pack} day={day} />
      ))}
      <StandingKey standings={members.map(({ standing }) => standing)} />
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
