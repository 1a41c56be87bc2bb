import { by, compareNames } from '../../../platform/compare.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { countOf } from '../../../views/format.ts';
import { HexagonMap, type MapCell, MapFrame } from '../../map/index.ts';
import type { AssessedWords } from '../../programme/index.ts';
import { type AreaCoverage, coverageLegend, stepOfShare } from '../coverage-map.ts';

interface CoverageMapSectionProps {
  readonly coverage: readonly AreaCoverage[];
  /** How many are not on the map. */
  readonly unplaced: number;
  /** What is counted: such as `provider` or `footprint`. */
  readonly thing: AssessedWords;
  /** What an area is called, e.g. `STP area`. */
  readonly areaWord: string;
  /** The list of those in an area, by its code. */
  readonly linkTo: (code: string) => string;
}

/** Where those lie who have submitted, and the same as a table; folded, so that the list stands near the top of a phone. */
export function CoverageMapSection({ coverage, unplaced, thing, areaWord, linkTo }: CoverageMapSectionProps) {
  return (
    <Details summary={`Show on a map how many ${thing.many} have submitted`}>
      <p>
        Each hexagon is one {areaWord}, shaded by the share of the {thing.many} in it that have submitted. It leads to
        their list.
      </p>
      <MapFrame
        map={
          <HexagonMap
            id="coverage"
            title={`England by area, shaded by the share of ${thing.many} that have submitted`}
            description="Areas keep roughly their place: north at the top. The table beneath says the same in words."
            cells={coverage.map((each) => cellOf(each, linkTo))}
            legend={coverageLegend}
          />
        }
        notes={
          unplaced > 0 && (
            <p className="ldr-figure-note">
              {countOf(unplaced, thing.one, thing.many)} not on the map: in which {areaWord}{' '}
              {unplaced === 1 ? 'it lies' : 'they lie'} is not recorded.
            </p>
          )
        }
        table={
          <DataTable
            caption="Asked and submitted, by area"
            captionIsHidden
            rows={coverage.toSorted(by(({ area }) => area.name, compareNames))}
            rowKey={({ area }) => area.areaId}
            empty="There is no map of this day."
            columns={[
              {
                heading: 'Area',
                isRowHeading: true,
                cell: ({ area }) => <a href={linkTo(area.code)}>{area.name}</a>,
              },
              { heading: 'Asked', numeric: true, cell: ({ asked }) => asked },
              { heading: 'Submitted', numeric: true, cell: ({ submitted }) => submitted },
            ]}
          />
        }
      />
    </Details>
  );
}

function cellOf(coverage: AreaCoverage, linkTo: (code: string) => string): MapCell {
  const { area, asked, submitted } = coverage;
  return {
    key: area.areaId,
    name: area.name,
    href: linkTo(area.code),
    place: { column: area.column, row: area.row, orientation: area.orientation },
    step: stepOfShare(coverage),
    words: `${area.name}: ${asked === 0 ? 'nobody asked' : `${submitted} of ${asked} submitted`}`,
  };
}
