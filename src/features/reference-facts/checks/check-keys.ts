import { faultAt, type Located, type LocatedReference, type ReferenceFault } from '../reading/reference-fault.ts';

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
    ...repeats(reference.hexagons, (cell) => `cell ${cell.column}, ${cell.row} of the ${cell.area.kind} map`),
  ];
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
