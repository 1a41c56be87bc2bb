import { canonicalJson } from '../../platform/canonical-json.ts';
import type { Acting } from '../identity/index.ts';
import { auditRoadmap } from './roadmap-audit.ts';
import type { RoadmapContext } from './roadmap-context.ts';
import { findLatestSave, insertSaves, type Save } from './save-repository.ts';
import { lockCurrentVersion, type RoadmapVersionRow } from './version-repository.ts';
import { acceptsEdits, versionStateLabels } from './version-state.ts';

/** Something to save in the draft of a footprint, and what the page it was typed on was made from. */
export interface DraftSave {
  readonly footprintId: string;
  readonly versionNumber: number;
  /** 0 when it had never been saved. */
  readonly revision: number;
  readonly subject: string;
  /** As it will stand in the history; null removes it. */
  readonly content: unknown;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  /** What was sent says what is stored already. */
  | { readonly kind: 'unchanged'; readonly revision: number }
  /** Somebody else has saved something different since the page was made; nothing was written. */
  | { readonly kind: 'conflict'; readonly saved: Save }
  /** The version takes no more text; nothing was written. */
  | { readonly kind: 'closed'; readonly reason: string };

/**
 * Saves one thing in a draft: checks under the version's lock that the draft is still open and that nobody saved in between, and
 * adds it to the history, whose latest saves are what the draft says, and to the audit trail.
 */
export function saveDraft(
  { database }: Pick<RoadmapContext, 'database'>,
  save: DraftSave,
  by: Acting,
): Promise<SaveOutcome> {
  return database.transaction().execute(async (transaction): Promise<SaveOutcome> => {
    const draft = openDraft(await lockCurrentVersion(transaction, save.footprintId), save.versionNumber);
    if (draft.kind === 'closed') {
      return draft;
    }
    const { version } = draft;

    const saved = await findLatestSave(transaction, version.versionId, save.subject);
    const decision = decideSave(save, saved);
    if (decision.kind !== 'saved') {
      return decision;
    }

    const { subject, content } = save;
    const { revision } = decision;
    const stamp = { savedBy: by.personId, savedAt: by.at };
    await insertSaves(transaction, [{ versionId: version.versionId, subject, revision, content, ...stamp }]);
    const action = content === null ? 'roadmap.remove' : 'roadmap.save';
    await auditRoadmap(transaction, version, action, by, { subject, revision });
    return decision;
  });
}

/** Sending the same words twice is no conflict, so that a form sent again by accident does no harm. */
function decideSave(save: DraftSave, saved: Save | null): SaveOutcome {
  if (saved === null) {
    return { kind: 'saved', revision: 1 };
  }
  if (canonicalJson(saved.content) === canonicalJson(save.content)) {
    return { kind: 'unchanged', revision: saved.revision };
  }
  return saved.revision === save.revision
    ? { kind: 'saved', revision: saved.revision + 1 }
    : { kind: 'conflict', saved };
}

type Draft =
  | { readonly kind: 'open'; readonly version: RoadmapVersionRow }
  | { readonly kind: 'closed'; readonly reason: string };

/** The current version, if it is still the draft that a page was made from. */
function openDraft(version: RoadmapVersionRow | null, versionNumber: number): Draft {
  if (version === null) {
    return { kind: 'closed', reason: 'This footprint has no roadmap yet' };
  }
  const { number, state } = version;
  if (number !== versionNumber) {
    return { kind: 'closed', reason: `Version ${versionNumber} is not the current one any more: version ${number} is` };
  }
  if (acceptsEdits(state)) {
    return { kind: 'open', version };
  }
  const label = versionStateLabels[state];
  return { kind: 'closed', reason: `Version ${number} is not a draft any more: it stands at “${label}”` };
}
