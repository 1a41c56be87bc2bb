import { paths } from '../../../paths.ts';
import type { Day } from '../as-at.ts';
import type { AreaRef } from '../directory.ts';

interface AreaLinksProps {
  readonly areas: readonly AreaRef[];
  readonly day: Day;
  /** Shown where there are none. */
  readonly none?: string;
}

/** The address of an area's page: a footprint has one of its own. */
export function areaHref(area: AreaRef): string {
  return area.kind === 'footprint' ? paths.footprint(area.slug) : paths.area(area.kind, area.code);
}

/** Areas by name, each a link, one a line. */
export function AreaLinks({ areas, day, none = 'Not recorded' }: AreaLinksProps) {
  if (areas.length === 0) {
    return <>{none}</>;
  }
  return (
    <>
      {areas.map((area, index) => (
        <span key={area.areaId}>
          {index > 0 && <br />}
          <a href={day.link(areaHref(area))}>{area.name}</a>
        </span>
      ))}
    </>
  );
}
