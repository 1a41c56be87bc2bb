import type { Acting } from '../identity/index.ts';
import type { Deployment } from './roadmap.ts';
import type { RoadmapContext } from './roadmap-context.ts';
import { type SaveOutcome, saveDraft } from './save-draft.ts';
import { deploymentSubject } from './save-subject.ts';

export interface SaveDeployment {
  readonly footprintId: string;
  readonly versionNumber: number;
  /** 0 for a deployment that is new; its id was made with the form, so that sending it twice adds it once. */
  readonly revision: number;
  readonly deployment: Deployment;
}

/** Adds a row to the deployment schedule of a draft, or changes it. One that was removed is put back. */
export function saveDeployment(
  context: RoadmapContext,
  { deployment, ...save }: SaveDeployment,
  by: Acting,
): Promise<SaveOutcome> {
  const draft = { ...save, subject: deploymentSubject(deployment.id), content: deployment };
  return saveDraft(context, draft, by);
}
