import type { AppContext } from '../../context.ts';
import { by, compareNames } from '../../platform/compare.ts';
import { today } from '../../platform/days.ts';
import { currentEndorsements, outstandingCount } from '../agreement/index.ts';
import type { WorkingFootprint } from '../directory/index.ts';
import { type Actor, mayAnywhere } from '../identity/index.ts';
import { getRound } from '../programme/index.ts';
import {
  dueOnOf,
  endorsementBoard,
  isSubmittingOpen,
  listEndorsementsOf,
  listMemberRoadmaps,
  listNamedMembersOf,
  type VersionStateRow,
} from '../roadmap/index.ts';
import type { MemberRoadmapFact } from './member-roadmap-items.ts';
import { scopesOf } from './places-of-work.ts';
import type { EndorsementFact } from './work-items.ts';

export interface Everywhere {
  readonly footprints: readonly WorkingFootprint[];
  readonly versions: ReadonlyMap<string, VersionStateRow>;
}

/** What organisations that the person decides for have still to decide, on versions that wait for endorsements. */
export async function gatherEndorsements(
  { database, pack, clock }: AppContext,
  actor: Actor,
  everywhere: Everywhere,
): Promise<EndorsementFact[]> {
  const organisations = scopesOf(actor, 'organisation');
  if (organisations.size === 0 || !mayAnywhere(actor, 'roadmap.endorse')) {
    return [];
  }
  const day = today(clock);
  const waiting = everywhere.footprints.flatMap((footprint) => {
    const version = everywhere.versions.get(footprint.areaId);
    return version?.state === 'endorsement' && !footprint.isOver ? [{ footprint, version }] : [];
  });
  const versionIds = waiting.map(({ version }) => version.versionId);
  const [members, endorsements] = await Promise.all([
    listNamedMembersOf(database, versionIds),
    listEndorsementsOf(database, versionIds),
  ]);
  return waiting.flatMap(({ footprint, version }) => {
    const { versionId, number, digest, roundId } = version;
    const standing = currentEndorsements(endorsements.get(versionId) ?? [], digest ?? '');
    const decided = new Set(standing.map(({ organisationId }) => organisationId));
    return (members.get(versionId) ?? [])
      .filter(({ organisationId }) => organisations.has(organisationId) && !decided.has(organisationId))
      .map(({ organisationId, code, name }) => ({
        organisationId,
        code,
        organisationName: name,
        slug: footprint.slug,
        footprintName: footprint.name,
        number,
        dueOn: isSubmittingOpen(pack, version, day) ? dueOnOf(getRound(pack, roundId), footprint) : null,
      }));
  });
}

/** The current roadmaps of the footprints that organisations of the person are members of, with what those have decided. */
export async function gatherMemberRoadmaps({ database, pack }: AppContext, actor: Actor): Promise<MemberRoadmapFact[]> {
  const organisationIds = [...scopesOf(actor, 'organisation').keys()];
  if (organisationIds.length === 0 || !mayAnywhere(actor, 'roadmap.read')) {
    return [];
  }
  const roadmaps = await listMemberRoadmaps(database, organisationIds, pack.positionOn);
  return roadmaps
    .map(({ roundId, ...roadmap }) => ({ ...roadmap, roundLabel: getRound(pack, roundId).label }))
    .toSorted(by(({ name }) => name, compareNames));
}

/** How far the members have come with a frozen version. */
interface BoardFact {
  /** Whether enough have endorsed it, and no other is waited for. */
  readonly isAgreed: boolean;
  /** Names of those that declined. */
  readonly declinedBy: readonly string[];
}

/** Of footprints (by id), how far the members have come with the version that is frozen. */
export async function readBoards(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  versions: readonly VersionStateRow[],
): Promise<ReadonlyMap<string, BoardFact>> {
  const frozen = versions.filter(({ state }) => state === 'endorsement');
  if (frozen.length === 0) {
    return new Map();
  }
  const ids = frozen.map(({ versionId }) => versionId);
  const [members, given] = await Promise.all([listNamedMembersOf(database, ids), listEndorsementsOf(database, ids)]);
  return new Map(
    frozen.map(({ footprintId, versionId, digest }) => {
      const asked = members.get(versionId) ?? [];
      const board = endorsementBoard(asked, given.get(versionId) ?? [], digest, pack.submissionRule);
      const declinedBy = board.rows.flatMap(({ state, party }) => (state === 'declined' ? [party.name] : []));
      return [footprintId, { isAgreed: board.tally.waiting === 0 && outstandingCount(board) === 0, declinedBy }];
    }),
  );
}
