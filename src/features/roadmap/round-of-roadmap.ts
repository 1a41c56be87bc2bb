import { dueOnFor, getRound, type ProgrammePack, planningRound, type Round, roundState } from '../programme/index.ts';
import type { RoadmapVersionRow } from './versions/version-repository.ts';
import { acceptsEdits, mayBeginVersion } from './versions/version-state.ts';

/** A footprint as far as deadlines go, which may be extended for it or for a region of it. */
export interface PlaceInRound {
  readonly areaId: string;
  readonly regions: readonly { readonly areaId: string }[];
}

export interface RoadmapAtWork<Version> {
  readonly round: Round;
  /** Null where the roadmap of the round has not been begun. */
  readonly version: Version | null;
}

/**
 * The round that a footprint works in on a day, and its version there. A roadmap of an earlier round gives way to a newer round, unless
 * its current version is with others: whoever decides on it, or reviews it, is not overtaken.
 *
 * @param current the current version of the footprint, of whatever round; null where it has none
 */
export function roadmapAtWork<Version extends Pick<RoadmapVersionRow, 'roundId' | 'state'>>(
  pack: Pick<ProgrammePack, 'id' | 'rounds'>,
  place: PlaceInRound,
  current: Version | null,
  today: string,
): RoadmapAtWork<Version> {
  const planning = planningRound(pack, today, idsOf(place));
  if (current === null) {
    return { round: planning, version: null };
  }
  const own = getRound(pack, current.roundId);
  const givesWay = acceptsEdits(current.state) || mayBeginVersion(current.state);
  return own.opensOn < planning.opensOn && givesWay
    ? { round: planning, version: null }
    : { round: own, version: current };
}

/**
 * Whether its round lets a frozen version be submitted on a day. A round that is closed takes no first version; one that answers a review, or
 * follows one that was published, is not held up by it.
 */
export function isSubmittingOpen(
  pack: Pick<ProgrammePack, 'id' | 'rounds'>,
  { roundId, isFirst }: Pick<RoadmapVersionRow, 'roundId' | 'isFirst'>,
  today: string,
): boolean {
  return !isFirst || roundState(getRound(pack, roundId), today) === 'open';
}

/** The deadline of a footprint, as an ISO date. */
export function dueOnOf(round: Round, place: PlaceInRound): string {
  return dueOnFor(round, idsOf(place));
}

function idsOf({ areaId, regions }: PlaceInRound): ReadonlySet<string> {
  return new Set([areaId, ...regions.map((region) => region.areaId)]);
}
