import type { MultiPolygon, Polygon } from 'geojson';
import type { HexagonOrientation } from '../drawing/hexagon-geometry.ts';

/** Something in a geometry file that cannot be taken as it stands. */
export interface BoundaryFault {
  /** Counted from 1 in the order of the file; null where the fault is in the file as a whole. */
  readonly feature: number | null;
  /** Where in the file, e.g. `features[3].properties.AREACD`; empty for the whole file. */
  readonly path: string;
  readonly reason: string;
}

/** One area of a geometry file: rings wound for the sphere, longitude and latitude in degrees (WGS84). */
export interface AreaShape {
  /** Counted from 1 in the order of the file. */
  readonly feature: number;
  readonly path: string;
  readonly code: string;
  /** Empty when no property was named for it. */
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** One hexagon of a file, on the grid of this service (see `hexagon-geometry.ts`). */
export interface AreaCell {
  readonly feature: number;
  readonly path: string;
  readonly code: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

/** How the properties of a file are to be read. */
export interface PropertyMapping {
  /** Property that holds the code; null for the id of the feature, or the key of the hexagon. */
  readonly codeProperty: string | null;
  /** Property that holds the name; null for none. */
  readonly nameProperty: string | null;
  /** The object of a TopoJSON file; null where it has one only. */
  readonly objectName: string | null;
}

export type ParsedGeometry =
  | { readonly kind: 'boundaries'; readonly format: 'GeoJSON' | 'TopoJSON'; readonly shapes: readonly AreaShape[] }
  | { readonly kind: 'hexagons'; readonly orientation: HexagonOrientation; readonly cells: readonly AreaCell[] }
  | { readonly kind: 'faulty'; readonly faults: readonly BoundaryFault[] };
