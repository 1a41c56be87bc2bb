import { geoArea } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_WIDTH, hexagonCentre } from '../drawing/hexagon-geometry.ts';
import type { ParsedGeometry, PropertyMapping } from './boundary.ts';
import { positionFault } from './check-position.ts';
import { parseGeometry } from './parse-geometry.ts';
import { partition } from './testing/partition.ts';
import { signedArea, windRings } from './wind-rings.ts';

const byCode: PropertyMapping = { codeProperty: 'code', nameProperty: null, objectName: null };
const square = [
  [0, 50],
  [1, 50],
  [1, 51],
  [0, 51],
  [0, 50],
];
const feature = (changes: object = {}) => ({
  type: 'Feature',
  properties: { code: 'A' },
  geometry: { type: 'Polygon', coordinates: [square] },
  ...changes,
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const topology = (changes: object = {}) => ({
  type: 'Topology',
  arcs: [square],
  objects: {
    areas: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties: { code: 'A' } }] },
  },
  ...changes,
});

const parse = (json: unknown, mapping: Partial<PropertyMapping> = {}) =>
  parseGeometry(JSON.stringify(json), { ...byCode, ...mapping });

function firstFault(parsed: ParsedGeometry): string {
  const [fault] = parsed.kind === 'faulty' ? parsed.faults : [];
  return fault === undefined ? 'no fault' : `${fault.feature ?? '-'} ${fault.path}: ${fault.reason}`;
}

describe('parseGeometry', () => {
  it.each([
    ['GeoJSON', collection(feature())],
    ['TopoJSON', topology()],
  ])('reads %s with any names of properties', (format, json) => {
    const parsed = parse(json, { nameProperty: 'code' });
    expect(parsed).toMatchObject({ kind: 'boundaries', format, shapes: [{ feature: 1, code: 'A', name: 'A' }] });
  });

  it('takes the id of a feature where no property is named, and numbers as codes', () => {
    expect(parse(collection(feature({ id: 7 })), { codeProperty: null })).toMatchObject({ shapes: [{ code: '7' }] });
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(parseGeometry(`\uFEFF${JSON.stringify(collection(feature()))}`, byCode).kind).toBe('boundaries');
  });

  it.each([
    ['a picture', '<svg/>', 'The file is not JSON'],
    ['half a file', JSON.stringify(topology()).slice(0, 80), 'breaks off'],
    ['another GeoJSON object', JSON.stringify(feature()), 'This is a Feature'],
    ['nothing at all', 'null', 'Wanted is a GeoJSON FeatureCollection'],
    ['an empty collection', JSON.stringify(collection()), 'The file holds no area'],
  ])('refuses %s', (_, text, reason) => {
    expect(firstFault(parseGeometry(text, byCode))).toContain(reason);
  });

  const polygon = (coordinates: unknown) => collection(feature({ geometry: { type: 'Polygon', coordinates } }));
  it.each([
    [
      'a missing code',
      collection(feature({ properties: { id: 1 } })),
      '1 features[0].properties.code: There is no code',
    ],
    ['a point', collection(feature({ geometry: { type: 'Point', coordinates: [0, 50] } })), '“Point” is no area'],
    ['no geometry', collection(feature({ geometry: null })), '1 features[0].geometry: The feature has no geometry'],
    [
      'text for a number',
      polygon([[['0', 50]]]),
      'features[0].geometry.coordinates[0][0][0]: A position is two numbers',
    ],
    ['a ring left open', polygon([square.slice(0, 4)]), 'coordinates[0]: The ring does not end where it begins'],
    ['a ring too short', polygon([square.slice(0, 3)]), 'A ring has at least 4 positions; this has 3'],
    ['a latitude too far', polygon([square.map(([x]) => [x, 95])]), '[0][0]: 0, 95 is no longitude and latitude'],
    ['National Grid', polygon([square.map(() => [531000, 181000])]), 'metres of the British National Grid'],
    ['a code twice', collection(feature(), feature()), '2 features[1]: The code A is that of feature 1 too'],
    [
      'another projection, said by name',
      { ...collection(feature()), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } },
      'The file says its coordinates are urn:ogc:def:crs:EPSG::27700',
    ],
    [
      'an arc that is none',
      topology({ arcs: [] }),
      '1 objects.areas.geometries[0].geometry: The feature has no geometry',
    ],
    ['a topology without arcs', { type: 'Topology', objects: {} }, 'arcs: This part of a Topology is missing'],
    [
      'several objects',
      topology({ objects: { a: {}, b: {} } }),
      'Name the object to read (--object). The file holds: a, b',
    ],
  ])('says where and why: %s', (_, json, words) => {
    expect(firstFault(parse(json))).toContain(words);
  });

  it('reads the object asked for of several', () => {
    const { objects } = topology();
    expect(parse(topology({ objects: { ...objects, other: {} } }), { objectName: 'areas' }).kind).toBe('boundaries');
    expect(firstFault(parse(topology(), { objectName: 'no' }))).toContain(
      'There is no object “no”. The file holds: areas',
    );
  });

  it('finds the faults of every feature at once', () => {
    const parsed = parse(collection(feature({ properties: null, geometry: null }), feature({ geometry: null })));
    expect(parsed.kind === 'faulty' && parsed.faults.map(({ feature: number }) => number)).toEqual([1, 1, 2]);
  });
});

