import { paths } from '../../../paths.ts';
import type { AreaRef, Day } from '../../directory/index.ts';
import type { MappedArea } from '../drawing/mapped-area-repository.ts';
import type { MapCell } from './hexagon-map.tsx';

/** A map that only shows where something is: the given areas dark and outlined, all others pale. */
export function locatorCells(areas: readonly MappedArea[], marked: readonly AreaRef[], day: Day): MapCell[] {
  const markedIds = new Set(marked.map(({ areaId }) => areaId));
  return areas.map((area) => ({
    key: area.areaId,
    name: area.name,
    href: day.link(paths.area(area.kind, area.code)),
    place: { column: area.column, row: area.row, orientation: area.orientation },
    step: markedIds.has(area.areaId) ? 4 : 0,
    words: area.name,
    isMarked: markedIds.has(area.areaId),
  }));
}
