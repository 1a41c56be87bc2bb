import { describe, expect, it } from 'vitest';
import { countUnplaced, coverageByArea, stepOfShare } from './coverage-map.ts';

const area = (code: string) => ({ areaId: `stp:${code}`, kind: 'stp', code, name: code, slug: code });
const mapped = (code: string) => ({ ...area(code), column: 0, row: 0, orientation: 'pointed' as const, sourceId: 's' });
const place = (isSubmitted: boolean, ...codes: string[]) => ({ isSubmitted, stps: codes.map(area) });

describe('the map of coverage', () => {
  it('counts whoever lies in two areas in both, and tells who is in none', () => {
    const areas = ['A', 'B', 'C'].map(mapped);
    const places = [place(true, 'A'), place(false, 'A', 'B'), place(true), place(false, 'elsewhere')];
    const counts = coverageByArea(areas, places).map(({ area: { code }, asked, submitted }) => [
      code,
      asked,
      submitted,
    ]);
    expect(counts).toEqual([
      ['A', 2, 1],
      ['B', 1, 0],
      ['C', 0, 0],
    ]);
    expect(countUnplaced(areas, places)).toBe(2);
  });

  it.each([
    [0, 0, null],
    [0, 9, 0],
    [2, 9, 1],
    [3, 9, 2],
    [5, 9, 2],
    [6, 9, 3],
    [8, 9, 3],
    [9, 9, 4],
    [1, 1, 4],
  ])('shades %i of %i as %j', (submitted, asked, step) => {
    expect(stepOfShare({ submitted, asked })).toBe(step);
  });
});
