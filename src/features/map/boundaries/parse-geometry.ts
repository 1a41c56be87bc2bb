import { geometryLimits } from '../../../file-limits.ts';
import { parseBoundedJson } from '../../../platform/files/json-scan.ts';
import type { BoundaryFault, ParsedGeometry, PropertyMapping } from './boundary.ts';
import { parseGeoJson } from './parse-geojson.ts';
import { parseHexJson } from './parse-hexjson.ts';
import { parseTopoJson } from './parse-topojson.ts';

/** Reads GeoJSON, TopoJSON or HexJSON, told apart by what is in it; all of it, or everything that is wrong with it. */
export function parseGeometry(text: string, mapping: PropertyMapping): ParsedGeometry {
  const parsed = parseBoundedJson(text, geometryLimits);
  if (parsed.kind === 'too-much') {
    return whole(`The file ${parsed.reason}`);
  }
  if (parsed.kind === 'not-json') {
    return whole('The file is not JSON, or breaks off before its end');
  }
  const json = parsed.value;
  const members = typeof json === 'object' && json !== null ? Object.fromEntries(Object.entries(json)) : {};
  if (members.type === 'FeatureCollection') {
    return checked(parseGeoJson(json, mapping));
  }
  if (members.type === 'Topology') {
    return checked(parseTopoJson(json, mapping));
  }
  if ('hexes' in members) {
    return checked(parseHexJson(json, mapping));
  }
  const found = typeof members.type === 'string' ? `This is a ${members.type.slice(0, 40)}. ` : '';
  return whole(`${found}Wanted is a GeoJSON FeatureCollection, a TopoJSON Topology or a HexJSON file`);
}

function whole(reason: string): ParsedGeometry {
  return { kind: 'faulty', faults: [{ feature: null, path: '', reason }] };
}

function checked(parsed: ParsedGeometry): ParsedGeometry {
  if (parsed.kind === 'faulty') {
    return parsed;
  }
  const faults = duplicates(parsed.kind === 'boundaries' ? parsed.shapes : parsed.cells);
  return faults.length > 0 ? { kind: 'faulty', faults } : parsed;
}

interface Coded {
  readonly feature: number;
  readonly path: string;
  readonly code: string;
}

/** A fault for every area whose code an earlier one bears. */
export function duplicates(areas: readonly Coded[]): BoundaryFault[] {
  const first = new Map<string, number>();
  return areas.flatMap(({ feature, path, code }) => {
    const earlier = first.get(code);
    first.set(code, earlier ?? feature);
    return earlier === undefined
      ? []
      : [{ feature, path, reason: `The code ${code} is that of feature ${earlier} too` }];
  });
}
