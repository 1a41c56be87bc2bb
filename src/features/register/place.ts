import type { MembershipRole } from '../programme/index.ts';

/* What areas are called, how they lie in each other, and who belongs to them: facts that hold for days, each kind in a table. */

/** What is said, and of what: values in the order of the key columns, and what else there is by column. */
export interface PlaceFact {
  readonly keys: readonly string[];
  readonly said: Readonly<Record<string, string>>;
}

/** Who says so, and for which days: half-open, null being without start or end. */
export interface DatedPlace extends PlaceFact {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly sourceId: string;
  readonly standing: string;
  readonly note: string;
  /** The record of the file, from 1, where the source is a file. Only names of areas keep it. */
  readonly sourceRow?: number;
}

interface PlaceTable {
  readonly table: 'area_record' | 'area_link' | 'organisation_area' | 'membership';
  readonly id: string;
  /** The columns that say what a row is about: no two rows with the same may share a day. */
  readonly keys: readonly string[];
  readonly said: readonly string[];
}

export type PlaceKind = 'area' | 'area-link' | 'organisation-place' | 'membership';

/** In the order in which they point at each other. */
export const placeTables: Readonly<Record<PlaceKind, PlaceTable>> = {
  area: { table: 'area_record', id: 'area_record_id', keys: ['area_id'], said: ['kind', 'code', 'name', 'slug'] },
  'area-link': {
    table: 'area_link',
    id: 'area_link_id',
    keys: ['child_area_id', 'parent_area_id'],
    said: ['relation'],
  },
  'organisation-place': {
    table: 'organisation_area',
    id: 'organisation_area_id',
    keys: ['organisation_id', 'area_id'],
    said: [],
  },
  membership: {
    table: 'membership',
    id: 'membership_id',
    keys: ['area_id', 'organisation_id', 'role'],
    said: ['listed_as'],
  },
};

export interface AreaKeys {
  readonly areaId: string;
  readonly code: string;
  readonly name: string;
  readonly slug: string;
}

/** What an area is called. */
export function areaFact({ areaId, kind, code, name, slug }: AreaKeys & { readonly kind: string }): PlaceFact {
  return { keys: [areaId], said: { kind, code, name, slug } };
}

export interface AreaInArea {
  readonly childAreaId: string;
  readonly parentAreaId: string;
  readonly relation: 'within' | 'spans';
}

/** That an area lies in another. */
export function areaLinkFact({ childAreaId, parentAreaId, relation }: AreaInArea): PlaceFact {
  return { keys: [childAreaId, parentAreaId], said: { relation } };
}

/** That an organisation lies in a region or STP. */
export function organisationPlaceFact(place: { readonly organisationId: string; readonly areaId: string }): PlaceFact {
  return { keys: [place.organisationId, place.areaId], said: {} };
}

export interface PlaceInFootprint {
  readonly areaId: string;
  readonly organisationId: string;
  readonly role: MembershipRole;
}

/** That an organisation is a member of a footprint; `listedAs` is what a source calls it there. */
export function membershipFact(
  { areaId, organisationId, role }: PlaceInFootprint,
  listedAs: string | null = null,
): PlaceFact {
  return { keys: [areaId, organisationId, role], said: { listed_as: listedAs ?? '' } };
}
