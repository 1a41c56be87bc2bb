import {
  findArea,
  findFootprint,
  findOrganisation,
  getDayOfFootprint,
  getDayOfOrganisation,
} from '../features/directory/index.ts';
import type { ScopeKind } from '../features/identity/index.ts';
import type { Connection } from '../platform/database/database.ts';
import { UsageError } from './command.ts';

export interface FoundScope {
  /** Organisation id or area id; empty for the nation. */
  readonly scopeId: string;
  readonly name: string;
}

/** What a `--scope` means on a day, or later for what begins later; throws `UsageError` where there is no such thing. */
export async function findScope(
  connection: Connection,
  kind: ScopeKind,
  scope: string,
  asAt: string,
): Promise<FoundScope> {
  switch (kind) {
    case 'nation':
      return { scopeId: '', name: 'the national team' };
    case 'organisation': {
      const code = scope.toUpperCase();
      const day = await getDayOfOrganisation(connection, code, asAt);
      const organisation = await findOrganisation(connection, code, day);
      return known(organisation && { scopeId: organisation.organisationId, name: organisation.name }, kind, scope);
    }
    case 'footprint': {
      const slug = scope.toLowerCase();
      const day = await getDayOfFootprint(connection, { slug }, asAt);
      const footprint = await findFootprint(connection, slug, day);
      return known(footprint && { scopeId: footprint.areaId, name: footprint.name }, kind, scope);
    }
    case 'region': {
      const region = await findArea(connection, 'region', scope.toUpperCase(), asAt);
      return known(region && { scopeId: region.areaId, name: region.name }, kind, scope);
    }
  }
}

function known(found: FoundScope | null, kind: ScopeKind, scope: string): FoundScope {
  if (found === null) {
    throw new UsageError(`--scope: there is no ${kind} “${scope}”`);
  }
  return found;
}
