import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { dayBefore } from '../../../platform/days.ts';
import { formatDate, formatNumber, inSentence } from '../../../views/format.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import {
  careSettingName,
  type PublicResult,
  type ResultBefore,
  ResultSummaries,
  ResultsBefore,
  type TakenOver,
} from '../../assessment/index.ts';
import {
  AsAtLine,
  COMMISSIONER_TYPE,
  DataSources,
  type Day,
  formatPartialDate,
  isOdsCode,
  membershipRoleLabels,
  type Organisation,
  type Source,
  StandingKey,
  standingOf,
  standingWord,
  statusWords,
  typeOf,
} from '../../directory/index.ts';
import { type Exemplar, ExemplarTitles } from '../../exemplar/index.ts';
import {
  type Lineage,
  lineageRows,
  nameRows,
  type OrganisationPast,
  otherNames,
  relationRows,
  type TimelineEntry,
  TimelineSection,
} from '../../history/index.ts';
import { FiguresSection, type FigureView } from '../../indicators/index.ts';
import { OfficialResultsSection, type ReleaseView } from '../../official-results/index.ts';
import { instrumentOfRound, type ProgrammePack } from '../../programme/index.ts';
import { AreaLinks } from '../facts/area-links.tsx';
import { planningKey } from '../facts/planning-key.ts';
import { Provenance } from '../facts/provenance.tsx';
import type { MembershipOf } from './memberships-repository.ts';
import type { RecordDetail } from './record-detail-repository.ts';

export interface OrganisationPageProps {
  readonly day: Day;
  readonly pack: ProgrammePack;
  readonly organisation: Organisation;
  readonly memberships: readonly MembershipOf[];
  readonly detail: RecordDetail | null;
  readonly past: OrganisationPast;
  readonly lineage: Lineage;
  readonly timeline: readonly TimelineEntry[];
  /** GP practices that it commissions on the day. */
  readonly practiceCount: number;
  /** Of the latest round, one for each care setting that was assessed. */
  readonly results: readonly PublicResult[];
  /** Those that it had taken over from by the day, and what they had submitted. */
  readonly takenOver: readonly TakenOver[];
  readonly resultsBefore: readonly ResultBefore[];
  /** Whether a round has results that are not public on the day. */
  readonly isHeldBack: boolean;
  /** The day up to which they are counted. */
  readonly recordedOn: string;
  /** What others published of it by the day. */
  readonly officialReleases: readonly ReleaseView[];
  readonly figures: readonly FigureView[];
  readonly exemplars: readonly Exemplar[];
  readonly sources: readonly Source[];
}

/** One organisation: what it is, where it belongs, how digital it is. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { day, organisation, pack } = props;
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">{typeOf(pack, organisation.typeId).label}</span>
        {organisation.name}
      </h1>
      <SummaryList rows={facts(props)} />
      <StandingKey
        standings={[
          standingOf(organisation.standing, organisation.source),
          organisation.typeStanding,
          ...props.memberships.map(({ standing }) => standing),
        ]}
      />
      <Results {...props} />
      <FiguresSection name={props.organisation.name} views={props.figures} />
      {props.exemplars.length > 0 && (
        <section aria-labelledby="exemplars">
          <h2 id="exemplars">Exemplars</h2>
          <ExemplarTitles exemplars={props.exemplars} day={day} />
        </section>
      )}
      <TimelineSection day={day} pack={pack} isArea={false} entries={props.timeline} sources={props.sources} />
      <section aria-labelledby="data">
        <h2 id="data">Data</h2>
        <p>
          <a href={paths.apiOrganisation(organisation.code)}>{organisation.name} as JSON</a>
        </p>
      </section>
      <AsAtLine day={day} path={paths.organisation(organisation.code)} />
      <DataSources sources={props.sources} />
    </>
  );
}

function facts(props: OrganisationPageProps): SummaryRow[] {
  const { day, pack, organisation, detail, memberships, past, lineage } = props;
  const patients = organisation.registeredPatients;
  return [
    { key: isOdsCode(organisation.code) ? 'ODS code' : 'Code', value: <Code code={organisation.code} /> },
    {
      key: 'Type',
      value: `${typeOf(pack, organisation.typeId).label} (${standingWord(organisation.typeStanding).toLowerCase()})`,
    },
    ...nameRows(otherNames(past.records, day.asAt)),
    ...lineageRows(lineage, day),
    {
      key: 'Address',
      value:
        [detail?.address ?? '', organisation.town, organisation.postcode].filter((part) => part !== '').join(', ') ||
        'Not recorded',
    },
    ...(detail === null || detail.phone === '' ? [] : [{ key: 'Telephone', value: detail.phone }]),
    { key: 'Region', value: <AreaLinks areas={organisation.regions} day={day} /> },
    {
      key: planningKey(organisation, day),
      value: <AreaLinks areas={organisation.stps} day={day} />,
    },
    ...relationRows(props),
    {
      key: memberships.length > 1 ? 'Footprints' : 'Footprint',
      value: <Memberships organisation={organisation} memberships={memberships} day={day} />,
    },
    ...(patients === null
      ? []
      : [
          {
            key: 'Registered patients',
            value: `${formatNumber(patients.value)} on the lists of its GP practices on ${formatDate(patients.measuredOn)}`,
          },
        ]),
    ...(statusWords(organisation) === ''
      ? []
      : [{ key: 'Status', value: `${statusWords(organisation)} by its source, though it is open` }]),
    { key: 'Recorded', value: periodWords(organisation, detail, day.asAt) },
    {
      key: 'How we know',
      value: (
        <Provenance
          standing={organisation.standing}
          source={organisation.source}
          note={[whereInSource(detail), organisation.note].filter((part) => part !== '').join('. ')}
        />
      ),
    },
  ];
}

function Code({ code }: { code: string }): ReactNode {
  if (isOdsCode(code)) {
    return code;
  }
  return (
    <>
      {code}
      <span className="ldr-line-note">Our own code: the Organisation Data Service (ODS) has none that we know of</span>
    </>
  );
}

function Memberships({
  organisation,
  memberships,
  day,
}: Pick<OrganisationPageProps, 'organisation' | 'memberships' | 'day'>): ReactNode {
  if (memberships.length > 0) {
    return memberships.map((membership) => (
      <div key={`${membership.footprint.areaId} ${membership.role}`}>
        <a href={day.link(paths.footprint(membership.footprint.slug))}>{membership.footprint.name}</a>
        <span className="ldr-line-note">
          {membershipRoleLabels[membership.role]}
          {membership.validFrom !== null && ` from ${formatDate(membership.validFrom)}`} (
          {standingWord(membership.standing).toLowerCase()}){membership.note !== '' && `. ${membership.note}`}
        </span>
      </div>
    ));
  }
  if (organisation.typeId !== COMMISSIONER_TYPE) {
    return 'Not recorded in any footprint';
  }
  return (
    <>
      Footprint not recorded
      <span className="ldr-line-note">
        Every CCG belonged to one, but no document found names the one of {organisation.name}. The footprints recorded
        nearby are listed under its STP area.
      </span>
    </>
  );
}

/** That no end is recorded says little of an organisation that no source has named for long. */
function periodWords({ validFrom, validTo }: Organisation, detail: RecordDetail | null, asAt: string): string {
  const from = validFrom === null ? 'from an unknown day' : `from ${formatDate(validFrom)}`;
  if (validTo !== null) {
    return `${from} to ${formatDate(dayBefore(validTo))}`;
  }
  return detail !== null && yearOf(asAt) - yearOf(detail.lastNamedOn) >= YEARS_UNHEARD_OF
    ? `${from}; last named in a source of ${formatPartialDate(detail.lastNamedOn)}, and whether it is still there is not known`
    : `${from}; no end recorded`;
}

