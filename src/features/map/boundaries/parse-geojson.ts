import { z } from 'zod';
import type { BoundaryFault, ParsedGeometry, PropertyMapping } from './boundary.ts';
import { featureToShape, type RawFeature } from './feature-to-shape.ts';

const collection = z.object({ features: z.array(z.unknown()), crs: z.unknown().optional() });
const featureFrame = z.object({
  type: z.literal('Feature'),
  id: z.unknown().optional(),
  properties: z.unknown().optional(),
  geometry: z.unknown().optional(),
});

/** Names of WGS84 in longitude and latitude that older files give; files of today give none (RFC 7946, section 4). */
const wgs84 = /CRS84|4326/i;

/** A GeoJSON `FeatureCollection` of polygons; every fault of every feature, or all shapes. */
export function parseGeoJson(json: unknown, mapping: PropertyMapping): ParsedGeometry {
  const parsed = collection.safeParse(json);
  if (!parsed.success) {
    return faulty([{ feature: null, path: 'features', reason: 'A FeatureCollection has a list of features' }]);
  }
  const { features, crs } = parsed.data;
  const name = z.object({ properties: z.object({ name: z.string() }) }).safeParse(crs);
  if (name.success && !wgs84.test(name.data.properties.name)) {
    const reason = `The file says its coordinates are ${name.data.properties.name}. Convert it to WGS84 (EPSG:4326)`;
    return faulty([{ feature: null, path: 'crs.properties.name', reason }]);
  }
  return shapesOf(features.map(rawFeature), 'GeoJSON', mapping);
}

function rawFeature(value: unknown, index: number): RawFeature {
  const parsed = featureFrame.safeParse(value);
  const path = `features[${index}]`;
  const { id, properties, geometry } = parsed.success ? parsed.data : {};
  return { number: index + 1, path, id, properties, geometry };
}

/** All shapes, or all faults; a file without a feature is a fault too. */
export function shapesOf(
  features: readonly RawFeature[],
  format: 'GeoJSON' | 'TopoJSON',
  mapping: PropertyMapping,
): ParsedGeometry {
  if (features.length === 0) {
    return faulty([{ feature: null, path: '', reason: 'The file holds no area' }]);
  }
  const outcomes = features.map((feature) => featureToShape(feature, mapping));
  const faults = outcomes.flatMap((outcome) => (outcome.kind === 'faulty' ? outcome.faults : []));
  const shapes = outcomes.flatMap((outcome) => (outcome.kind === 'shape' ? [outcome.shape] : []));
  return faults.length > 0 ? faulty(faults) : { kind: 'boundaries', format, shapes };
}

function faulty(faults: readonly BoundaryFault[]): ParsedGeometry {
  return { kind: 'faulty', faults };
}
