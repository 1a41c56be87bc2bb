import { type AreaRef, areaHref, type Day } from '../../directory/index.ts';

interface AreaLinksProps {
  readonly areas: readonly AreaRef[];
  readonly day: Day;
  /** Shown where there are none. */
  readonly none?: string;
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
