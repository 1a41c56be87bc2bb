import type { Acting } from '../identity/index.ts';
import type { TrajectoryRow } from './roadmap.ts';
import type { RoadmapContext } from './roadmap-context.ts';
import { type SaveOutcome, saveDraft } from './save-draft.ts';
import { trajectorySubject } from './save-subject.ts';

export interface SaveTrajectory {
  readonly footprintId: string;
  readonly versionNumber: number;
  readonly revision: number;
  /** Valid by `checkTrajectory`. */
  readonly rows: readonly TrajectoryRow[];
}

/** Saves the targets of a draft: the whole table at once. */
export function saveTrajectory(
  context: RoadmapContext,
  { rows, ...save }: SaveTrajectory,
  by: Acting,
): Promise<SaveOutcome> {
  const draft = { ...save, subject: trajectorySubject, content: rows };
  return saveDraft(context, draft, by);
}
