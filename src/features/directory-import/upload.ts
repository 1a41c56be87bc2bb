import type { Difference, FileFinding, LayoutId } from '../directory/index.ts';

/** A file that somebody sent, and what was found in it. */
export interface Upload {
  readonly uploadId: string;
  readonly fileName: string;
  readonly layout: LayoutId;
  readonly datedOn: string;
  readonly byteCount: number;
  readonly state: 'waiting' | 'imported' | 'withdrawn';
  readonly finding: Finding;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

export interface Finding extends FileFinding {
  /** The first differences of each kind; all of them are in the file of differences. */
  readonly shown: readonly Difference[];
}

const SHOWN_OF_EACH = 10;

/** Keeps the first differences of each kind. */
export function firstOfEachKind(): { readonly add: (difference: Difference) => void; readonly shown: Difference[] } {
  const seen = new Map<string, number>();
  const shown: Difference[] = [];
  const add = (difference: Difference) => {
    const count = (seen.get(difference.kind) ?? 0) + 1;
    seen.set(difference.kind, count);
    if (count <= SHOWN_OF_EACH) {
      shown.push(difference);
    }
  };
  return { add, shown };
}

/** Whether two checks of a file found the same: what a person has seen is then what they confirm. */
export function isSameFinding(found: FileFinding, seen: FileFinding): boolean {
  const kinds = new Set([...Object.keys(found.counts), ...Object.keys(seen.counts)]);
  const countsOf = (finding: FileFinding) => new Map(Object.entries(finding.counts));
  const [now, then] = [countsOf(found), countsOf(seen)];
  return [...kinds].every((kind) => (now.get(kind) ?? 0) === (then.get(kind) ?? 0)) && found.rowCount === seen.rowCount;
}
