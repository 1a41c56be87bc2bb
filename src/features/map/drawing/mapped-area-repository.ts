import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { type AreaRef, planningKindOn } from '../../directory/index.ts';
import type { HexagonOrientation } from './hexagon-geometry.ts';

/** An area with its cell on the hexagon map. */
export interface MappedArea extends AreaRef {
  readonly column: number;
  readonly row: number;
  readonly orientation: HexagonOrientation;
  readonly sourceId: string;
}

/**
 * The areas in which organisations plan on the day that have a cell on the hexagon map, by row and column: those of the layout that was imported for the day or,
 * where none was, of the shipped one.
 */
export async function listMappedAreas(connection: Connection, asAt: string): Promise<MappedArea[]> {
  const result = await sql<MappedArea>`
    with imported as (
      select boundary.area_id, boundary.hex_column, boundary.hex_row, boundary_set.orientation, boundary_set.source_id
      from boundary_set join boundary on boundary.boundary_set_id = boundary_set.boundary_set_id
      where boundary_set.form = 'hexagons' and boundary_set.kind = ${planningKindOn(asAt)} and boundary_set.valid @> ${asAt}::date
    ), cell as (
      select * from imported
      union all
      select area_hexagon.area_id, area_hexagon.hex_column, area_hexagon.hex_row, 'pointed', area_hexagon.source_id
      from area_hexagon where not exists (select from imported)
    )
    select area.area_id as "areaId", area.kind, area.code, area.name, area.slug,
           cell.hex_column as column, cell.hex_row as row, cell.orientation, cell.source_id as "sourceId"
    from cell join area_record as area on area.area_id = cell.area_id
    where area.kind = ${planningKindOn(asAt)} and area.valid @> ${asAt}::date
    order by cell.hex_row, cell.hex_column`.execute(connection);
  return result.rows;
}
