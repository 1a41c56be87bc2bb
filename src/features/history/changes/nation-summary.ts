import { by } from '../../../platform/compare.ts';
import type { ChangeKind } from './changes.ts';

interface Counted {
  readonly subject: 'organisation' | 'area';
  readonly typeId: string;
  readonly change: ChangeKind | 'before' | 'after' | 'retyped-from';
  readonly count: number;
}

/** One type of organisation or kind of area between two days: what there was, came, went and was left. */
export interface TypeChanges {
  readonly subject: 'organisation' | 'area';
  readonly typeId: string;
  readonly before: number;
  readonly opened: number;
  /** Closed or succeeded by another. */
  readonly ended: number;
  /** Those of the ended that another came after. */
  readonly succeeded: number;
  readonly renamed: number;
  /** Became this type, less those that were of this type and became another. */
  readonly retyped: number;
  readonly after: number;
}

/**
 * The counts of changes by type, areas first, types in the order of `typeOrder`, others after them. Of each type, what there
 * was before, opened, and came from other types, less what ended, is what there is after.
 */
export function summariseNation(counts: readonly Counted[], typeOrder: readonly string[]): TypeChanges[] {
  const groups = Map.groupBy(counts, ({ subject, typeId }) => `${subject} ${typeId}`);
  return [...groups.values()]
    .flatMap((ofType) => summariseType(ofType) ?? [])
    .toSorted(by((each) => keyOf(each, typeOrder)));
}

function summariseType(counts: readonly Counted[]): TypeChanges | null {
  const [first] = counts;
  if (first === undefined) {
    return null;
  }
  const of = (change: Counted['change']) => counts.find((each) => each.change === change)?.count ?? 0;
  return {
    subject: first.subject,
    typeId: first.typeId,
    before: of('before'),
    opened: of('opened'),
    ended: of('closed') + of('succeeded'),
    succeeded: of('succeeded'),
    renamed: of('renamed'),
    retyped: of('retyped') - of('retyped-from'),
    after: of('after'),
  };
}

function keyOf({ subject, typeId }: TypeChanges, typeOrder: readonly string[]): string {
  const index = typeOrder.indexOf(typeId);
  return `${subject} ${String(index === -1 ? typeOrder.length : index).padStart(3, '0')} ${typeId}`;
}
