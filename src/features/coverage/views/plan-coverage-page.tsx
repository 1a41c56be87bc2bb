import { paths } from '../../../paths.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { planPartsOf } from '../coverage-query.ts';
import { planBeforeInWords } from '../plan-before-in-words.ts';
import {
  type PlanCoverageRow,
  planDaysLate,
  planExtendedTo,
  planGroupLabels,
  planGroups,
  planRoleMissing,
  planWaitLabels,
  planWaitOf,
  planWaitsFor,
  tallyPlanGroups,
} from '../plan-coverage.ts';
import type { AskedPlans } from '../read-asked-coverage.ts';
import { PlaceFields, WaitChoice } from './coverage-filter-form.tsx';
import { CoverageFrame, type CoverageSurroundings } from './coverage-frame.tsx';

interface PlanCoveragePageProps {
  readonly asked: AskedPlans;
  readonly surroundings: CoverageSurroundings;
  readonly mayInvite: boolean;
}

/** Which footprints have not begun their roadmaps, which are stuck, and who waits for whom. */
export function PlanCoveragePage({ asked, surroundings, mayInvite }: PlanCoveragePageProps) {
  const { query, all, rows } = asked;
  return (
    <CoverageFrame
      {...surroundings}
      asked={asked}
      heading="Coverage of roadmaps"
      thing={{ one: 'footprint', many: 'footprints' }}
      other={{ href: paths.coverage(), text: 'See the coverage of assessments' }}
      filters={
        <>
          <PlaceFields
            nameLabel="Name"
            query={query}
            all={all}
            placesNow={surroundings.placesNow}
            areaWords={surroundings.areaWords}
          />
          <WaitChoice value={query.wait} kinds={planGroups} labels={planGroupLabels} />
        </>
      }
      isFiltered={[query.find, query.region, query.area, query.wait].some((value) => value !== '')}
      tally={tallyPlanGroups(rows).map((each) => ({ ...each, label: planGroupLabels[each.wait] }))}
      rowKey={({ slug }) => slug}
      placeOf={({ stps, submittedOn, round }) => ({ stps, isSubmitted: round.isShown && submittedOn !== null })}
      everything={paths.planCoverage({ round: query.round })}
      linkTo={({ wait, ...change }) =>
        paths.planCoverage({ ...planPartsOf(query, change), ...(wait === undefined ? {} : { wait }) })
      }
      fileHref={paths.planCoverageFile(planPartsOf(query, { page: 1 }))}
      columns={[
        {
          heading: 'Footprint',
          isRowHeading: true,
          cell: ({ slug, name }) => <a href={paths.roadmap(slug)}>{name}</a>,
        },
        { heading: 'Where it stands', cell: (row) => <WhereItStands row={row} /> },
        { heading: 'Waiting for', cell: (row) => <Whom row={row} mayInvite={mayInvite} /> },
        {
          heading: 'Region',
          cell: ({ regions }) =>
            regions.length === 0 ? 'No region recorded' : regions.map(({ name }) => name).join(', '),
        },
      ]}
    />
  );
}

function WhereItStands({ row }: { row: PlanCoverageRow }) {
  const { round, before, dueOn } = row;
  const late = planDaysLate(row) ?? 0;
  const extendedTo = planExtendedTo(row);
  return (
    <>
      {planWaitLabels[planWaitOf(row)]}
      {late > 0 && `, submitted ${countOf(late, 'day')} late`}
      {!round.isShown && <Line text={`${round.label}, due ${formatDate(dueOn)}`} />}
      {before !== null && <Line text={planBeforeInWords(before)} />}
      {extendedTo !== null && <Line text={`Extended to ${formatDate(extendedTo)}`} />}
    </>
  );
}

function Line({ text }: { text: string }) {
  return (
    <>
      <br />
      {text}
    </>
  );
}

const MOST_NAMES = 5;

/** The first of them, and how many more there are: a card on a phone stays short, and the file has all. */
function Whom({ row, mayInvite }: { readonly row: PlanCoverageRow; readonly mayInvite: boolean }) {
  const missing = planRoleMissing(row);
  if (missing !== null && mayInvite) {
    return (
      <>
        Nobody: <a href={paths.invitePerson({ ...missing })}>invite a {missing.role}</a>
      </>
    );
  }
  const names = planWaitsFor(row);
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const words = names.length <= MOST_NAMES ? shown || '–' : `${shown} and ${names.length - MOST_NAMES} more`;
  return isWithMembers(row) ? (
    <>
      {words}: <a href={paths.agreement(row.slug)}>who has agreed</a>
    </>
  ) : (
    words
  );
}

/** Where members have to decide, the board says what each has decided, and whom to invite where nobody can. */
function isWithMembers(row: PlanCoverageRow): boolean {
  return ['nobody-to-endorse', 'declined', 'to-endorse'].includes(planWaitOf(row)) && !row.hasGoneOn;
}
