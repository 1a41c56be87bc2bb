import { z } from 'zod';
import { withoutHidden } from '../../../platform/forms/hidden-characters.ts';
import type { AreaShape, BoundaryFault, PropertyMapping } from './boundary.ts';
import { geometryFault } from './check-position.ts';
import { windRings } from './wind-rings.ts';

const position = z.array(z.number('A position is two numbers, longitude and latitude')).min(2);
const rings = z.array(z.array(position));
const geometryShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
]);

/** A feature before it is believed. */
export interface RawFeature {
  readonly number: number;
  readonly path: string;
  /** Where its properties and its geometry stand, from `path`. */
  readonly id: unknown;
  readonly properties: unknown;
  readonly geometry: unknown;
}

export type ShapeOutcome =
  | { readonly kind: 'shape'; readonly shape: AreaShape }
  | { readonly kind: 'faulty'; readonly faults: readonly BoundaryFault[] };

/** A feature as a shape with its code and name, or everything that is wrong with it. */
export function featureToShape(feature: RawFeature, mapping: PropertyMapping): ShapeOutcome {
  const named = readNames(feature, mapping);
  const drawn = readGeometry(feature);
  if ('geometry' in drawn && 'code' in named) {
    return {
      kind: 'shape',
      shape: { feature: feature.number, path: feature.path, ...named, geometry: drawn.geometry },
    };
  }
  return { kind: 'faulty', faults: [...('reason' in named ? [named] : []), ...('reason' in drawn ? [drawn] : [])] };
}

interface Names {
  readonly code: string;
  readonly name: string;
}

/** The code and name a feature bears, or the one that is missing; numbers are taken as they are written. */
export function readNames(feature: Omit<RawFeature, 'geometry'>, mapping: PropertyMapping): Names | BoundaryFault {
  const properties = record(feature.properties);
  const { codeProperty, nameProperty } = mapping;
  const code = textOf(codeProperty === null ? feature.id : properties[codeProperty]);
  if (code === '') {
    const reason =
      codeProperty === null
        ? 'The feature has no id. Name the property that holds its code (--code-property)'
        : `There is no code here.${otherNames(properties)}`;
    return { feature: feature.number, path: `${feature.path}${at(codeProperty)}`, reason };
  }
  const name = nameProperty === null ? '' : textOf(properties[nameProperty]);
  return nameProperty !== null && name === ''
    ? {
        feature: feature.number,
        path: `${feature.path}${at(nameProperty)}`,
        reason: `There is no name here.${otherNames(properties)}`,
      }
    : { code, name };
}

function at(property: string | null): string {
  return property === null ? '.id' : `.properties.${property}`;
}

function otherNames(properties: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(properties).slice(0, 10);
  return names.length === 0 ? '' : ` The feature has: ${names.join(', ')}`;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? withoutHidden(String(value)).trim() : '';
}

function readGeometry(feature: RawFeature): Pick<AreaShape, 'geometry'> | BoundaryFault {
  const fault = (path: string, reason: string) => ({ feature: feature.number, path: `${feature.path}${path}`, reason });
  const type = textOf(record(feature.geometry).type);
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    const reason = type === '' ? 'The feature has no geometry' : `“${type.slice(0, 40)}” is no area`;
    return fault('.geometry', `${reason}; wanted is a Polygon or a MultiPolygon`);
  }
  const parsed = geometryShape.safeParse(feature.geometry);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fault(`.geometry${pathText(issue?.path ?? [])}`, issue?.message ?? 'The geometry cannot be read');
  }
  const wrong = geometryFault(parsed.data);
  return wrong === null ? { geometry: windRings(parsed.data) } : fault(`.geometry${wrong.path}`, wrong.reason);
}

/** `['coordinates', 0, 3]` -> `.coordinates[0][3]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
}
