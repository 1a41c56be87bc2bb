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
  /** Null where the roadmap of the round has not been begun, or was left behind as a draft. */
  readonly version: Version | null;
}

type InRound = Pick<RoadmapVersionRow, 'roundId' | 'begunIn' | 'draftIn' | 'isFirst' | 'state'>;

/**
 * The round that a footprint works in on a day, and its version there. A roadmap gives way to a round that comes before its own, unless its
 * current version is with others: whoever decides on it, or reviews it, is not overtaken. Null where no round of planning was ever
 * planned.
 *
 * @param current the current version of the footprint, of whatever round; null where it has none
 */
export function roadmapAtWork<Version extends InRound>(
  pack: Pick<ProgrammePack, 'id' | 'rounds' | 'endedOn'>,
  place: PlaceInRound,
  current: Version | null,
  today: string,
): RoadmapAtWork<Version> | null {
  const planning = planningRound(pack, today, idsOf(place));
  if (current === null) {
    return planning === undefined ? null : { round: planning, version: null };
  }
  const own = getRound(pack, current.roundId);
  return planning !== undefined && givesWay(current, own, planning, today)
    ? { round: planning, version: null }
    : { round: own, version: current };
}

/**
 * Whether a version gives way to another round: a later one, or, where its own is closed, one that is open. Only a first version that
 * nobody can send any more gives way to a round that opened before its own: what is settled stands for the earlier ones too. No roadmap is
 * begun twice in a round: a draft that was left behind in one that is open is taken up again, once nobody can send the one after it.
 */
function givesWay(version: InRound, own: Round, other: Round, today: string): boolean {
  const { state, isFirst, begunIn, draftIn } = version;
  const isWritten = acceptsEdits(state);
  const isElsewhere = roundState(own, today) !== roundState(other, today);
  if (begunIn.includes(other.id)) {
    return isElsewhere && isWritten && isFirst && draftIn.includes(other.id);
  }
  if (other.opensOn <= own.opensOn && !isElsewhere) {
    return false;
  }
  return other.opensOn < own.opensOn ? isWritten && isFirst : isWritten || mayBeginVersion(state);
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
