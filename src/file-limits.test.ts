import { expect, it } from 'vitest';
import { fixtureCells, fixtureText } from './features/directory/testing/fixture-files.ts';
import { answerLimits, geometryLimits, organisationCsvLimits } from './file-limits.ts';
import { type JsonLimits, JsonScan } from './platform/files/json-scan.ts';

/** Room for files several times as long, wide and deep as those that are published. */
const ROOM = 4;

it.each([
  ['geography/ccg2015.topojson', geometryLimits],
  ['geography/stp2016.geojson', geometryLimits],
  ['geography/icb-2022.hexjson', geometryLimits],
  ['ods/ord/organisation-RWR.json', answerLimits],
  ['fhir/affiliation.json', answerLimits],
] as const)('leaves room around %s', (name, limits: JsonLimits) => {
  const scan = new JsonScan({ ...limits, depth: limits.depth / ROOM, textLength: limits.textLength / ROOM });
  expect(scan.pass(fixtureText(name))).toBeNull();
});

it.each(['ods/2016-02/epraccur.csv', 'ods/2025/eccg.csv', 'ods/2023/etr.csv'])('leaves room around %s', (name) => {
  const rows = fixtureCells(name);
  expect(Math.max(...rows.map((row) => row.length)) * ROOM).toBeLessThan(organisationCsvLimits.columns);
  expect(Math.max(...rows.map((row) => row.join('').length)) * ROOM).toBeLessThan(organisationCsvLimits.recordBytes);
});
