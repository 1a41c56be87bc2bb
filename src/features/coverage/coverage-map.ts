import type { AreaRef } from '../directory/index.ts';
import type { MapCell, MapKey, MappedArea } from '../map/index.ts';

/** Somebody who is asked for something, and whether they have submitted it. */
export interface AskedPlace {
  readonly stps: readonly AreaRef[];
  readonly isSubmitted: boolean;
}

/** How many of those asked in an area have submitted. */
export interface AreaCoverage {
  readonly area: MappedArea;
  readonly asked: number;
  readonly submitted: number;
}

/** Every area of the map; who lies in two of them counts in both. */
export function coverageByArea(areas: readonly MappedArea[], places: readonly AskedPlace[]): AreaCoverage[] {
  return areas.map((area) => {
    const inside = places.filter(({ stps }) => stps.some(({ areaId }) => areaId === area.areaId));
    return { area, asked: inside.length, submitted: inside.filter(({ isSubmitted }) => isSubmitted).length };
  });
}

/** How many lie in no area that is recorded, and so are not on the map. */
export function countUnplaced(areas: readonly MappedArea[], places: readonly AskedPlace[]): number {
  const drawn = new Set(areas.map(({ areaId }) => areaId));
  return places.filter(({ stps }) => !stps.some(({ areaId }) => drawn.has(areaId))).length;
}

/** The share that has submitted, in thirds: none and all have a shade of their own; null where nobody is asked. */
export function stepOfShare({ asked, submitted }: Pick<AreaCoverage, 'asked' | 'submitted'>): MapCell['step'] {
  if (asked === 0) {
    return null;
  }
  if (submitted === 0) {
    return 0;
  }
  if (submitted === asked) {
    return 4;
  }
  const thirds = (3 * submitted) / asked;
  return thirds < 1 ? 1 : thirds < 2 ? 2 : 3;
}

export const coverageLegend: readonly MapKey[] = [
  { step: null, text: 'Nobody asked' },
  { step: 0, text: 'None submitted' },
  { step: 1, text: 'Under a third' },
  { step: 2, text: 'A third or more' },
  { step: 3, text: 'Two thirds or more' },
  { step: 4, text: 'All submitted' },
];
