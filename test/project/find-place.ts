import type { Database } from '../../src/platform/database/database.ts';
import type { Place } from './route-addresses.ts';

/** Wolverhampton in the demonstration, where there is something at most addresses. */
export async function findPlace(database: Database): Promise<Place> {
  const [exemplar, deployment] = await Promise.all([
    database.selectFrom('exemplar').select('exemplar_id').executeTakeFirstOrThrow(),
    database
      .selectFrom('roadmap_history')
      .innerJoin('roadmap_version', 'roadmap_version.version_id', 'roadmap_history.version_id')
      .select('subject')
      .where('state', '=', 'draft')
      .where('subject', 'like', 'deployment:%')
      .executeTakeFirstOrThrow(),
  ]);
  const ids = { exemplarId: exemplar.exemplar_id, deploymentId: deployment.subject.split(':')[1] ?? '' };
  return { slug: 'wolverhampton', code: 'RL4', ...ids };
}
