import { paths } from '../../../paths.ts';
import { countOf } from '../../../views/format.ts';
import type { Day, Footprint } from '../../directory/index.ts';
import { furthestStage, type MapStage, type MapStages } from '../drawing/map-stages.ts';
import type { MappedArea } from '../drawing/mapped-area-repository.ts';
import type { MapCell } from './hexagon-map.tsx';

export interface FootprintOnMap {
  readonly name: string;
  readonly href: string;
  readonly stage: MapStage;
}

/** One STP: its cell, and the same in words for the table beneath the map. */
export interface StpOnMap {
  readonly cell: MapCell;
  readonly name: string;
  readonly href: string;
  readonly footprints: readonly FootprintOnMap[];
  /** The stage of the footprint that has come furthest; null where none is recorded. */
  readonly furthest: MapStage | null;
}

/** Every STP of the map with the footprints that lie in it; one that spans two STPs is in both. */
export function stpMap(
  areas: readonly MappedArea[],
  footprints: readonly Footprint[],
  stages: MapStages,
  day: Day,
): StpOnMap[] {
  return areas.map((area) => {
    const inside = footprints
      .filter((footprint) => footprint.stps.some((stp) => stp.areaId === area.areaId))
      .map((footprint) => ({
        name: footprint.name,
        href: day.link(paths.footprint(footprint.slug)),
        stage: stages.of(footprint.areaId),
      }));
    const best = furthestStage(inside.map((footprint) => footprint.stage));
    const href = day.link(paths.area(area.kind, area.code));
    const place = { column: area.column, row: area.row, orientation: area.orientation };
    const step = best === null ? null : best.step;
    const words = wordsOf(area.name, inside.length, best);
    return {
      name: area.name,
      href,
      footprints: inside,
      furthest: best,
      cell: { key: area.areaId, name: area.name, href, place, step, words },
    };
  });
}

function wordsOf(name: string, count: number, best: MapStage | null): string {
  if (best === null) {
    return `${name}: no footprint recorded`;
  }
  const stage = best.label.toLowerCase();
  return `${name}: ${countOf(count, 'footprint')}, ${count === 1 || best.step === 0 ? stage : `furthest ${stage}`}`;
}