const YEARS_UNHEARD_OF = 5;

const yearOf = (day: string) => Number(day.slice(0, 4));

/** What there is comes first: that nothing was answered here says less than what was published elsewhere. */
function Results(props: OrganisationPageProps) {
  const { day, pack, organisation, officialReleases, results } = props;
  const [own] = results;
  const official = (
    <OfficialResultsSection
      day={day}
      name={organisation.name}
      releases={officialReleases}
      hrefOf={paths.organisation}
      ownScale={own === undefined ? null : instrumentOfRound(pack, own.result.roundId).scoring.scale}
    />
  );
  return results.length === 0 && officialReleases.length > 0 ? (
    <>
      {official}
      <Maturity {...props} />
    </>
  ) : (
    <>
      <Maturity {...props} />
      {official}
    </>
  );
}

/** Said of all alike while a round's results are held back, so that it tells nothing of one of them. */
function noResultYet(name: string, isHeldBack: boolean): string {
  return isHeldBack
    ? `No result of ${name} is public here yet. It shows once its self-assessment is signed and the results of the round are public.`
    : `${name} has no result here yet. It shows once its self-assessment is signed and submitted.`;
}

function Maturity({
  day,
  organisation,
  pack,
  results,
  isHeldBack,
  recordedOn,
  takenOver,
  resultsBefore,
}: OrganisationPageProps) {
  const type = typeOf(pack, organisation.typeId);
  return (
    <section aria-labelledby="maturity">
      <h2 id="maturity">Digital maturity</h2>
      {results.length === 0 ? (
        <p className="ldr-empty">
          {type.assessed
            ? noResultYet(organisation.name, isHeldBack)
            : `There is no result: the self-assessment of this programme is not for ${inSentence(type.labelPlural)}.`}
        </p>
      ) : (
        <>
          {!day.isChosen && <ReportLinks code={organisation.code} pack={pack} results={results} />}
          <ResultSummaries found={results} {...{ pack, recordedOn }} />
        </>
      )}
      <ResultsBefore name={organisation.name} results={resultsBefore} {...{ pack, takenOver }} />
    </section>
  );
}

/** To the report of each result: it is about the present, so that a page of another day leads to none. */
function ReportLinks({ code, pack, results }: Pick<OrganisationPageProps, 'pack' | 'results'> & { code: string }) {
  return results.map(({ result: { roundId, careSetting } }) => (
    <p key={careSetting}>
      <a href={paths.publicReport(code, { round: roundId, 'care-setting': careSetting })}>
        Report{results.length > 1 && `: ${careSettingName(pack, careSetting)}`}
      </a>
      : beside similar organisations that you choose, and who does well what is weakest here.
    </p>
  ));
}

/** Where in its file a fact stands, and of which days the sources are that say it. */
function whereInSource(detail: RecordDetail | null): string {
  if (detail === null || detail.sourceRow === null) {
    return '';
  }
  const { sourceRow, seenFrom, seenTo } = detail;
  const days = seenFrom === seenTo ? formatDate(seenFrom) : `${formatDate(seenFrom)} and last of ${formatDate(seenTo)}`;
  return `Row ${formatNumber(sourceRow)} of the file. Seen in files of ${days}`;
}
