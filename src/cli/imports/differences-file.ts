import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { differencesTable } from '../../features/directory-import/index.ts';
import type { Difference } from '../../features/register/index.ts';
import { writeCsv, writeCsvRows } from '../../platform/csv-table.ts';
import { UsageError } from '../command.ts';

/** Where every difference of an import goes. */
export interface DifferencesFile {
  readonly write: (difference: Difference) => void;
  /** Ends the file; one of what was never done is removed, since half a list would mislead whoever finds it. */
  readonly end: (isKept: boolean) => void;
}

/** Few writes, and little in memory however many differences there are. */
const HELD = 500;

/**
 * Begins the file, or nothing when none is wanted. Written in step with what finds the differences, so that a full disk ends the
 * import there and then.
 */
export function differencesFile(file: string | null): DifferencesFile {
  if (file === null) {
    return { write: () => undefined, end: () => undefined };
  }
  const descriptor = open(file);
  const held: Difference[] = [];
  const flush = () => writeSync(descriptor, writeCsvRows(differencesTable, held.splice(0)));
  writeSync(descriptor, writeCsv(differencesTable, []));
  return {
    write: (difference) => {
      if (held.push(difference) >= HELD) {
        flush();
      }
    },
    end: (isKept) => {
      try {
        if (isKept) {
          flush();
        } else {
          rmSync(file, { force: true });
        }
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

function open(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
