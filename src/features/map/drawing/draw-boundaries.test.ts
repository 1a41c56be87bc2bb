import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaShape } from '../boundaries/boundary.ts';
import { parseGeometry } from '../boundaries/parse-geometry.ts';
import { simplifyBoundaries } from '../boundaries/simplify-boundaries.ts';
import { partition } from '../boundaries/testing/partition.ts';
import { drawBoundaries } from './draw-boundaries.ts';
import { pathOf, ringArea, visibleRings } from './drawn-rings.ts';
import { fittingLabel, labelPlace } from './label-room.ts';

const codes = Array.from({ length: 12 }, (_, index) => `A${index}`);

function shapes(cornersPerSide: number): readonly AreaShape[] {
  const text = JSON.stringify(partition({ codes, columns: 4, cornersPerSide }));
  const parsed = parseGeometry(text, { codeProperty: 'code', nameProperty: null, objectName: null });
  return parsed.kind === 'boundaries' ? parsed.shapes : [];
}

const { topology } = simplifyBoundaries(shapes(40));
const ringsIn = (path = '') => path.split('M').length - 1;

describe('simplifyBoundaries', () => {
  it('leaves no area out, however few points may stay, and says how much it left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (budget) => {
        const simplified = simplifyBoundaries(shapes(20), budget);
        const drawing = drawBoundaries(
          simplified.topology,
          codes.map((code) => ({ key: code, codes: [code] })),
        );
        expect(drawing.units.map(({ key }) => key)).toEqual(codes);
        expect(Math.min(...drawing.units.map(({ path }) => path.length))).toBeGreaterThan(20);
        expect(simplified.pointCount).toBeLessThanOrEqual(simplified.originalPointCount);
      }),
      { numRuns: 10 },
    );
  });

  it('keeps what fits the budget as it is', () => {
    const simplified = simplifyBoundaries(shapes(20), 100_000);
    expect(simplified).toMatchObject({ weight: 0, pointCount: simplified.originalPointCount });
  });
});

describe('drawBoundaries', () => {
  it('draws areas of one unit as one, without the borders between them', () => {
    const [whole] = drawBoundaries(topology, [{ key: 'all', codes }]).units;
    expect(ringsIn(whole?.path)).toBe(1);
    const [apart] = drawBoundaries(topology, [{ key: 'two', codes: ['A0', 'A3'] }]).units;
    expect(ringsIn(apart?.path)).toBe(2);
  });

  it('leaves out what it has no boundary for', () => {
    const { units } = drawBoundaries(topology, [
      { key: 'known', codes: ['A1', 'elsewhere'] },
      { key: 'unknown', codes: ['elsewhere'] },
    ]);
    expect(units.map(({ key }) => key)).toEqual(['known']);
    expect(drawBoundaries(topology, [])).toMatchObject({ units: [] });
  });

  it('fits the drawing, with the north at the top', () => {
    const drawing = drawBoundaries(topology, [
      { key: 'south', codes: ['A0', 'A1'] },
      { key: 'north', codes: ['A8', 'A9'] },
    ]);
    const [south, north] = drawing.units;
    expect(drawing.width).toBeLessThanOrEqual(1001);
    expect(drawing.height).toBeLessThanOrEqual(1251);
    expect(north?.label.y).toBeLessThan(south?.label.y ?? 0);
  });
});

describe('a ring as a path', () => {
  it('runs from point to point', () => {
    expect(
      pathOf([
        [
          [10, 10],
          [20, 10],
          [20, 5],
          [9, 25],
        ],
      ]),
    ).toBe('M10 10l10 0 0-5-11 20z');
  });

  it('shows what is too small for its corners as a speck, unless something larger is there', () => {
    const islet = [
      [5, 5],
      [6, 5],
    ] as const;
    const land = [
      [0, 0],
      [30, 0],
      [30, 30],
    ] as const;
    expect(pathOf(visibleRings([islet]))).toBe('M4 4h2v2h-2z');
    expect(visibleRings([islet, land])).toEqual([land]);
    expect(ringArea(land)).toBe(450);
  });
});

describe('labels', () => {
  const block = [
    [0, 0],
    [100, 0],
    [100, 40],
    [0, 40],
  ] as const;

  it('have the room of the ring about its centre, and none in a crescent', () => {
    expect(labelPlace(block, 20)).toEqual({ x: 50, y: 20, room: 100 });
    const crescent = [
      [0, 0],
      [100, 0],
      [100, 10],
      [10, 10],
      [10, 90],
      [100, 90],
      [100, 100],
      [0, 100],
    ] as const;
    expect(labelPlace(crescent, 20).room).toBe(0);
  });

  it('are the longest that fits', () => {
    expect(fittingLabel(['Northvale', 'NV'], 200, 22)).toBe('Northvale');
    expect(fittingLabel(['Northvale', 'NV'], 60, 22)).toBe('NV');
    expect(fittingLabel(['Northvale', 'NV'], 10, 22)).toBeNull();
  });
});
