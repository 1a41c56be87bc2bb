import { existsSync, readFileSync } from 'node:fs';
import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
import { parseGeometry } from './parse-geometry.ts';
import { simplifyBoundaries } from './simplify-boundaries.ts';
import { readCodeTable } from './translate-codes.ts';

// Published files that are kept beside the project, not in it; without them there is nothing to read.
const folder = projectFolder('..', 'shared', 'data');
const read = (...parts: string[]) => readFileSync(`${folder}/${parts.join('/')}`, 'utf8');
const mapping = (codeProperty: string | null) => ({ codeProperty, nameProperty: null, objectName: null });

describe.skipIf(!existsSync(`${folder}/geography`))(
  'published geometry (skipped where ../shared/data is absent)',
  () => {
    it.each([
      ['ccg2015.topojson.json', 'AREACD', 209],
      ['ccg2013.topojson.json', 'AREACD', 211],
      ['stp2016_derived.geojson', 'ons_stp_code', 44],
      ['ccg2021_ultra_generalised.geojson', 'ccg21_code', 106],
      ['icb2022_ultra_generalised.geojson', 'icb22_code', 42],
      ['region_england.topojson.json', 'AREACD', 9],
      ['lad2015_ew.topojson.json', 'AREACD', 348],
    ])('%s is read whole', (file, property, count) => {
      const parsed = parseGeometry(read('geography', file), mapping(property));
      const shapes = parsed.kind === 'boundaries' ? parsed.shapes : [];
      expect(shapes).toHaveLength(count);
      expect(Math.max(...shapes.map(({ geometry }) => geoArea(geometry)))).toBeLessThan(0.01);
      const { topology, pointCount, originalPointCount } = simplifyBoundaries(shapes);
      expect(topology.objects.areas.geometries.map(({ id }) => id)).toEqual(shapes.map(({ code }) => code));
      expect(pointCount).toBeLessThanOrEqual(Math.min(19_000, originalPointCount));
      expect(JSON.stringify(topology).length).toBeLessThan(220_000);
    });

    it.each([
      ['nhs-icb-2022.hexjson', 42],
      ['nhs-icb-2022-richardi7.hexjson', 42],
      ['uk-upper-tier-local-authorities.hexjson', 151],
      ['uk-local-authority-districts-2021.hexjson', 374],
    ])('%s is read whole', (file, count) => {
      const parsed = parseGeometry(read('geography', file), mapping(null));
      expect(parsed.kind === 'hexagons' && parsed.cells).toHaveLength(count);
    });

    it('has an ODS code for every CCG of 2015', () => {
      const table = { text: read('lookups', 'ccg2015_ons_to_ods.csv'), from: 'ccg15cd', to: 'ods_ccg_code' };
      const codes = readCodeTable(table);
      expect(codes.kind === 'codes' && codes.codes.size).toBe(209);
      expect(codes.kind === 'codes' && codes.codes.get('E38000001')).toBe('02N');
    });
  },
);
