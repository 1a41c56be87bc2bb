import type { Database } from '../../src/platform/database/database.ts';
import type { Place } from './route-addresses.ts';

/** Wolverhampton in the demonstration, where there is something at most addresses. */
export async function findPlace(database: Database): Promise<Place> {
  const [exemplar, deployment] = await Promise.all([
    database.selectFrom('exemplar').select('exemplar_id').executeTakeFirstOrThrow(),
    database
      .selectFrom('deployment')
      .innerJoin('roadmap_version', 'roadmap_version.version_id', 'deployment.version_id')
      .select('deployment_id')
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow(),
  ]);
  const ids = { exemplarId: exemplar.exemplar_id, deploymentId: deployment.deployment_id };
  return { slug: 'wolverhampton', code: 'RL4', ...ids };
}
