import type { PackPath, PackProblem } from '../pack-fault.ts';

interface Identified {
  readonly id: string;
  readonly path: PackPath;
}

/** Every use of an id after its first. */
export function duplicateIds(items: readonly Identified[]): PackProblem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id, path }) => {
    if (seen.has(id)) {
      return [{ path: [...path, 'id'], message: `the id "${id}" is used twice` }];
    }
    seen.add(id);
    return [];
  });
}

/** A fault when `id` is given but names nothing that is known. */
export function unknownReference(
  id: string | null,
  known: ReadonlySet<string>,
  noun: string,
  path: PackPath,
): PackProblem[] {
  return id === null || known.has(id) ? [] : [{ path, message: `no ${noun} "${id}"` }];
}
