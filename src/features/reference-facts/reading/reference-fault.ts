import type { ReferenceData } from './reference.ts';

/** One reference file: its name, with folders before it where it lies in another than the rest, and its text. */
export interface ReferenceFile {
  readonly path: string;
  readonly text: string;
}

/** What is wrong with a reference file and where; `line` counts from 1, the header being line 1. */
export interface ReferenceFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A row of the right shape together with its place, so that later checks can say where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
  readonly line: number;
}

/** Every list of the reference data, each row with its place. */
export type LocatedReference = { readonly [K in keyof ReferenceData]: readonly Located<ReferenceData[K][number]>[] };

/** A fault at the place of a row. */
export function faultAt(row: Located<unknown>, message: string): ReferenceFault {
  return { file: row.file, line: row.line, message };
}
