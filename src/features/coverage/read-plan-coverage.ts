import type { AppContext } from '../../context.ts';
import type { Connection } from '../../platform/database/database.ts';
import { dayOf, today } from '../../platform/days.ts';
import { listWorkingFootprints } from '../directory/index.ts';
import { type Actor, can, type HeldGrant, listGrantsWithin, type Role } from '../identity/index.ts';
import { dueOnFor, getRound, type ProgrammePack, planningRound } from '../programme/index.ts';
import {
  dueOnOf,
  endorsementBoard,
  listEndorsementsOf,
  listNamedMembersOf,
  listVersionDates,
  listVersionStates,
  roadmapAtWork,
  type VersionBoard,
  type VersionStateRow,
} from '../roadmap/index.ts';
import type { PlanCoverageRow, PlanEndorsements } from './plan-coverage.ts';

/** The footprints whose roadmaps somebody may look after, by name: a reviewer's lie in their region. */
export async function readPlanCoverage(
  { database, pack, clock }: Pick<AppContext, 'database' | 'pack' | 'clock'>,
  actor: Actor,
): Promise<PlanCoverageRow[]> {
  const [working, states, dates] = await Promise.all([
    listWorkingFootprints(database, pack.positionOn),
    listVersionStates(database),
    listVersionDates(database),
  ]);
  const footprints = working.filter(
    ({ isOver, regions }) => !isOver && can(actor, 'coverage.read', { regionIds: regions.map(({ areaId }) => areaId) }),
  );
  const ids = footprints.map(({ areaId }) => areaId);
  const regionIds = [...new Set(footprints.flatMap(({ regions }) => regions.map(({ areaId }) => areaId)))];
  const current = new Map(states.map((version) => [version.footprintId, version]));
  const works = footprints.map((place) => ({
    place,
    ...roadmapAtWork(pack, place, current.get(place.areaId) ?? null, today(clock)),
  }));
  const [writers, reviewers, endorsements] = await Promise.all([
    listGrantsWithin(database, 'footprint', ids),
    listGrantsWithin(database, 'region', regionIds),
    readEndorsements(
      database,
      pack,
      works.flatMap(({ version }) => version ?? []),
    ),
  ]);
  const present = planningRound(pack, today(clock));
  const submissions = Map.groupBy(dates, ({ footprintId }) => footprintId);
  return works.map(({ place, round, version }) => {
    const { areaId, slug, name, regions, stps } = place;
    const regionsHere = new Set(regions.map((region) => region.areaId));
    const own = writers.filter(({ scopeId }) => scopeId === areaId);
    const submitted = (submissions.get(areaId) ?? []).flatMap(({ roundId, submittedAt }) =>
      roundId === round.id && submittedAt !== null ? submittedAt : [],
    );
    const earlier = version === null ? (current.get(areaId) ?? null) : null;
    return {
      slug,
      name,
      regions,
      stps,
      round: { label: round.label, dueOn: dueOnFor(round), isCurrent: round.id === present.id },
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
