import { paths } from '../../../paths.ts';
import { countOf, formatDate, sentenceStart } from '../../../views/format.ts';
import { careSettingName } from '../../assessment/index.ts';
import {
  dueOnFor,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  roundState,
  type SigningRole,
} from '../../programme/index.ts';
import { type CoverageRow, daysLate, tallyWaits, waitLabels, waitOf, waits } from '../coverage.ts';
import { type CoverageQuery, partsOf } from '../coverage-query.ts';
import type { AskedCoverage } from '../read-asked-coverage.ts';
import { areasIn, Choice, PlaceFields, WaitChoice } from './coverage-filter-form.tsx';
import { CoverageFrame, type CoverageSurroundings } from './coverage-frame.tsx';

interface CoveragePageProps {
  readonly asked: AskedCoverage;
  readonly surroundings: CoverageSurroundings;
  readonly pack: ProgrammePack;
  readonly mayRemind: boolean;
  readonly mayInvite: boolean;
}

/** Who has not begun, who is stuck, and who waits for whom. */
export function CoveragePage({ asked, surroundings, pack, mayRemind, mayInvite }: CoveragePageProps) {
  const { query, round, rows, isPresent } = asked;
  const [signer = 'executive'] = instrumentOfRound(pack, round.id).signing.roles;
  const isClosed = roundState(round, surroundings.today) === 'closed';
  return (
    <CoverageFrame
      {...surroundings}
      asked={asked}
      heading="Coverage of assessments"
      thing={pack.assessed}
      other={{ href: paths.planCoverage(), text: 'See the coverage of roadmaps' }}
      filters={<Filters {...surroundings} asked={asked} pack={pack} />}
      isFiltered={isFiltered(query)}
      tally={tallyWaits(rows).map((each) => ({ ...each, label: waitLabels[each.wait] }))}
      rowKey={({ organisationId }) => organisationId}
      placeOf={({ stps, state }) => ({ stps, isSubmitted: state === 'submitted' })}
      everything={paths.coverage({ round: query.round })}
      linkTo={({ wait, ...change }) =>
        paths.coverage({ ...partsOf(query, change), ...(wait === undefined ? {} : { wait }) })
      }
      fileHref={paths.coverageFile(partsOf(query, { page: 1 }))}
      columns={[
        {
          heading: sentenceStart(pack.assessed.one),
          isRowHeading: true,
          cell: (row) => <Provider row={row} round={round} />,
        },
        { heading: 'Where it stands', cell: (row) => <WhereItStands row={row} round={round} /> },
        {
          heading: 'Who can act',
          cell: (row) => <WhoCanAct row={row} isClosed={isClosed} signer={signer} mayInvite={mayInvite} />,
        },
        {
          heading: 'Place and setting',
          cell: (row) => <Places row={row} pack={pack} />,
        },
      ]}
    >
      {mayRemind && isPresent && roundState(round, surroundings.today) === 'open' && (
        <p>
          <a href={paths.remind(partsOf(query, { round: round.id, page: 1 }))}>Remind those who have not submitted</a>
        </p>
      )}
    </CoverageFrame>
  );
}

function isFiltered({ find, region, area, footprint, careSetting, wait }: CoverageQuery): boolean {
  return [find, region, area, footprint, careSetting, wait].some((value) => value !== '');
}

function Filters({
  asked,
  pack,
  placesNow,
  areaWords,
}: Pick<CoveragePageProps, 'asked' | 'pack'> & CoverageSurroundings) {
  const { query, all } = asked;
  const settings = new Set(all.flatMap((row) => row.settings.map(({ careSetting }) => careSetting)));
  const footprints = areasIn(all.flatMap((row) => row.footprints));
  return (
    <>
      <PlaceFields nameLabel="Name or code" query={query} all={all} placesNow={placesNow} areaWords={areaWords} />
      <Choice
        name="footprint"
        label="Footprint"
        every="Every footprint"
        value={query.footprint}
        choices={footprints.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Choice
        name="care-setting"
        label="Care setting"
        every="Every care setting"
        value={query.careSetting}
        choices={pack.careSettings.filter(({ id }) => settings.has(id)).map(({ id, label }) => ({ value: id, label }))}
      />
      <WaitChoice value={query.wait} kinds={waits} labels={waitLabels} />
    </>
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
function Places({ row: { footprints, regions, settings }, pack }: { row: CoverageRow; pack: ProgrammePack }) {
  const footprint = footprints.length === 0 ? 'No footprint recorded' : footprints.map(({ name }) => name).join(', ');
  const region = regions.length === 0 ? 'No region recorded' : regions.map(({ name }) => name).join(', ');
  return [footprint, region, ...settings.map(({ careSetting }) => careSettingName(pack, careSetting))].join(' · ');
}

interface WhoCanActProps {
  readonly row: CoverageRow;
  readonly isClosed: boolean;
  /** Whom to invite where nobody can sign. */
  readonly signer: SigningRole;
  readonly mayInvite: boolean;
}

function WhoCanAct({ row: { code, state, answerers, signers }, isClosed, signer, mayInvite }: WhoCanActProps) {
  if (state === 'submitted') {
    return 'Nothing is left to do';
  }
  if (isClosed) {
    return 'Nobody: the round is closed';
  }
  return (
    <>
      <NamesOrNobody to="answer" names={answerers} code={code} missing="coordinator" mayInvite={mayInvite} />
      <br />
      <NamesOrNobody to="sign" names={signers} code={code} missing={signer} mayInvite={mayInvite} />
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
      {row.settings.some(({ isCorrected }) => isCorrected) && (
        <>
          <br />
          Open for a correction
        </>
      )}
      {row.settings.length > 1 && row.state !== 'not-started' && row.state !== 'submitted' && (
        <>
          <br />
          {row.settings.filter(({ state }) => state === 'submitted').length} of{' '}
          {countOf(row.settings.length, 'care setting')} submitted
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

interface NamesProps {
  readonly to: 'answer' | 'sign';
  readonly names: readonly string[];
  readonly code: string;
  /** Whom to invite where there is nobody. */
  readonly missing: 'coordinator' | SigningRole;
  readonly mayInvite: boolean;
}

function NamesOrNobody({ to, names, code, missing, mayInvite }: NamesProps) {
  if (names.length > 0) {
    return `${sentenceStart(to)}: ${names.join(', ')}`;
  }
  return (
    <>
      Nobody to {to}
      {mayInvite && (
        <>
          : <a href={paths.invitePerson({ role: missing, place: code })}>invite {roleWithArticle[missing]}</a>
        </>
      )}
    </>
  );
}

const roleWithArticle = { coordinator: 'a coordinator', executive: 'an executive', signatory: 'a signatory' } as const;
