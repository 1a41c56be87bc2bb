import type { AppContext } from '../../context.ts';
import { designateExemplar, listExemplarsOf } from '../exemplar/index.ts';
import type { RoadmapIllustration } from './illustrative-roadmap.ts';

/** Organisations by code, one for each exemplar of the illustration. */
const designated = ['RP5', 'RTE'];

/** Designates the invented exemplars, each once. */
export async function seedExemplars(context: AppContext, illustration: RoadmapIllustration): Promise<void> {
  for (const [index, exemplar] of illustration.exemplars.entries()) {
    const organisationId = designated[index];
    if (organisationId === undefined || (await listExemplarsOf(context.database, [organisationId])).length > 0) {
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
      at: new Date(Date.UTC(2017, 1, 6 + index, 10)),
    });
  }
}
