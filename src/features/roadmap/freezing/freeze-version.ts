import type { CheckResult } from '../../../platform/check-result.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Footprint } from '../../directory/index.ts';
import type { Acting } from '../../identity/index.ts';
import { holdFootprint } from '../../register/index.ts';
import { buildDocument } from '../documents/build-document.ts';
import { documentDigest } from '../documents/frozen-document.ts';
import { insertNamedMembers } from '../documents/named-member-repository.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { holdSubmitting } from '../versions/hold-submitting.ts';
import { readFreezeState } from '../versions/read-version-checks.ts';
import { lockCurrentVersion, updateVersion } from '../versions/version-repository.ts';
import { acceptsEdits, nextVersionState } from '../versions/version-state.ts';

export type FreezeOutcome =
  | { readonly kind: 'ok'; readonly versionId: string; readonly digest: string }
  | { readonly kind: 'blocked'; readonly check: CheckResult }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Freezes the draft of a footprint: makes the canonical document and its digest, and opens it for endorsement. Nobody can
 * change a word of it after this without every endorsement lapsing.
 */
export function freezeVersion(
  { database, pack, newId }: RoadmapContext,
  { areaId }: Pick<Footprint, 'areaId'>,
  versionNumber: number,
  by: Acting,
): Promise<FreezeOutcome> {
  return database.transaction().execute(async (transaction): Promise<FreezeOutcome> => {
    // Read here and held: what the document says of the footprint and its members is so when it is put before them.
    const held = await holdFootprint(transaction, areaId, pack.positionOn);
    const asked = { footprintId: areaId, number: versionNumber };
    const isOpen = await holdSubmitting(transaction, pack, asked, dayOf(by.at));
    const version = await lockCurrentVersion(transaction, areaId);
    if (held === null || version === null || version.number !== versionNumber) {
      return otherVersion(versionNumber);
    }

    if (acceptsEdits(version.state) && !isOpen) {
      return { kind: 'refused', reason: roundClosedWords };
    }

    const { footprint, members } = held;
    const { content, baseline, check } = await readFreezeState(transaction, pack, version, members, dayOf(by.at));
    const facts = { blockerCount: check.blockers.length, newerVersion: null };
    const decision = nextVersionState(version.state, { kind: 'freeze' }, facts);
    if (decision.kind === 'refused') {
      return decision.code === 'no-blockers' ? { kind: 'blocked', check } : decision;
    }

    const document = buildDocument({ pack, footprint, members, version, content, baseline, frozenAt: by.at, newId });
    const digest = documentDigest(document);
    const frozen = { document, digest, at: by.at, by: by.personId };
    await updateVersion(transaction, version.versionId, decision.state, { frozen });
    await insertNamedMembers(transaction, { versionId: version.versionId, digest }, members);
    await auditRoadmap(transaction, version, 'roadmap.freeze', by, { digest, warnings: check.warnings });
    return { kind: 'ok', versionId: version.versionId, digest };
  });
}

/** Why a first version cannot be put before its members: they would endorse what nobody may submit. */
export const roundClosedWords =
  'The planning round of this roadmap is closed, so its first version cannot be frozen or submitted';

/** The refusal of a step that was offered for a version that is no longer the current one. */
export function otherVersion(versionNumber: number): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason: `Version ${versionNumber} is not the current version of this roadmap any more` };
}