describe('positionFault', () => {
  it('takes every longitude and latitude there is, and none outside', () => {
    const x = fc.double({ noNaN: true, min: -1e7, max: 1e7 });
    fc.assert(
      fc.property(
        x,
        x,
        (lon, lat) => (positionFault([lon, lat]) === null) === (Math.abs(lon) <= 180 && Math.abs(lat) <= 90),
      ),
    );
  });

  it('knows the National Grid wherever it is used', () => {
    const [east, north] = [fc.integer({ min: 1001, max: 700_000 }), fc.integer({ min: 1001, max: 1_300_000 })];
    fc.assert(fc.property(east, north, (x, y) => positionFault([x, y])?.includes('British National Grid') === true));
  });

  it('tells other metres from nonsense', () => {
    expect(positionFault([-14226.63, 6711542.47])).toContain('Web Mercator');
    expect(positionFault([200, 50])).toBe('200, 50 is no longitude and latitude');
  });
});

describe('windRings', () => {
  it('makes every area smaller than half the globe, whichever way its ring ran', () => {
    const rings = partition({ codes: ['A', 'B', 'C'], columns: 2, cornersPerSide: 5 }).features.map(
      ({ geometry }) => geometry,
    );
    fc.assert(
      fc.property(fc.constantFrom(...rings), fc.boolean(), (geometry, isReversed) => {
        const coordinates = isReversed ? geometry.coordinates.map((ring) => ring.toReversed()) : geometry.coordinates;
        const wound = windRings({ type: 'Polygon', coordinates });
        expect(geoArea(wound)).toBeLessThan(0.01);
        expect(windRings(wound)).toEqual(wound);
      }),
    );
  });

  it('turns holes the other way', () => {
    const hole = square.map(([x = 0, y = 0]) => [0.5 + (x - 0.5) / 4, 50.5 + (y - 50.5) / 4]);
    const { coordinates } = windRings({ type: 'Polygon', coordinates: [square, hole] });
    expect(coordinates.map((ring) => Math.sign(signedArea(ring as number[][])))).toEqual([-1, 1]);
  });
});

describe('HexJSON', () => {
  const layouts = ['odd-r', 'even-r', 'odd-q', 'even-q'] as const;
  const place = fc.record({ q: fc.integer({ min: -9, max: 9 }), r: fc.integer({ min: -9, max: 9 }) });
  const places = fc.uniqueArray(place, { minLength: 2, maxLength: 12, selector: ({ q, r }) => `${q},${r}` });

  /** Straight from the description of the format, with y to the south. */
  function centreAsDescribed(layout: (typeof layouts)[number], { q, r }: { q: number; r: number }) {
    const isShifted = (value: number) => (value % 2 !== 0) === layout.startsWith('odd');
    const long = (CELL_WIDTH * Math.sqrt(3)) / 2;
    return layout.endsWith('r')
      ? { x: CELL_WIDTH * (q + (isShifted(r) ? 0.5 : 0)), y: -long * r }
      : { x: long * q, y: -CELL_WIDTH * (r + (isShifted(q) ? 0.5 : 0)) };
  }

  it.each(layouts)('keeps the arrangement of %s', (layout) => {
    fc.assert(
      fc.property(places, (cells) => {
        const hexes = Object.fromEntries(cells.map((cell, index) => [`H${index}`, cell]));
        const parsed = parse({ layout, hexes }, { codeProperty: null });
        if (parsed.kind !== 'hexagons') {
          throw new Error(firstFault(parsed));
        }
        const drawn = parsed.cells.map((cell) => hexagonCentre({ ...cell, orientation: parsed.orientation }));
        const described = cells.map((cell) => centreAsDescribed(layout, cell));
        const [first = { x: 0, y: 0 }, origin = { x: 0, y: 0 }] = [drawn[0], described[0]];
        for (const [index, { x, y }] of described.entries()) {
          expect((drawn[index]?.x ?? 0) - first.x).toBeCloseTo(x - origin.x, 1);
          expect((drawn[index]?.y ?? 0) - first.y).toBeCloseTo(y - origin.y, 1);
        }
        expect(parsed.cells.every(({ column, row }) => column >= 0 && row >= 0)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['a layout that is none', { layout: 'axial', hexes: { A: { q: 0, r: 0 } } }, 'one of odd-r, even-r, odd-q, even-q'],
    ['no whole numbers', { layout: 'odd-r', hexes: { A: { q: 0.5, r: 0 } } }, '1 hexes.A: A hexagon has whole numbers'],
    ['no hexagon', { layout: 'odd-r', hexes: {} }, 'The file holds no area'],
    [
      'two on one place',
      { layout: 'odd-r', hexes: { A: { q: 0, r: 0 }, B: { q: 0, r: 0 } } },
      '2 hexes.B: Stands on the same place as A',
    ],
  ])('refuses %s', (_, json, words) => {
    expect(firstFault(parse(json, { codeProperty: null }))).toContain(words);
  });

  it('reads codes and names from properties', () => {
    const json = { layout: 'odd-r', hexes: { one: { q: 0, r: 0, id: 'E1', n: 'First' } } };
    expect(parse(json, { codeProperty: 'id', nameProperty: 'n' })).toMatchObject({
      cells: [{ code: 'E1', name: 'First' }],
    });
    expect(firstFault(parse(json, { codeProperty: 'no' }))).toContain('hexes.one.no: There is no code here');
  });
});
