import { feature } from 'topojson-client';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { z } from 'zod';
import type { ParsedGeometry, PropertyMapping } from './boundary.ts';
import { pathText, type RawFeature } from './feature-to-shape.ts';
import { shapesOf } from './parse-geojson.ts';

const pair = z.tuple([z.number(), z.number()]);
const topologyShape = z.object({
  arcs: z.array(z.array(z.array(z.number()).min(2)).min(2)),
  transform: z.object({ scale: pair, translate: pair }).optional(),
  objects: z.record(z.string(), z.unknown()),
});
const ringArcs = z.array(z.array(z.number().int()).min(1)).min(1);
const areaGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), arcs: ringArcs }),
  z.object({ type: z.literal('MultiPolygon'), arcs: z.array(ringArcs) }),
]);
const namedGeometry = z.object({ id: z.unknown().optional(), properties: z.unknown().optional() });
const geometryList = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.unknown()) });

/**
 * The areas of one object of a TopoJSON file. A file with several objects is refused with their names unless one was asked
 * for. Borders shared by arcs come out with exactly the same positions on both sides.
 */
export function parseTopoJson(json: unknown, mapping: PropertyMapping): ParsedGeometry {
  const parsed = topologyShape.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = pathText(issue?.path ?? []).slice(1);
    return faulty(path, 'This part of a Topology is missing or not as TopoJSON has it');
  }
  const { objects } = parsed.data;
  const names = Object.keys(objects);
  const name = mapping.objectName ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined || !(name in objects)) {
    const reason = name === undefined ? 'Name the object to read (--object)' : `There is no object “${name}”`;
    return faulty('objects', `${reason}. The file holds: ${names.join(', ') || 'none'}`);
  }
  const list = geometryList.safeParse(objects[name]);
  if (!list.success) {
    return faulty(`objects.${name}`, 'The object is not a GeometryCollection');
  }
  const topology: Topology = { type: 'Topology', ...parsed.data, objects: {} } as Topology;
  return shapesOf(
    list.data.geometries.map((geometry, index) => decode(topology, geometry, name, index)),
    'TopoJSON',
    mapping,
  );
}

function decode(topology: Topology, value: unknown, name: string, index: number): RawFeature {
  const names = namedGeometry.safeParse(value);
  const { id, properties } = names.success ? names.data : {};
  const frame = { number: index + 1, path: `objects.${name}.geometries[${index}]`, id, properties };
  const area = areaGeometry.safeParse(value);
  if (!area.success) {
    return { ...frame, geometry: withoutArcs(value) };
  }
  const isKnown = area.data.arcs.flat(2).every((arc) => (arc < 0 ? ~arc : arc) < topology.arcs.length);
  const geometry: Polygon | MultiPolygon = area.data;
  return { ...frame, geometry: isKnown ? withPositions(topology, geometry) : null };
}

function withPositions(topology: Topology, area: Polygon | MultiPolygon): unknown {
  return (area.type === 'Polygon' ? feature(topology, area) : feature(topology, area)).geometry;
}

/** Of a geometry that cannot be decoded only its type, for the reason given. */
function withoutArcs(value: unknown): unknown {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return type === 'Polygon' || type === 'MultiPolygon' ? null : { type };
}

function faulty(path: string, reason: string): ParsedGeometry {
  return { kind: 'faulty', faults: [{ feature: null, path, reason }] };
}
