import { dueOnFor, getRound, type ProgrammePack, type Round, roadmapRound, roundState } from '../programme/index.ts';
import type { RoadmapPlace } from './roadmap-place.ts';
import type { RoadmapVersionRow } from './versions/version-repository.ts';

/** Whether a footprint can begin its roadmap on a day. */
export function isBeginningOpen(pack: ProgrammePack, today: string): boolean {
  return roundState(roadmapRound(pack), today) === 'open';
}

/**
 * Whether its round lets a frozen version be submitted on a day. A round that is closed takes no first version; one that answers a review, or
 * follows one that was published, is not held up by it.
 */
export function isSubmittingOpen(
  pack: ProgrammePack,
  { roundId, number }: Pick<RoadmapVersionRow, 'roundId' | 'number'>,
  today: string,
): boolean {
  return number > 1 || roundState(getRound(pack, roundId), today) === 'open';
}

/** The deadline of a footprint, as an ISO date. */
export function dueOnOf(round: Round, { footprint }: Pick<RoadmapPlace, 'footprint'>): string {
  return dueOnFor(round, new Set([footprint.areaId, ...footprint.regions.map(({ areaId }) => areaId)]));
}
