import type { Connection } from '../../platform/database/database.ts';
import { findArea, findFootprintAtWork, findOrganisation, getDayOfOrganisation } from '../directory/index.ts';
import type { ScopeKind } from '../identity/index.ts';

export interface FoundScope {
  /** Organisation id or area id; empty for the nation. */
  readonly scopeId: string;
  readonly name: string;
}

/** What a code means as the place of a role, on a day, or later for what begins later; null where there is no such thing. */
export async function findScope(
  connection: Connection,
  kind: ScopeKind,
  code: string,
  asAt: string,
): Promise<FoundScope | null> {
  switch (kind) {
    case 'nation':
      return { scopeId: '', name: 'the national team' };
    case 'organisation': {
      const upper = code.toUpperCase();
      const day = await getDayOfOrganisation(connection, upper, asAt);
      const organisation = await findOrganisation(connection, upper, day);
      return organisation && { scopeId: organisation.organisationId, name: organisation.name };
    }
    case 'footprint': {
      const found = await findFootprintAtWork(connection, { slug: code.toLowerCase() }, asAt);
      return found && { scopeId: found.footprint.areaId, name: found.footprint.name };
    }
    case 'region': {
      const region = await findArea(connection, 'region', code.toUpperCase(), asAt);
      return region && { scopeId: region.areaId, name: region.name };
    }
  }
}
