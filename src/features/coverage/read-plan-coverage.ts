import type { AppContext } from '../../context.ts';
import type { Connection } from '../../platform/database/database.ts';
import { dayOf, today } from '../../platform/days.ts';
import { listWorkingFootprints, type WorkingFootprint } from '../directory/index.ts';
import { type Actor, can, type HeldGrant, listGrantsWithin, type Role } from '../identity/index.ts';
import { dueOnFor, getRound, type ProgrammePack, type Round } from '../programme/index.ts';
import {
  dueOnOf,
  endorsementBoard,
  isAskedToPlan,
  listEndorsementsOf,
  listNamedMembersOf,
  listVersionDates,
  listVersionStates,
  listVersionsOf,
  type RoadmapAtWork,
  roadmapAtWork,
  type VersionBoard,
  type VersionStateRow,
} from '../roadmap/index.ts';
import type { PlanCoverageRow, PlanEndorsements } from './plan-coverage.ts';
import type { RoundShown } from './round-shown.ts';

type ReadContext = Pick<AppContext, 'database' | 'pack' | 'clock'>;

/** The footprints whose roadmaps somebody may look after, by name: a reviewer's lie in their region. */
export async function readPlanCoverage(
  context: ReadContext,
  actor: Actor,
  shown: Pick<RoundShown, 'round' | 'isPresent'>,
): Promise<PlanCoverageRow[]> {
  const { database, pack } = context;
  const [working, dates] = await Promise.all([
    listWorkingFootprints(database, pack.positionOn),
    listVersionDates(database),
  ]);
  const lookedAfter = working.filter(({ regions }) =>
    can(actor, 'coverage.read', { regionIds: regions.map(({ areaId }) => areaId) }),
  );
  const works = await (shown.isPresent
    ? readPresent(context, lookedAfter, shown.round)
    : readRound(context, lookedAfter, shown.round));
  const footprints = works.map(({ place }) => place);
  const ids = footprints.map(({ areaId }) => areaId);
  const regionIds = [...new Set(footprints.flatMap(({ regions }) => regions.map(({ areaId }) => areaId)))];
  const [writers, reviewers, endorsements] = await Promise.all([
    listGrantsWithin(database, 'footprint', ids),
    listGrantsWithin(database, 'region', regionIds),
    readEndorsements(
      database,
      pack,
      works.flatMap(({ version }) => version ?? []),
    ),
  ]);
  const submissions = Map.groupBy(dates, ({ footprintId }) => footprintId);
  return works.map(({ place, round, version, earlier, hasGoneOn }) => {
    const { areaId, slug, name, regions, stps } = place;
    const regionsHere = new Set(regions.map((region) => region.areaId));
    const own = writers.filter(({ scopeId }) => scopeId === areaId);
    const submitted = (submissions.get(areaId) ?? []).flatMap(({ roundId, submittedAt }) =>
      roundId === round.id && submittedAt !== null ? submittedAt : [],
    );
    return {
      slug,
      name,
      regions,
      stps,
      round: { label: round.label, dueOn: dueOnFor(round), isShown: round.id === shown.round.id },
      hasGoneOn,
      before: earlier === null ? null : { roundLabel: getRound(pack, earlier.roundId).label, state: earlier.state },
      dueOn: dueOnOf(round, place),
      state: version?.state ?? null,
      submittedOn: submitted.map(dayOf).toSorted()[0] ?? null,
      leads: namesOf(own, 'lead'),
      editors: namesOf(own, 'editor'),
      reviewers: namesOf(
        reviewers.filter(({ scopeId }) => regionsHere.has(scopeId)),
        'reviewer',
      ),
      endorsements: endorsements.get(version?.versionId ?? '') ?? none,
    };
  });
}

/** The roadmap of one footprint that a row is about. */
interface ShownWork extends RoadmapAtWork<VersionStateRow> {
  readonly place: WorkingFootprint;
  /** The current version of an earlier round, where that of this one has not been begun. */
  readonly earlier: VersionStateRow | null;
  readonly hasGoneOn: boolean;
}

