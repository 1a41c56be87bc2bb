import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { HexagonOrientation } from '../drawing/hexagon-geometry.ts';
import type { BoundaryMark } from './compare-boundaries.ts';
import type { AreaTopology } from './simplify-boundaries.ts';
import { storedTopology } from './stored-topology.ts';

/** Keeps every other load of boundaries waiting until this transaction ends. */
export async function lockBoundaries(connection: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('boundaries'))`.execute(connection);
}

export interface BoundarySubject {
  readonly code: string;
  readonly name: string;
  readonly areaId: string | null;
  readonly organisationId: string | null;
}

/**
 * What a kind means in a time: the areas of that kind or, where there is none, the organisations of that type. Whoever bore
 * a code last in that time stands for it.
 */
export async function listSubjects(
  connection: Connection,
  kind: string,
  from: string,
  to: string | null,
): Promise<BoundarySubject[]> {
  const areas = await sql<BoundarySubject>`
    select distinct on (area.code) area.code, area.name, area.area_id as "areaId", null as "organisationId"
    from area_record as area
    where area.kind = ${kind} and area.valid && daterange(${from}::date, ${to}::date)
    order by area.code, lower(area.valid) desc nulls last`.execute(connection);
  if (areas.rows.length > 0) {
    return areas.rows;
  }
  const organisations = await sql<BoundarySubject>`
    select distinct on (organisation.code) organisation.code, organisation.name, null as "areaId",
           organisation.organisation_id as "organisationId"
    from organisation_record as organisation
    where organisation.type_id = ${kind} and organisation.valid && daterange(${from}::date, ${to}::date)
    order by organisation.code, lower(organisation.valid) desc nulls last`.execute(connection);
  return organisations.rows;
}

export type BoundaryForm = 'boundaries' | 'hexagons';

export interface HoldingSet {
  readonly boundarySetId: string;
  readonly digest: string;
  readonly validFrom: string | null;
  readonly fileName: string;
  readonly marks: readonly BoundaryMark[];
}

/** The set that holds on a day, with a mark for each of its areas. */
export async function findHoldingSet(
  connection: Connection,
  form: BoundaryForm,
  kind: string,
  asAt: string,
): Promise<HoldingSet | null> {
  const result = await sql<HoldingSet>`
    select boundary_set.boundary_set_id as "boundarySetId", boundary_set.digest, lower(boundary_set.valid)::text as "validFrom",
           boundary_set.file_name as "fileName",
           (select jsonb_agg(jsonb_build_object('code', boundary.code, 'name', boundary.name, 'digest', boundary.digest))
            from boundary where boundary.boundary_set_id = boundary_set.boundary_set_id) as marks
    from boundary_set
    where boundary_set.form = ${form} and boundary_set.kind = ${kind} and boundary_set.valid @> ${asAt}::date`.execute(
    connection,
  );
  return result.rows[0] ?? null;
}

/** The first day after the given one from which another set holds; null when none does. */
export async function findNextStart(
  connection: Connection,
  form: BoundaryForm,
  kind: string,
  after: string,
): Promise<string | null> {
  const result = await sql<{ next: string | null }>`
    select min(lower(boundary_set.valid))::text as next from boundary_set
    where boundary_set.form = ${form} and boundary_set.kind = ${kind} and lower(boundary_set.valid) > ${after}::date`.execute(
    connection,
  );
  return result.rows[0]?.next ?? null;
}

/** Takes a set away, with its boundaries: one of the same first day comes in its place. */
export async function deleteBoundarySet(connection: Connection, boundarySetId: string): Promise<void> {
  await connection.deleteFrom('boundary_set').where('boundary_set.boundary_set_id', '=', boundarySetId).execute();
}

/** Lets a set hold until the day before the given one. */
export async function endBoundarySet(connection: Connection, boundarySetId: string, endedOn: string): Promise<void> {
  await sql`
    update boundary_set set valid = daterange(lower(boundary_set.valid), ${endedOn}::date)
    where boundary_set.boundary_set_id = ${boundarySetId}`.execute(connection);
}

export interface BoundarySource {
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly licence: string;
  readonly datedOn: string;
}

/** The document a set was read from; one of the same id keeps what was said of it first. */
export async function insertBoundarySource(connection: Connection, source: BoundarySource): Promise<void> {
  await sql`
    insert into source (source_id, title, publisher, url, licence, dated_on, shipped)
    values (${source.sourceId}, ${source.title}, ${source.publisher}, ${source.url}, ${source.licence}, ${source.datedOn}, false)
    on conflict (source_id) do nothing`.execute(connection);
}

export interface NewBoundary extends BoundaryMark {
  readonly row: number;
  readonly areaId: string | null;
  readonly organisationId: string | null;
  readonly column: number | null;
  readonly hexRow: number | null;
}

export interface NewBoundarySet {
  readonly boundarySetId: string;
  readonly form: BoundaryForm;
  readonly kind: string;
  readonly datedOn: string;
  readonly validTo: string | null;
  readonly sourceId: string;
  readonly fileName: string;
  readonly digest: string;
  readonly loadedAt: Date;
  readonly drawing:
    | { readonly topology: AreaTopology; readonly weight: number; readonly pointCount: number }
    | { readonly orientation: HexagonOrientation };
  readonly boundaries: readonly NewBoundary[];
}

/** Stores a set and its boundaries, in two statements however many there are. */
export async function insertBoundarySet(connection: Connection, set: NewBoundarySet): Promise<void> {
  const { drawing } = set;
  const [topology, weight, pointCount] =
    'topology' in drawing
      ? [storedTopology.write(drawing.topology), drawing.weight, drawing.pointCount]
      : [null, null, null];
  const orientation = 'orientation' in drawing ? drawing.orientation : null;
  await sql`
    insert into boundary_set (boundary_set_id, form, kind, dated_on, valid, source_id, file_name, digest, loaded_at,
                              topology, simplification_weight, point_count, orientation)
    values (${set.boundarySetId}, ${set.form}, ${set.kind}, ${set.datedOn}, daterange(${set.datedOn}::date, ${set.validTo}::date),
            ${set.sourceId}, ${set.fileName}, ${set.digest}, ${set.loadedAt},
            ${topology}::jsonb, ${weight}, ${pointCount}, ${orientation})`.execute(connection);
  await sql`
    insert into boundary (boundary_set_id, code, name, source_row, area_id, organisation_id, digest, hex_column, hex_row)
    select ${set.boundarySetId}::uuid, row.code, row.name, row.row, row."areaId", row."organisationId", row.digest, row.column, row."hexRow"
    from jsonb_to_recordset(${JSON.stringify(set.boundaries)}::jsonb)
      as row (code text, name text, "row" integer, "areaId" text, "organisationId" text, digest text, "column" integer, "hexRow" integer)`.execute(
    connection,
  );
}
