import { canonicalJson } from '../../../platform/canonical-json.ts';
import { decideSave, type SaveDecision } from '../../../platform/decide-save.ts';
import type { Acting } from '../../identity/index.ts';
import { type SavedKind, subjectOf } from '../content/saved-kind.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { lockCurrentVersion, type RoadmapVersionRow } from '../versions/version-repository.ts';
import { acceptsEdits, versionStateLabels } from '../versions/version-state.ts';
import { findSave, insertSaves, type Save } from './save-repository.ts';

/** Something to save in the draft of a footprint, and what the page it was typed on was made from. */
export interface ContentSave<Saved> {
  readonly footprintId: string;
  readonly versionNumber: number;
  /** 0 when it had never been saved. */
  readonly revision: number;
  readonly kind: SavedKind<Saved>;
  /** Of a new row made with its form, so that sending it twice adds it once; empty where one save holds all of a kind. */
  readonly id: string;
  /** Null takes it out; what it said stays in the history, and a further save puts it back. */
  readonly content: Saved | null;
}

export type SaveOutcome<Saved> =
  | SaveDecision<Save<Saved>>
  /** The version takes no more text; nothing was written. */
  | { readonly kind: 'closed'; readonly reason: string };

/**
 * Saves one thing in a draft, of whatever kind: checks under the version's lock that the draft is still open and that nobody
 * saved in between, and adds it to the history, whose latest saves are what the draft says, and to the audit trail.
 */
export function saveContent<Saved>(
  { database }: Pick<RoadmapContext, 'database'>,
  save: ContentSave<Saved>,
  by: Acting,
): Promise<SaveOutcome<Saved>> {
  return database.transaction().execute(async (transaction): Promise<SaveOutcome<Saved>> => {
    const draft = openDraft(await lockCurrentVersion(transaction, save.footprintId), save.versionNumber);
    if (draft.kind === 'closed') {
      return draft;
    }
    const { version } = draft;
    const { versionId } = version;

    const stored = await findSave(transaction, versionId, save.kind, save.id);
    const decision = decideSave<Saved | null, Save<Saved>>({ typed: save, stored }, isSame);
    if (decision.kind !== 'saved') {
      return decision;
    }

    const { kind, content } = save;
    const { revision } = decision;
    const subject = subjectOf(kind, save.id);
    const stamp = { savedBy: by.personId, savedAt: by.at };
    const shapeVersion = kind.stored.version;
    await insertSaves(transaction, [{ versionId, subject, revision, content, shapeVersion, ...stamp }]);
    const action = content === null ? 'roadmap.remove' : 'roadmap.save';
    await auditRoadmap(transaction, version, action, by, { subject, revision });
    return decision;
  });
}

const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

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
