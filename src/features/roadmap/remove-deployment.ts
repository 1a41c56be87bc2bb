import type { Acting } from '../identity/index.ts';
import type { RoadmapContext } from './roadmap-context.ts';
import { type SaveOutcome, saveDraft } from './save-draft.ts';
import { deploymentSubject } from './save-subject.ts';

export interface RemoveDeployment {
  readonly footprintId: string;
  readonly versionNumber: number;
  readonly revision: number;
  readonly deploymentId: string;
}

/** Takes a row off the deployment schedule of a draft. What it said stays in the history. */
export function removeDeployment(
  context: RoadmapContext,
  { deploymentId, ...save }: RemoveDeployment,
  by: Acting,
): Promise<SaveOutcome> {
  const draft = { ...save, subject: deploymentSubject(deploymentId), content: null };
  return saveDraft(context, draft, by);
}
