/** One file of a pack: its path relative to the pack's folder, and its text. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** What is wrong with a pack and where; `line` counts from 1. */
export interface PackFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Where something stands in the merged content of a pack: keys and list positions from the top. */
export type PackPath = readonly (string | number)[];

/** A fault found in the merged content, not yet traced back to its file. */
export interface PackProblem {
  readonly path: PackPath;
  readonly message: string;
}

/** A value of the right shape together with its place, so that later checks can say where it stands. */
export interface AtPath<T> {
  readonly value: T;
  readonly path: PackPath;
}
