import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { readPage } from '../../platform/database/statements/read-page.ts';
import { mapPage, type Page, type Slice } from '../../platform/page.ts';
import type { MembershipRole, Standing } from '../programme/index.ts';
import type { Area, AreaRef, CalledStatus, Footprint, OrganisationRef, SourceRef } from './directory.ts';
import { listPlacesOfAreas, placed } from './listing-details-repository.ts';
import { areaRefJson, sourceJson } from './sql-fragments.ts';

/* The directory in pages, for readers that walk through the whole of it. */

const areaTables = sql`area_record as area join source on source.source_id = area.source_id`;

const areaColumns = sql`area.area_id as "areaId", area.kind, area.code, area.name, area.slug, area.standing, area.note,
  lower(area.valid)::text as "validFrom", upper(area.valid)::text as "validTo", ${sourceJson} as source`;

export interface AreaListing {
  readonly asAt: string;
  /** Null for every kind. */
  readonly kind: string | null;
}

/** Areas by kind, then name. */
export function listAreaPage(connection: Connection, { asAt, kind }: AreaListing, slice: Slice): Promise<Page<Area>> {
  const query = {
    columns: areaColumns,
    from: areaTables,
    where: sql`area.valid @> ${asAt}::date and (${kind}::text is null or area.kind = ${kind})`,
    order: [sql`area.kind`, sql`area.name`, sql`area.area_id`],
    keyOf: (area: Area) => [area.kind, area.name, area.areaId],
  };
  return readPage(connection, query, slice);
}

/** Footprints by name. */
export async function listFootprintPage(
  connection: Connection,
  { asAt }: { readonly asAt: string },
  slice: Slice,
): Promise<Page<Footprint>> {
  const query = {
    columns: areaColumns,
    from: areaTables,
    where: sql`area.kind = 'footprint' and area.valid @> ${asAt}::date`,
    order: [sql`area.name`, sql`area.area_id`],
    keyOf: (area: Area) => [area.name, area.areaId],
  };
  const page = await readPage(connection, query, slice);
  const ids = page.rows.map(({ areaId }) => areaId);
  const places = await listPlacesOfAreas(connection, ids, asAt);
  return mapPage(page, (area) => ({ ...area, ...placed(places, area.areaId) }));
}

export interface MembershipListing {
  readonly asAt: string;
  readonly footprintSlug: string | null;
  readonly organisationCode: string | null;
  readonly role: MembershipRole | null;
}

/** An organisation's part in a footprint, with both sides named. */
export interface ListedMembership {
  readonly membershipId: string;
  readonly footprint: AreaRef;
  readonly organisation: OrganisationRef & CalledStatus;
  readonly role: MembershipRole;
  /** The name the source uses; empty where the source does not name the organisation. */
  readonly listedAs: string;
  readonly standing: Standing;
  readonly note: string;
  readonly source: SourceRef;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Memberships of footprints, by footprint, then organisation code. */
export function listMembershipPage(
  connection: Connection,
  listing: MembershipListing,
  slice: Slice,
): Promise<Page<ListedMembership>> {
  const { asAt, footprintSlug, organisationCode, role } = listing;
  const query = {
    columns: sql`membership.membership_id::text as "membershipId", ${areaRefJson} as footprint,
      jsonb_build_object('organisationId', organisation.organisation_id, 'code', organisation.code,
        'name', organisation.name, 'typeId', organisation.type_id, 'status', organisation.status) as organisation,
      membership.role, membership.listed_as as "listedAs", membership.standing, membership.note,
      lower(membership.valid)::text as "validFrom", upper(membership.valid)::text as "validTo", ${sourceJson} as source`,
    from: sql`membership
      join area_record as area
        on area.area_id = membership.area_id and area.kind = 'footprint' and area.valid @> ${asAt}::date
      join organisation_record as organisation
        on organisation.organisation_id = membership.organisation_id and organisation.valid @> ${asAt}::date
      join source on source.source_id = membership.source_id`,
    where: sql`membership.valid @> ${asAt}::date
      and (${footprintSlug}::text is null or area.slug = ${footprintSlug})
      and (${organisationCode}::text is null or organisation.code = ${organisationCode})
      and (${role}::text is null or membership.role = ${role})`,
    order: [sql`area.slug`, sql`organisation.code`, sql`membership.role`, sql`membership.membership_id::text`],
    keyOf: (row: ListedMembership) => [row.footprint.slug, row.organisation.code, row.role, row.membershipId],
  };
  return readPage(connection, query, slice);
}

/** The areas of these ids, by id, as they are called on the day, or nearest to it; ids that name none are left out. */
export async function listAreasById(
  connection: Connection,
  areaIds: readonly string[],
  asAt: string,
): Promise<Map<string, AreaRef>> {
  const result = await sql<AreaRef>`
    select area.area_id as "areaId", area.kind, area.code, area.name, area.slug
    from unnest(${areaIds}::text[]) as wanted (area_id) join lateral area_on(wanted.area_id, ${asAt}::date) as area on true`.execute(
    connection,
  );
  return new Map(result.rows.map((row) => [row.areaId, row]));
}
