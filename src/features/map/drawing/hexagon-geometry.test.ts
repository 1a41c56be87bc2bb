import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
import { readReference } from '../../reference-facts/reading/read-reference.ts';
import {
  CELL_WIDTH,
  type HexagonPlace,
  hexagonCentre,
  hexagonCorners,
  hexagonSheet,
  labelSize,
  shortLabel,
  shortLabels,
} from './hexagon-geometry.ts';

const places = fc.record({ column: fc.nat(20), row: fc.nat(20) });
const distance = (a: HexagonPlace, b: HexagonPlace) => {
  const [from, to] = [hexagonCentre(a), hexagonCentre(b)];
  return Math.hypot(from.x - to.x, from.y - to.y);
};

describe('hexagonCentre', () => {
  it('puts odd rows half a cell to the east', () => {
    expect(hexagonCentre({ column: 0, row: 1 }).x - hexagonCentre({ column: 0, row: 0 }).x).toBe(CELL_WIDTH / 2);
  });

  it('keeps any two cells at least one cell width apart, and neighbours at exactly that', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        fc.pre(a.column !== b.column || a.row !== b.row);
        expect(distance(a, b)).toBeGreaterThan(CELL_WIDTH - 0.1);
      }),
    );
    expect(distance({ column: 3, row: 4 }, { column: 4, row: 4 })).toBeCloseTo(CELL_WIDTH, 1);
    expect(distance({ column: 3, row: 4 }, { column: 3, row: 5 })).toBeCloseTo(CELL_WIDTH, 1);
  });
});

describe('hexagonCorners', () => {
  it('draws six corners around the centre, all inside the sheet', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { width, height } = hexagonSheet([place]);
        const corners = hexagonCorners(hexagonCentre(place))
          .split(' ')
          .map((corner) => corner.split(',').map(Number));
        expect(corners).toHaveLength(6);
        for (const [x = Number.NaN, y = Number.NaN] of corners) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(height);
        }
      }),
    );
  });
});

describe('shortLabel', () => {
  it.each([
    ['South Yorkshire and Bassetlaw', 'SYB'],
    ['Derbyshire', 'Derby'],
    ['Devon', 'Devon'],
    ['The Black Country', 'BC'],
    ['Cornwall and the Isles of Scilly', 'CIS'],
    ['Durham, Darlington, Tees, Hambleton, Richmondshire and Whitby', 'DDTHRW'],
  ])('%s -> %s', (name, label) => {
    expect(shortLabel(name)).toBe(label);
  });
});

describe('shortLabels', () => {
  it('tells areas apart that share their initials, and leaves the others as they are', () => {
    const names = ['Staffordshire and Stoke-on-Trent', 'Devon', 'Surrey and Sussex', 'South Yorkshire'];
    expect(shortLabels(names)).toEqual(['StS', 'Devon', 'SuS', 'SY']);
  });

  it('gives up on two of one name', () => {
    expect(shortLabels(['Mid and East', 'Mid and East'])).toEqual(['ME', 'ME']);
  });
});

describe('the map of England', async () => {
  const reference = await readReference([projectFolder('reference')]);

  it('has a cell for each of the 44 STPs, each with a label of its own that fits', () => {
    const onMap = new Set(reference.hexagons.map((cell) => cell.area.code));
    const stps = reference.areas.filter((area) => area.kind === 'stp' && onMap.has(area.code));
    expect(stps).toHaveLength(44);
    const labels = shortLabels(stps.map((stp) => stp.name));
    expect(new Set(labels).size).toBe(44);
    expect(Math.min(...labels.map(labelSize))).toBeGreaterThanOrEqual(12);
  });

  it.each(['2022-07-01', '2026-11-28'])('has a label of its own for each area of boards on %s', (day) => {
    const boards = reference.areas.filter(
      ({ kind, validFrom, validTo }) => kind === 'icb' && validFrom <= day && (validTo === null || day < validTo),
    );
    expect(boards.length).toBeGreaterThan(30);
    expect(new Set(shortLabels(boards.map(({ name }) => name))).size).toBe(boards.length);
  });
});
