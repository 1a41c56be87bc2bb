import { organisationFileLimits } from '../../../file-limits.ts';
import { ExplainedError } from '../../../platform/explained-error.ts';
import { countOf } from '../../../views/format.ts';

/** What is wrong with a file, and where. */
export interface ImportFault {
  /** Line of the file from 1, for a CSV record the one it starts on; null for JSON, whose reasons name the organisation. */
  readonly line: number | null;
  /** Column from 1; null where the fault is not in one cell. */
  readonly column: number | null;
  readonly columnName: string | null;
  readonly reason: string;
}

const faultsKept = 50;
const inFigures = (count: number) => count.toLocaleString('en-GB');

/** "line 7, column 11 (open date): …" */
export function describeFault({ line, column, columnName, reason }: ImportFault): string {
  const places = [
    ...(line === null ? [] : [`line ${line}`]),
    ...(column === null ? [] : [columnName === null ? `column ${column}` : `column ${column} (${columnName})`]),
  ];
  return places.length === 0 ? reason : `${places.join(', ')}: ${reason}`;
}

/** A file that cannot be taken in: its first 50 faults in the order they were met, and how many there are in all. */
export class ImportFaultsError extends ExplainedError {
  override readonly name = 'ImportFaultsError';
  readonly faults: readonly ImportFault[];
  readonly total: number;

  constructor(faults: readonly ImportFault[], total: number) {
    const more = total > faults.length ? [`and ${total - faults.length} more`] : [];
    const heading = `The file cannot be read. Nothing of it was taken in. ${countOf(total, 'fault')}:`;
    super([heading, ...faults.map(describeFault), ...more].join('\n'));
    this.faults = faults;
    this.total = total;
  }
}

/** Gathers the faults of one file, so that a person can put all of them right at once. */
export class FaultCollector {
  readonly #kept: ImportFault[] = [];
  #total = 0;
  #areItems = false;

  /** From here on what is counted are the items of a list in JSON, and not lines. */
  countItems(): void {
    this.#areItems = true;
  }

  /** Where something stands: `line 3`, or `item 3` of a list. */
  placeOf(count: number): string {
    return `${this.#areItems ? 'item' : 'line'} ${count}`;
  }

  /** Faults met so far. */
  get total(): number {
    return this.#total;
  }

  /** Throws at the limit: whoever has put so many right will have learnt what is wrong with the others. */
  add(given: ImportFault): void {
    const fault = this.#areItems ? onItem(given) : given;
    this.#total += 1;
    if (this.#kept.length < faultsKept) {
      this.#kept.push(fault);
    }
    if (this.#total >= organisationFileLimits.faults) {
      this.#kept.splice(-1, 1, faultOn(fault.line, `reading stopped here, at ${inFigures(this.#total)} faults`));
      throw new ImportFaultsError(this.#kept, this.#total);
    }
  }

  /** For a fault after which nothing further can be read. */
  fail(fault: ImportFault): never {
    this.add(fault);
    throw new ImportFaultsError(this.#kept, this.#total);
  }

  throwIfAny(): void {
    if (this.#total > 0) {
      throw new ImportFaultsError(this.#kept, this.#total);
    }
  }
}

/** The same of an item, which has neither line nor column. */
function onItem({ line, columnName, reason }: ImportFault): ImportFault {
  const place = [...(line === null ? [] : [`item ${line}`]), ...(columnName === null ? [] : [columnName])].join(', ');
  return faultOn(null, place === '' ? reason : `${place}: ${reason}`);
}

/** A fault of a whole line or file. */
export function faultOn(line: number | null, reason: string): ImportFault {
  return { line, column: null, columnName: null, reason };
}

/** A value as a message quotes it: never long. */
export function quoted(value: string): string {
  return value.length > 40 ? `"${value.slice(0, 40)}…"` : `"${value}"`;
}
