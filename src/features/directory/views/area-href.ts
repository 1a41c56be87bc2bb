import { paths } from '../../../paths.ts';
import type { AreaRef } from '../directory.ts';

/** The address of an area's page: a footprint has one of its own. */
export function areaHref(area: AreaRef): string {
  return area.kind === 'footprint' ? paths.footprint(area.slug) : paths.area(area.kind, area.code);
}
