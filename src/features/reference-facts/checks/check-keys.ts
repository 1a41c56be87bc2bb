import type { HexagonCell } from '../reading/reference.ts';
import { faultAt, type Located, type LocatedReference, type ReferenceFault } from '../reading/reference-fault.ts';
import { overlap } from '../reading/valid-time.ts';

/** Things that may be given once only. What holds for a time may be repeated, and is checked with the periods. */
export function checkKeys(reference: LocatedReference): ReferenceFault[] {
  return [
    ...repeats(reference.sources, ({ id }) => `source ${id}`),
    ...repeats(reference.measures, (row) => `${row.measure} of ${row.organisationCode} on ${row.measuredOn}`),
    ...repeats(reference.hexagons, ({ area }) => `${area.kind} ${area.code}`),
    ...repeats(
      reference.successions,
      (row) => `the step from ${row.predecessor} to ${row.successor ?? 'nothing'} on ${row.effectiveOn}`,
    ),
    ...repeats(reference.areaNotes, ({ area, statement }) => `“${statement}” of ${area.kind} ${area.code}`),
    ...sharedCells(reference),
  ];
}

/** One area in a cell of a day's map: what came after may have the cell of what went before. */
function sharedCells({ hexagons, areas }: LocatedReference): ReferenceFault[] {
  const lives = Map.groupBy(areas, ({ value }) => `${value.kind} ${value.code}`);
  const livesOf = ({ value: { area } }: Located<HexagonCell>) => lives.get(`${area.kind} ${area.code}`) ?? [];
  return hexagons.flatMap((row, index) => {
    const { area, column, row: line } = row.value;
    const first = hexagons
      .slice(0, index)
      .find(
        (other) =>
          other.value.area.kind === area.kind &&
          other.value.column === column &&
          other.value.row === line &&
          livesOf(other).some((one) => livesOf(row).some((each) => overlap(one.value, each.value))),
      );
    const cell = `cell ${column}, ${line} of the ${area.kind} map`;
    return first === undefined ? [] : [faultAt(row, `${cell} is already given in line ${first.line}`)];
  });
}

function repeats<T>(rows: readonly Located<T>[], nameOf: (value: T) => string): ReferenceFault[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap((row) => {
    const name = nameOf(row.value);
    const first = firstLines.get(name);
    if (first !== undefined) {
      return [faultAt(row, `${name} is already given in line ${first}`)];
    }
    firstLines.set(name, row.line);
    return [];
  });
}