/** What each footprint works on now, in whatever round that is; one that has ended since is there if it began in the present one. */
async function readPresent(
  { database, pack, clock }: ReadContext,
  working: readonly WorkingFootprint[],
  round: Round,
): Promise<ShownWork[]> {
  const current = new Map((await listVersionStates(database)).map((version) => [version.footprintId, version]));
  return working.flatMap((place) => {
    const found = current.get(place.areaId) ?? null;
    const work = roadmapAtWork(pack, place, found, today(clock));
    return work === null || !isAskedToPlan(place, found?.begunIn.includes(round.id) ?? false)
      ? []
      : [{ place, ...work, earlier: work.version === null ? found : null, hasGoneOn: place.isOver }];
  });
}

/** What each footprint has of another round; one that has ended since is there if it has anything. */
async function readRound(
  { database, pack, clock }: ReadContext,
  working: readonly WorkingFootprint[],
  round: Round,
): Promise<ShownWork[]> {
  const ids = working.map(({ areaId }) => areaId);
  const versions = await listVersionsOf(database, ids);
  return working.flatMap((place) => {
    const [newest = null, ...older] = versions.get(place.areaId) ?? [];
    const version = [newest, ...older].find((each) => each?.roundId === round.id) ?? null;
    if (!isAskedToPlan(place, version !== null)) {
      return [];
    }
    const worksIn = version === null ? roadmapAtWork(pack, place, newest, today(clock))?.round.id : newest?.roundId;
    return [{ place, round, version, earlier: null, hasGoneOn: place.isOver || worksIn !== round.id }];
  });
}

const none: PlanEndorsements = { waiting: [], withoutSigner: [], declined: [] };

/** Of each version that waits for endorsements: from whom, and for which of them nobody can decide. */
async function readEndorsements(
  connection: Connection,
  { submissionRule }: ProgrammePack,
  versions: readonly VersionStateRow[],
): Promise<ReadonlyMap<string, PlanEndorsements>> {
  const waiting = versions.filter(({ state }) => state === 'endorsement');
  const versionIds = waiting.map(({ versionId }) => versionId);
  const [members, decisions] = await Promise.all([
    listNamedMembersOf(connection, versionIds),
    listEndorsementsOf(connection, versionIds),
  ]);
  const boards = waiting.map(({ versionId, digest }) => ({
    versionId,
    board: endorsementBoard(members.get(versionId) ?? [], decisions.get(versionId) ?? [], digest, submissionRule),
  }));
  const organisationIds = boards.flatMap(({ board }) =>
    partiesThat(board, 'waiting').map((each) => each.organisationId),
  );
  const grants = await listGrantsWithin(connection, 'organisation', [...new Set(organisationIds)]);
  const withSigner = new Set(grants.filter(({ role }) => role === 'executive').map(({ scopeId }) => scopeId));
  return new Map(boards.map(({ versionId, board }) => [versionId, endorsementsOn(board, withSigner)]));
}

function endorsementsOn(board: VersionBoard, withSigner: ReadonlySet<string>): PlanEndorsements {
  const waiting = partiesThat(board, 'waiting');
  const withoutSigner = waiting.filter(({ organisationId }) => !withSigner.has(organisationId));
  return {
    waiting: waiting.map(({ name }) => name),
    withoutSigner: withoutSigner.map(({ name }) => name),
    declined: partiesThat(board, 'declined').map(({ name }) => name),
  };
}

function partiesThat({ rows }: VersionBoard, state: 'waiting' | 'declined') {
  return rows.filter((row) => row.isNeeded && row.state === state).map(({ party }) => party);
}

function namesOf(grants: readonly HeldGrant[], role: Role): string[] {
  return [...new Set(grants.filter((grant) => grant.role === role).map(({ personName }) => personName))];
}
