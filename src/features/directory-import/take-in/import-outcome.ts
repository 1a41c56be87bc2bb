import { z } from 'zod';
import { keyOf } from '../../../platform/stored-json.ts';
import type { ImportFault } from '../read/import-faults.ts';
import { differenceWords, type FileDifferenceKind } from './difference-words.ts';

/** How many differences there are of each kind; kinds without any are left out. */
export type DifferenceCounts = Readonly<Partial<Record<FileDifferenceKind, number>>>;

export const differenceCounts: z.ZodType<DifferenceCounts> = z.record(keyOf(differenceWords), z.int().min(1));

/** Organisations of which an earlier file of the same kind spoke and this one does not, though they were not known to be closed. */
export interface Absent {
  readonly total: number;
  /** The first of them, by code. */
  readonly codes: readonly string[];
}

/** What a file changes. */
export interface FileReport {
  readonly rowCount: number;
  readonly counts: DifferenceCounts;
  /** What a person should know of the reading: what was left out, and why. */
  readonly notes: readonly string[];
  readonly absent: Absent;
  readonly sourceId: string;
}

export type ImportOutcome =
  | ({ readonly kind: 'imported' } & FileReport)
  /** It was not wanted: what would have been imported. */
  | ({ readonly kind: 'checked' } & FileReport)
  /** The same bytes, of the same day, are in already. */
  | { readonly kind: 'known'; readonly importedAt: Date }
  /** The file is not as it should be, and nothing was changed. */
  | { readonly kind: 'refused'; readonly faults: readonly ImportFault[]; readonly total: number };
