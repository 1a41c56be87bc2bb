import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { fixtureText } from '../../directory/testing/fixture-files.ts';
import { parseGeometry } from './parse-geometry.ts';
import { simplifyBoundaries } from './simplify-boundaries.ts';
import { readCodeTable } from './translate-codes.ts';

const mapping = (codeProperty: string | null) => ({ codeProperty, nameProperty: null, objectName: null });

describe('published geometry', () => {
  it.each([
    ['ccg2015.topojson', 'AREACD', 4],
    ['stp2016.geojson', 'ons_stp_code', 3],
    ['ccg2021.geojson', 'ccg21_code', 6],
    ['icb2022.geojson', 'icb22_code', 6],
    ['region.topojson', 'AREACD', 2],
    ['lad2015.topojson', 'AREACD', 4],
  ])('%s is read whole', (file, property, count) => {
    const parsed = parseGeometry(fixtureText(`geography/${file}`), mapping(property));
    const shapes = parsed.kind === 'boundaries' ? parsed.shapes : [];
    expect(shapes).toHaveLength(count);
    // A ring wound the wrong way would be the whole globe but for the area.
    expect(Math.max(...shapes.map(({ geometry }) => geoArea(geometry)))).toBeLessThan(0.01);
    const { topology, pointCount, originalPointCount } = simplifyBoundaries(shapes);
    expect(topology.objects.areas.geometries.map(({ id }) => id)).toEqual(shapes.map(({ code }) => code));
    expect(pointCount).toBeLessThanOrEqual(originalPointCount);
  });

  it('keeps the borders that neighbours share', () => {
    const parsed = parseGeometry(fixtureText('geography/ccg2015.topojson'), mapping('AREACD'));
    const shapes = parsed.kind === 'boundaries' ? parsed.shapes : [];
    const positionsOf = ({ geometry }: (typeof shapes)[number]) => geometry.coordinates.flat(2).map(String);
    const [first = [], ...others] = shapes.map(positionsOf);
    expect(others.some((other) => other.filter((position) => first.includes(position)).length > 2)).toBe(true);
  });

  it('a hexagon layout is read whole', () => {
    const parsed = parseGeometry(fixtureText('geography/icb-2022.hexjson'), mapping(null));
    expect(parsed.kind === 'hexagons' && parsed.cells).toHaveLength(9);
  });

  it('has an ODS code for every CCG', () => {
    const codes = readCodeTable({ text: fixtureText('lookups/ccg2015-codes.csv'), from: 'ons', to: 'ods' });
    expect(codes.kind === 'codes' && codes.codes.size).toBe(30);
    expect(codes.kind === 'codes' && codes.codes.get('E38000001')).toBe('02N');
  });
});
