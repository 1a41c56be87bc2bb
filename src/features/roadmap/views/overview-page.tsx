import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { Details } from '../../../views/details.tsx';
import { countOf } from '../../../views/format.ts';
import { TaskList } from '../../../views/task-list.tsx';
import { deadlineInWords, getRound, type ProgrammePack, type Round, roundState } from '../../programme/index.ts';
import type { RoadmapOverview } from '../read-overview.ts';
import type { VersionPlace } from '../roadmap-place.ts';
import { dueOnOf } from '../round-of-roadmap.ts';
import { isLeftBehind } from '../versions/left-behind.ts';
import type { VersionBeside } from '../versions/read-beside.ts';
import { acceptsEdits, type VersionState } from '../versions/version-state.ts';
import { ControlBlockList } from './control-block.tsx';
import { FindingList } from './finding-list.tsx';
import { NewerRound } from './not-begun-page.tsx';
import { partTasks } from './part-tasks.ts';
import { RoadmapNextStep } from './roadmap-next-step.tsx';
import { VersionHistory } from './version-history.tsx';
import { VersionTag } from './version-tag.tsx';
import { WrittenBefore } from './written-before.tsx';

interface OverviewPageProps {
  readonly pack: ProgrammePack;
  readonly place: VersionPlace;
  readonly overview: RoadmapOverview;
  /** What a draft is read beside. */
  readonly beside: readonly VersionBeside[];
  /** A newer planning round, in which the footprint has not begun its roadmap. */
  readonly newer: Round | null;
  /** The day it is, as an ISO date. */
  readonly today: string;
}

/** A roadmap at a glance: where it stands, what is to be written, what the checks found, who has agreed, and its record. */
export function OverviewPage({ pack, place, overview, beside, newer, today }: OverviewPageProps) {
  const { footprint, version } = place;
  const { slug } = footprint;
  const left = overview.versions.filter((each) => isLeftBehind(each, overview.versions));
  const tasks = partTasks({ slug, pack, ...overview, isOpen: acceptsEdits(version.state) });
  return (
    <>
      <OverviewHeader pack={pack} place={place} today={today} />
      {newer !== null && <NewerRound place={place} round={newer} today={today} />}
      <RoadmapNextStep place={place} overview={overview} />
      <LeftBehind slug={slug} pack={pack} drafts={left} />
      <WrittenBefore beside={beside.filter(({ versionId }) => !left.some((draft) => draft.versionId === versionId))} />
      <h2>{acceptsEdits(version.state) ? 'What to write' : 'What it says'}</h2>
      <p>
        <a href={paths.readVersion(slug, version.number)}>Read version {version.number} as one document</a>
      </p>
      <TaskList tasks={tasks} />
      {overview.check !== null && <Findings check={overview.check} slug={slug} isDraft={version.state === 'draft'} />}
      <Agreement slug={slug} overview={overview} isDraft={version.state === 'draft'} />
      <h2>Record of this version</h2>
      <p className="nhsuk-hint">The service keeps these details. Nobody types them.</p>
      <ControlBlockList control={overview.control} />
      <h2>Version history</h2>
      <VersionHistory slug={slug} pack={pack} versions={overview.versions} />
    </>
  );
}

/** The drafts of earlier rounds that nobody can write in any more, whose words may be of use here. */
function LeftBehind({ slug, pack, drafts }: LeftBehindProps) {
  return drafts.map(({ versionId, number, roundId }) => (
    <p key={versionId}>
      Version {number}, for “{getRound(pack, roundId).label}”, was left behind as a draft. You can{' '}
      <a href={paths.readVersion(slug, number)}>read version {number} and copy from it</a>.
    </p>
  ));
}

interface LeftBehindProps extends Pick<OverviewPageProps, 'pack'> {
  readonly slug: string;
  readonly drafts: RoadmapOverview['versions'];
}

function OverviewHeader({ pack, place, today }: Pick<OverviewPageProps, 'pack' | 'place' | 'today'>) {
  const { footprint, version } = place;
  const round = getRound(pack, version.roundId);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">{round.label}</span>
        Roadmap of {footprint.name}
      </h1>
      <p>
        Version {version.number} <VersionTag state={version.state} />
      </p>
      <p>
        {roundState(round, today) === 'closed' && 'This planning round is closed. '}
        {roundState(round, today) !== 'closed' &&
          isAwaited(version.state) &&
          `The programme asks for the roadmap by ${deadlineInWords(dueOnOf(round, footprint), today)}. `}
        {countOf(place.members.length, 'organisation')} {place.members.length === 1 ? 'belongs' : 'belong'} to{' '}
        <a href={paths.footprint(footprint.slug)}>this footprint</a>.
      </p>
    </>
  );
}

/** Whether the programme still waits for the roadmap to be submitted. */
function isAwaited(state: VersionState): boolean {
  return state === 'draft' || state === 'endorsement';
}

/** More than this many are folded away, so that a roadmap just begun does not greet its editors with a wall of faults. */
const foldedFrom = 6;

function Findings({ check, slug, isDraft }: { check: CheckResult; slug: string; isDraft: boolean }) {
  const { blockers, warnings } = check;
  const before = isDraft ? 'Before it can be frozen' : 'Before it can be submitted';
  return (
    <>
      <h2>What the checks found</h2>
      {blockers.length === 0 && warnings.length === 0 && <p>Nothing stands in the way.</p>}
      {blockers.length > 0 && (
        <>
          <h3>{before}</h3>
          <Folded count={blockers.length} noun="thing to put right" nouns="things to put right">
            <FindingList findings={blockers} slug={slug} />
          </Folded>
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h3>Worth a look</h3>
          <p>These do not stop anything. A reviewer may ask about them.</p>
          <Folded count={warnings.length} noun="point" nouns="points">
            <FindingList findings={warnings} slug={slug} />
          </Folded>
        </>
      )}
    </>
  );
}

interface FoldedProps {
  readonly count: number;
  readonly noun: string;
  readonly nouns: string;
  readonly children: React.ReactNode;
}

function Folded({ count, noun, nouns, children }: FoldedProps) {
  return count < foldedFrom ? children : <Details summary={`Show ${countOf(count, noun, nouns)}`}>{children}</Details>;
}

function Agreement({ slug, overview, isDraft }: { slug: string; overview: RoadmapOverview; isDraft: boolean }) {
  const { tally, rows } = overview.board;
  const lapsed = rows.filter((row) => row.lapsed !== null).length;
  return (
    <>
      <h2>Who has agreed</h2>
      <p>
        {isDraft
          ? `${countOf(tally.asked, 'organisation')} will be asked to endorse this version once it is frozen.`
          : `${tally.endorsed} of ${tally.asked} have endorsed, ${tally.declined} declined, ${tally.waiting} still to decide.`}
        {lapsed > 0 && ` ${countOf(lapsed, 'earlier decision')} no longer ${lapsed === 1 ? 'stands' : 'stand'}.`}
      </p>
      <p>
        <a href={paths.agreement(slug)}>See each organisation’s decision</a>
      </p>
    </>
  );
}
