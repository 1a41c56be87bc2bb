import { type Located, type ReferenceFault, readRows } from '../../reference-facts/index.ts';
import { type PlaceLayout, type PlaceLayoutId, type PlaceRow, placeLayouts } from './place-layouts.ts';

/** A file that is not as it should be; nothing of it is taken. */
export class PlaceFaultsError extends Error {
  override readonly name = 'PlaceFaultsError';
  readonly faults: readonly ReferenceFault[];

  constructor(faults: readonly ReferenceFault[]) {
    super(`${faults.length} faults`);
    this.faults = faults;
  }
}

/** What is to be read; the header says in which of the layouts. */
export interface PlacesText {
  readonly fileName: string;
  readonly text: string;
  readonly layouts: readonly PlaceLayoutId[];
}

/** The rows of a file, each with its line. Throws `PlaceFaultsError` with every fault of every row. */
export function readPlaces({ fileName, text, layouts }: PlacesText): {
  readonly layout: PlaceLayout;
  readonly rows: readonly Located<PlaceRow>[];
} {
  const possible = placeLayouts.filter(({ id }) => layouts.includes(id));
  const header = text.replace(/^\uFEFF/, '').split(/\r?\n|\r/, 1)[0] ?? '';
  const layout = possible.find(({ columns }) => columns.join(',') === header);
  if (layout === undefined) {
    const headers = possible.map(({ columns }) => columns.join(',')).join(' or ');
    throw new PlaceFaultsError([{ file: fileName, line: 1, message: `the header must be ${headers}` }]);
  }
  const faults: ReferenceFault[] = [];
  const rows = readRows({ path: fileName, text }, layout.table, faults);
  if (faults.length > 0) {
    throw new PlaceFaultsError(faults);
  }
  return { layout, rows };
}
