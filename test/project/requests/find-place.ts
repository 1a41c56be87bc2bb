import type { Database } from '../../../src/platform/database/database.ts';
import type { Place } from './walked-address.ts';

/** Wolverhampton in the demonstration, where there is something at most addresses. */
export async function findPlace(database: Database): Promise<Place> {
  const exemplar = await database.selectFrom('exemplar').select('exemplar_id').executeTakeFirstOrThrow();
  const ids = {
    exemplarId: exemplar.exemplar_id,
    deploymentId: await findRow(database, 'deployment'),
    riskId: await findRow(database, 'risk'),
  };
  return { slug: 'wolverhampton', code: 'RL4', ...ids };
}

/** The id of a row of this kind in a draft. */
async function findRow(database: Database, kind: string): Promise<string> {
  const { subject } = await database
    .selectFrom('roadmap_history')
    .innerJoin('roadmap_version', 'roadmap_version.version_id', 'roadmap_history.version_id')
    .select('subject')
    .where('state', '=', 'draft')
    .where('subject', 'like', `${kind}:%`)
    .executeTakeFirstOrThrow();
  return subject.split(':')[1] ?? '';
}
