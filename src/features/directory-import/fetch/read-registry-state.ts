import type { Connection } from '../../../platform/database/database.ts';
import type { RegistryConfig } from '../../../platform/registry-config.ts';
import { findLastFetch, findUndecidedFile } from './registry-fetch-repository.ts';
import type { RegistryState } from './registry-state.ts';

interface Asked {
  readonly database: Connection;
  readonly config: { readonly registry: RegistryConfig | null };
}

export async function readRegistryState({ database, config: { registry } }: Asked): Promise<RegistryState> {
  const [last, undecided] = await Promise.all([findLastFetch(database), findUndecidedFile(database)]);
  return { registry, last, undecided };
}
