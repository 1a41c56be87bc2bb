import { compareText } from '../../../platform/compare.ts';
import type { RelationKind } from './observation.ts';
import type { Citation } from './organisation-history.ts';

/** One organisation's tie to another, for a half-open period. */
export interface Relation {
  readonly kind: RelationKind;
  readonly relatedCode: string;
  /** First day; null where no source says. */
  readonly from: string | null;
  /** First day after the last; null while it lasts. */
  readonly to: string | null;
  /** The day of the newest source that says so. */
  readonly seenOn: string;
  readonly cited: Pick<Citation, 'sourceId' | 'row' | 'standing'>;
}

/** An organisation is commissioned by one other at a time. */
const isSingle = (kind: RelationKind): boolean => kind === 'commissioned-by';

/**
 * The relations of one organisation with those that a source states taken in. Of the same tie, the newest source gives the
 * days; ties that it does not name stay, but where there can be one at a time the next one ends the one before.
 */
export function layRelations(known: readonly Relation[], seen: readonly Relation[]): Relation[] {
  const joined = seen.reduce(withRelation, [...known]);
  const kinds = Map.groupBy(joined, ({ kind }) => kind);
  return [...kinds.entries()].flatMap(([kind, relations]) =>
    isSingle(kind) ? oneAtATime(relations) : relations.toSorted(byStart),
  );
}

function withRelation(known: Relation[], seen: Relation): Relation[] {
  const same = known.filter((each) => isSameTie(each, seen));
  const newest = same.reduce((best, each) => (each.seenOn > best.seenOn ? each : best), seen);
  const others = known.filter((each) => !same.includes(each));
  return newest === seen ? [...others, seen] : known;
}

function isSameTie(relation: Relation, other: Relation): boolean {
  const touches = (a: Relation, b: Relation) => a.to === null || b.from === null || b.from <= a.to;
  return (
    relation.kind === other.kind &&
    relation.relatedCode === other.relatedCode &&
    touches(relation, other) &&
    touches(other, relation)
  );
}

function oneAtATime(relations: readonly Relation[]): Relation[] {
  const sorted = relations.toSorted(
    (relation, other) => byStart(relation, other) || compareText(relation.seenOn, other.seenOn),
  );
  return sorted.flatMap((relation, index) => {
    const next = sorted[index + 1];
    const to =
      next !== undefined && (relation.to === null || (next.from ?? '') < relation.to) ? next.from : relation.to;
    const isEmpty = next !== undefined && (to === null || (relation.from !== null && to <= relation.from));
    return isEmpty ? [] : [{ ...relation, to }];
  });
}

function byStart(relation: Relation, other: Relation): number {
  return compareText(relation.from ?? '', other.from ?? '') || compareText(relation.relatedCode, other.relatedCode);
}
