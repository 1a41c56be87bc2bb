import type { AppContext } from '../../context.ts';
import { designateExemplar, listExemplarsOf } from '../exemplar/index.ts';
import type { RoadmapIllustration } from './illustration.ts';

/** Designates the invented exemplars, each once. */
export async function seedExemplars(context: AppContext, illustration: RoadmapIllustration): Promise<void> {
  const day = { asAt: context.pack.positionOn, recordedBy: null };
  for (const exemplar of illustration.exemplars) {
    const organisationId = exemplar.organisation;
    if ((await listExemplarsOf(context.database, [organisationId], day)).length > 0) {
      continue;
    }
    await designateExemplar(context.database, {
      exemplarId: context.newId(),
      organisationId,
      groupId: exemplar.group,
      title: exemplar.title,
      reason: exemplar.reason,
      illustrative: true,
      personId: null,
      onBehalfOf: 'Illustrative data',
      at: new Date(`${exemplar.designatedOn}T10:00:00Z`),
    });
  }
}
