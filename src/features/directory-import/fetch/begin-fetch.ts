import type { AppContext } from '../../../context.ts';
import type { JobQueue } from '../../../platform/jobs/job-queue.ts';
import type { RegistryConfig } from '../../../platform/registry-config.ts';
import { isFetchDue } from './registry-fetch.ts';
import { findLastFetch, findUndecidedFile, insertFetch, updateForgottenFetches } from './registry-fetch-repository.ts';
import type { FetchJob } from './work-on-fetch.ts';

export type Begun =
  | 'begun'
  /** One is under way already. */
  | 'under-way'
  /** What was fetched before waits for a decision, and what is newer would only wait beside it. */
  | 'undecided';

type Tools = Pick<AppContext, 'database' | 'clock' | 'newId'>;

/** Has the registry asked, by a job that exists if and only if it is on record. */
export async function beginFetch(
  { database, clock, newId }: Tools,
  queue: () => Promise<JobQueue<FetchJob>>,
  { address, layout }: RegistryConfig,
  askedBy: string | null,
): Promise<Begun> {
  if ((await findUndecidedFile(database)) !== null) {
    return 'undecided';
  }
  const started = await queue();
  const fetchId = newId();
  return database.transaction().execute(async (transaction) => {
    const isNew = await insertFetch(transaction, { fetchId, address, layout, askedAt: clock(), askedBy });
    if (isNew) {
      await started.add(transaction, { fetchId });
    }
    return isNew ? 'begun' : 'under-way';
  });
}

/** Longer than all tries of one take together. */
const FORGOTTEN_MILLISECONDS = 7_200_000;

/** Has it asked where its time has come. Several processes may look at once: one of them has it asked. */
export async function beginFetchWhenDue(
  tools: Tools,
  queue: () => Promise<JobQueue<FetchJob>>,
  registry: RegistryConfig,
): Promise<void> {
  const now = tools.clock();
  await updateForgottenFetches(tools.database, new Date(now.getTime() - FORGOTTEN_MILLISECONDS), now);
  const last = await findLastFetch(tools.database);
  if (isFetchDue(now, last?.askedAt ?? null, registry)) {
    await beginFetch(tools, queue, registry, null);
  }
}
