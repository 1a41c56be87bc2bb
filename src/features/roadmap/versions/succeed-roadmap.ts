import type { Connection } from '../../../platform/database/database.ts';
import type { Acting } from '../../identity/index.ts';
import { holdFootprint } from '../../register/index.ts';
import { insertCitations } from '../content/parts/citation-repository.ts';
import { withdrawDocument } from '../freezing/withdraw-document.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { type BeginRoadmapOutcome, beginRoadmap } from './begin-roadmap.ts';
import { lockVersion } from './version-repository.ts';

/** A version that is open for endorsement, whose members change or whose footprint ends. */
export interface WithdrawInSuccession {
  readonly versionId: string;
  /** Of the document that was put to the members. */
  readonly digest: string;
  /** Read by every organisation whose endorsement lapses. */
  readonly reason: string;
}

export type WithdrawInSuccessionOutcome =
  | { readonly kind: 'ok'; readonly lapsedOrganisationIds: readonly string[] }
  /** It is not open for endorsement any more, or its document is another. */
  | { readonly kind: 'moved-on' };

/** Takes a document back from its members inside the caller's transaction; what they decided lapses, the document stays readable. */
export async function withdrawInSuccession(
  transaction: Connection,
  { versionId, digest, reason }: WithdrawInSuccession,
  by: Acting,
): Promise<WithdrawInSuccessionOutcome> {
  const version = await lockVersion(transaction, versionId);
  if (version.digest !== digest) {
    return { kind: 'moved-on' };
  }
  const outcome = await withdrawDocument(transaction, version, reason, by);
  return outcome.kind === 'ok' ? outcome : { kind: 'moved-on' };
}

export interface BeginCitingDraft {
  readonly footprintId: string;
  readonly citedVersionIds: readonly string[];
  readonly successionEventId: string;
  readonly summaryOfChanges: string;
}

/**
 * Begins the roadmap of a footprint that came after others, inside the caller's transaction, which has put it into the register: an empty draft
 * that cites what they wrote. Nothing is copied, because words of several are never merged by a machine.
 */
export async function beginCitingDraft(
  context: Pick<RoadmapContext, 'pack' | 'newId' | 'config'>,
  transaction: Connection,
  { footprintId, citedVersionIds, successionEventId, summaryOfChanges }: BeginCitingDraft,
  by: Acting,
): Promise<BeginRoadmapOutcome> {
  const place = await holdFootprint(transaction, footprintId, context.pack.positionOn);
  const footprint = place?.footprint ?? { areaId: footprintId, regions: [] };
  const outcome = await beginRoadmap(context, transaction, footprint, summaryOfChanges, by);
  if (outcome.kind === 'ok') {
    await insertCitations(transaction, { versionId: outcome.versionId, citedVersionIds, successionEventId });
    await auditRoadmap(transaction, outcome, 'roadmap.succeed', by, { footprint: footprintId, citedVersionIds });
  }
  return outcome;
}
