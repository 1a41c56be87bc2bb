import { groupIntoEvents } from '../../register/index.ts';
import type { Succession } from './reference.ts';

/** Rows that tell of one event. */
export interface ReferenceEvent<Row extends Succession = Succession> {
  /** What the number of members before and after makes it. */
  readonly countedKind: Exclude<Succession['kind'], 'rename'>;
  readonly rows: readonly [Row, ...Row[]];
}

/** The events that the rows tell of: those of one day that share an organisation or area are one, a closure stands alone. */
export function successionEvents<Row extends Succession>(rows: readonly Row[]): ReferenceEvent<Row>[] {
  const pairs = rows.flatMap((each) => {
    const { predecessor, successor, effectiveOn } = each;
    return successor === null
      ? []
      : [{ predecessorCode: predecessor, successorCode: successor, effectiveOn, row: null, each }];
  });
  const closures = rows.filter(({ successor }) => successor === null);
  return [
    ...groupIntoEvents(pairs).flatMap(({ kind, pairs: [first, ...others] }) => {
      return first === undefined ? [] : [event(kind, first.each, ...others.map(({ each }) => each))];
    }),
    ...closures.map((row) => event('closure', row)),
  ];
}

function event<Row extends Succession>(
  countedKind: ReferenceEvent['countedKind'],
  ...rows: [Row, ...Row[]]
): ReferenceEvent<Row> {
  return { countedKind, rows };
}
