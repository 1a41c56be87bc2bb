import type { Acting } from '../../identity/index.ts';
import { insertCitations } from '../content/parts/citation-repository.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import type { PlaceInRound } from '../round-of-roadmap.ts';
import { type BeginRoadmapOutcome, beginRoadmap } from './begin-roadmap.ts';
import { readCitations } from './read-citations.ts';

/**
 * Begins the roadmap of a footprint in the planning round that is open for it. The first one of a footprint that came after others cites what
 * they wrote: no round was open when it came.
 */
export function openRoadmap(
  context: RoadmapContext,
  footprint: PlaceInRound,
  by: Acting,
): Promise<BeginRoadmapOutcome> {
  return context.database.transaction().execute(async (transaction): Promise<BeginRoadmapOutcome> => {
    const outcome = await beginRoadmap(context, transaction, footprint, '', by);
    if (outcome.kind !== 'ok') {
      return outcome;
    }
    const { versionId, number, isTakenUp } = outcome;
    const citations = number === 1 && !isTakenUp ? await readCitations(transaction, footprint.areaId) : [];
    for (const each of citations) {
      await insertCitations(transaction, { versionId, ...each });
    }
    const citedVersionIds = citations.flatMap((each) => each.citedVersionIds);
    const detail = { footprint: footprint.areaId, ...(citedVersionIds.length === 0 ? {} : { citedVersionIds }) };
    await auditRoadmap(transaction, outcome, isTakenUp ? 'roadmap.take-up' : 'roadmap.open', by, detail);
    return outcome;
  });
}
