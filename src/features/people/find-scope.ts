import type { Connection } from '../../platform/database/database.ts';
import {
  findArea,
  findFootprint,
  findOrganisation,
  getDayOfFootprint,
  getDayOfOrganisation,
} from '../directory/index.ts';
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
      const slug = code.toLowerCase();
      const day = await getDayOfFootprint(connection, { slug }, asAt);
      const footprint = await findFootprint(connection, slug, day);
      return footprint && { scopeId: footprint.areaId, name: footprint.name };
    }
    case 'region': {
      const region = await findArea(connection, 'region', code.toUpperCase(), asAt);
      return region && { scopeId: region.areaId, name: region.name };
    }
  }
}
