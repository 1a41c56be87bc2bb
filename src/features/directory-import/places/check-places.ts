import {
  areaIdOf,
  contains,
  faultAt,
  isOrdered,
  joinPeriods,
  type Located,
  overlap,
  parentKindsOf,
  type ReferenceFault,
  referenceShapes,
  type ValidTime,
} from '../../reference-facts/index.ts';
import type { PlaceLayoutId, PlaceMention, PlaceRow } from './place-layouts.ts';
import type { NewPlace } from './place-plan.ts';

/** An organisation or area of the directory and one of its periods. */
export interface KnownSubject extends ValidTime {
  readonly kind: string;
  readonly code: string;
  readonly subjectId: string;
}

/**
 * The rows with the ids of what they speak of, or what is wrong with them: each must hold a day, speak of what is there on
 * all of its days, and not say something of a day that another row of the file says something else of.
 */
export function resolvePlaces(
  layout: PlaceLayoutId,
  rows: readonly Located<PlaceRow>[],
  subjects: readonly KnownSubject[],
  faults: ReferenceFault[],
): NewPlace[] {
  const byName = Map.groupBy(subjects, nameOf);
  const resolved = rows.flatMap((row) => {
    faults.push(...checkRow(row));
    const ids = row.value.mentions.map((mention) => {
      const holders = byName.get(nameOf(mention)) ?? [];
      return layout === 'areas' ? areaIdOfMention(mention, holders) : idOf(row, mention, holders, faults);
    });
    const { role, said, standing, note, validFrom, validTo } = row.value;
    const keys = [...ids.flatMap((id) => id ?? []), ...(role === null ? [] : [role])];
    return ids.includes(null) ? [] : [{ keys, said, standing, note, validFrom, validTo, line: row.line, row }];
  });
  faults.push(...checkOverlaps(resolved));
  return resolved.map(({ row: _, ...place }) => place);
}

function nameOf({ kind, code }: Pick<PlaceMention, 'kind' | 'code'> | KnownSubject): string {
  return `${kind} ${code}`;
}

function areaIdOfMention({ kind, code }: PlaceMention, holders: readonly KnownSubject[]): string | null {
  return holders[0]?.subjectId ?? (kind === 'organisation' ? null : areaIdOf({ kind, code }));
}

function idOf(
  row: Located<PlaceRow>,
  mention: PlaceMention,
  holders: readonly KnownSubject[],
  faults: ReferenceFault[],
): string | null {
  if (holders.length === 0) {
    faults.push(faultAt(row, `${mention.column}: the directory knows no ${nameOf(mention)}`));
    return null;
  }
  const periods = Map.groupBy(holders, ({ subjectId }) => subjectId);
  for (const [subjectId, own] of periods) {
    if (joinPeriods(own).some((period) => contains(period, row.value))) {
      return subjectId;
    }
  }
  faults.push(faultAt(row, `${mention.column}: holds on days when ${nameOf(mention)} is not there`));
  return null;
}

function checkRow(row: Located<PlaceRow>): ReferenceFault[] {
  const { mentions, said } = row.value;
  const [first, second] = mentions;
  const isCoded =
    first === undefined ||
    first.kind === 'organisation' ||
    referenceShapes.areaCodePattern[first.kind].test(first.code);
  const isParent =
    said.relation === undefined ||
    first === undefined ||
    first.kind === 'organisation' ||
    parentKindsOf[first.kind].some((kind) => kind === second?.kind);
  return [
    ...(isOrdered(row.value) ? [] : [faultAt(row, 'valid_to: must be after valid_from')]),
    ...(isCoded ? [] : [faultAt(row, `${first.column}: "${first.code}" is not the code of a ${first.kind}`)]),
    ...(isParent ? [] : [faultAt(row, `parent_kind: a ${first.kind} does not lie in a ${second?.kind}`)]),
  ];
}

function checkOverlaps(places: readonly (NewPlace & { readonly row: Located<PlaceRow> })[]): ReferenceFault[] {
  const groups = Map.groupBy(places, ({ keys }) => keys.join(' '));
  return [...groups.values()].flatMap((group) =>
    group.flatMap((place, index) => {
      const earlier = group.slice(0, index).find((other) => overlap(other, place));
      return earlier === undefined
        ? []
        : [faultAt(place.row, `valid_from: line ${earlier.line} says something of the same days`)];
    }),
  );
}
