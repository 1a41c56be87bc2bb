import type { ReactNode } from 'react';
import { Details } from '../../../views/details.tsx';

interface MapFrameProps {
  readonly map: ReactNode;
  /** Between the map and the table. */
  readonly notes: ReactNode;
  /** The same as the map shows. */
  readonly table: ReactNode;
}

/** A map that a keyboard can go past, and the same as a table. */
export function MapFrame({ map, notes, table }: MapFrameProps) {
  return (
    <>
      <a className="ldr-skip" href="#map-table">
        Go past the map
      </a>
      {map}
      <div id="map-table" tabIndex={-1}>
        {notes}
        <Details summary="The map as a table">{table}</Details>
      </div>
    </>
  );
}
