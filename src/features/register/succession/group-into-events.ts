import type { SuccessionKind, SuccessionPair } from './succession.ts';

/** What a file says of one day and of organisations that have to do with each other. */
export interface SuccessionGroup<Pair extends SuccessionPair = SuccessionPair> {
  readonly kind: Extract<SuccessionKind, 'merge' | 'split' | 'transfer' | 'boundary-change'>;
  readonly effectiveOn: string;
  readonly pairs: readonly Pair[];
}

/**
 * Turns the pairs of successor files into events: those of one day that share an organisation belong together. Several into
 * one is a merge, one into several a split, one into one a transfer. Where several became several, or an organisation goes on
 * beside its successor, patients and places changed hands between them: a boundary change. The files do not say which it was;
 * this reading is ours. Groups are in the order of their first pair.
 */
export function groupIntoEvents<Pair extends SuccessionPair>(pairs: readonly Pair[]): SuccessionGroup<Pair>[] {
  const parents = new Map<string, string>();
  for (const { effectiveOn, predecessorCode, successorCode } of pairs) {
    join(parents, `${effectiveOn} ${predecessorCode}`, `${effectiveOn} ${successorCode}`);
  }
  const groups = Map.groupBy(pairs, ({ effectiveOn, predecessorCode }) =>
    rootOf(parents, `${effectiveOn} ${predecessorCode}`),
  );
  return [...groups.values()].map((ofGroup) => ({
    kind: kindOf(ofGroup),
    effectiveOn: ofGroup[0]?.effectiveOn ?? '',
    pairs: ofGroup,
  }));
}

function kindOf(pairs: readonly SuccessionPair[]): SuccessionGroup['kind'] {
  const predecessors = new Set(pairs.map(({ predecessorCode }) => predecessorCode));
  const successors = new Set(pairs.map(({ successorCode }) => successorCode));
  const goesOn = [...predecessors].some((code) => successors.has(code));
  if (goesOn || (predecessors.size > 1 && successors.size > 1)) {
    return 'boundary-change';
  }
  if (predecessors.size > 1) {
    return 'merge';
  }
  return successors.size > 1 ? 'split' : 'transfer';
}

function rootOf(parents: Map<string, string>, key: string): string {
  let root = key;
  for (let above = parents.get(root); above !== undefined && above !== root; above = parents.get(root)) {
    root = above;
  }
  parents.set(key, root);
  return root;
}

function join(parents: Map<string, string>, one: string, other: string): void {
  parents.set(rootOf(parents, one), rootOf(parents, other));
}
