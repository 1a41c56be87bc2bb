import type { ImportFault } from '../read/import-faults.ts';
import type { LayoutId, OtherLayoutId } from '../read/layouts.ts';
import type { FileDifference } from '../take-in/difference-words.ts';
import type { FileReport } from '../take-in/import-outcome.ts';
import type { UploadState } from './upload-state.ts';

/** A file that somebody sent, or that the registry answered, and what has come of it so far. */
export interface Upload {
  readonly uploadId: string;
  readonly fileName: string;
  readonly layout: LayoutId | OtherLayoutId;
  readonly datedOn: string;
  /** What else was said of it when it was sent, which the feature reads whose file it is; null for files of the directory. */
  readonly details: unknown;
  readonly byteCount: number;
  readonly state: UploadState;
  /** Why it is in its state, where the state does not say it. */
  readonly reason: UploadReason;
  /** Null until its check has come to its end. */
  readonly report: UploadReport | null;
  /** What is wrong with a file that was refused for it. */
  readonly faults: UploadFaults | null;
  readonly progress: Progress;
  /** How many files are worked on before it; of meaning while it waits for the work. */
  readonly ahead: number;
  /** Null where the service fetched it. */
  readonly uploadedByName: string | null;
  readonly uploadedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

/**
 * `found-other`: the directory had changed since the check. `stopped`: a person stopped the work. `faulty`, `known`: why a file was
 * refused. `error`, `broken-off`: why the work did not come to its end.
 */
export type UploadReason = '' | 'found-other' | 'stopped' | 'faulty' | 'known' | 'error' | 'broken-off';

/** How far the work has come with a file. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
}

export interface UploadFaults {
  /** The first of them, in the order of the file. */
  readonly faults: readonly ImportFault[];
  readonly total: number;
}

export interface UploadReport extends FileReport {
  /** The first differences of each kind; all of them are in the file of differences. */
  readonly shown: readonly FileDifference[];
  /** Of every difference, whether shown or not. Two checks with the same digest found the same. */
  readonly digest: string;
}

const SHOWN_OF_EACH = 10;

/** Keeps the first differences of each kind. */
export function firstOfEachKind(): {
  readonly add: (difference: FileDifference) => void;
  readonly shown: FileDifference[];
} {
  const seen = new Map<string, number>();
  const shown: FileDifference[] = [];
  const add = (difference: FileDifference) => {
    const count = (seen.get(difference.kind) ?? 0) + 1;
    seen.set(difference.kind, count);
    if (count <= SHOWN_OF_EACH) {
      shown.push(difference);
    }
  };
  return { add, shown };
}

/** Whether two checks of a file found the same: what a person has seen is then what they confirm. */
export function isSameReport(found: UploadReport, seen: UploadReport): boolean {
  return found.digest !== '' && found.digest === seen.digest;
}

const PERCENT = 100;

/** How much of the file has been read, as a whole number of hundredths. */
export function percentRead({ progress, byteCount }: Pick<Upload, 'progress' | 'byteCount'>): number {
  return Math.min(PERCENT, Math.floor((progress.bytes * PERCENT) / byteCount));
}
