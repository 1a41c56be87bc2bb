import type { Acting } from '../identity/index.ts';
import type { PartText } from './roadmap.ts';
import type { RoadmapContext } from './roadmap-context.ts';
import { type SaveOutcome, saveDraft } from './save-draft.ts';
import { partSubject } from './save-subject.ts';

export interface SavePart {
  readonly footprintId: string;
  readonly versionNumber: number;
  readonly revision: number;
  readonly part: PartText;
}

/** Saves the text of one part of a draft. */
export function savePart(context: RoadmapContext, { part, ...save }: SavePart, by: Acting): Promise<SaveOutcome> {
  const draft = { ...save, subject: partSubject(part.partId), content: part };
  return saveDraft(context, draft, by);
}
