import { readXml } from './read-xml.ts';
import { unescapedText } from './unescaped-text.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { damaged, inFigures, tooMuch } from './workbook-refused-error.ts';

export type CellKind = 'text' | 'number' | 'boolean' | 'error' | 'formula';

/** A cell in which something stands. */
export interface CellRead {
  /** From 0. */
  readonly column: number;
  readonly kind: CellKind;
  /** Of a formula what it last came to, of a boolean `TRUE` or `FALSE`. */
  readonly text: string;
}

export interface RowRead {
  /** From 1, as spreadsheet programs count. */
  readonly row: number;
  readonly cells: readonly CellRead[];
}

/** What of the limits is left, over all sheets of a workbook. */
export interface CellBudget {
  rows: number;
  cells: number;
  characters: number;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

interface OpenCell {
  readonly column: number;
  readonly type: string;
  isFormula: boolean;
  value: string;
}

/** Reads the cells of a sheet, and takes what they need from the budget. */
class SheetReading {
  readonly rows: RowRead[] = [];
  readonly #shared: readonly string[];
  readonly #budget: CellBudget;
  readonly #limits: WorkbookLimits;
  readonly #path: string[] = [];
  #row = 0;
  #column = -1;
  #cells: CellRead[] = [];
  #cell: OpenCell | null = null;

  constructor(shared: readonly string[], budget: CellBudget, limits: WorkbookLimits) {
    this.#shared = shared;
    this.#budget = budget;
    this.#limits = limits;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (name === 'row' && parent === 'sheetData') {
      this.#openRow(attributes.r);
    } else if (name === 'c' && parent === 'row') {
      this.#openCell(attributes);
    } else if (name === 'f' && parent === 'c' && this.#cell !== null) {
      this.#cell.isFormula = true;
    }
  }

  text(text: string): void {
    const cell = this.#cell;
    if (cell === null || !this.#isValue()) {
      return;
    }
    cell.value += text;
    this.#spendCharacters(text.length);
  }

  close(name: string): void {
    this.#path.pop();
    if (name === 'c' && this.#path.at(-1) === 'row') {
      this.#closeCell();
    } else if (name === 'row' && this.#cells.length > 0 && this.#path.at(-1) === 'sheetData') {
      this.rows.push({ row: this.#row, cells: this.#cells });
      this.#cells = [];
    }
  }

  /** `<v>`, or the runs of a text that stands in the cell itself; not how it is pronounced. */
  #isValue(): boolean {
    const within = this.#path.slice(this.#path.lastIndexOf('c') + 1).join(' ');
    return within === 'v' || within === 'is t' || within === 'is r t';
  }

  #openRow(named: string | undefined): void {
    const row = named === undefined ? this.#row + 1 : wholeNumber(named);
    if (row <= this.#row || row > LAST_ROW) {
      throw damaged('the rows of a sheet are not in their order');
    }
    this.#row = row;
    this.#column = -1;
    this.#budget.rows -= 1;
    if (this.#budget.rows < 0) {
      throw tooMuch(`more than ${inFigures(this.#limits.rows)} rows`);
    }
  }

  #openCell({ r: reference, t: type = 'n' }: Readonly<Record<string, string>>): void {
    const column = reference === undefined ? this.#column + 1 : columnOf(reference, this.#row);
    if (column <= this.#column || column >= LAST_COLUMN) {
      throw damaged('the cells of a row are not in their order');
    }
    this.#column = column;
    this.#cell = { column, type, isFormula: false, value: '' };
    this.#budget.cells -= 1;
    if (this.#budget.cells < 0) {
      throw tooMuch(`more than ${inFigures(this.#limits.cells)} cells`);
    }
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) {
      return;
    }
    const { column, isFormula } = cell;
    const [kind, text] = this.#saidIn(cell);
    if (text !== '' || isFormula) {
      this.#cells.push({ column, kind: isFormula ? 'formula' : kind, text });
    }
  }

  #saidIn({ type, value }: OpenCell): readonly [CellKind, string] {
    switch (type) {
      case 's':
        return ['text', this.#sharedText(value)];
      case 'inlineStr':
      case 'str':
      case 'd':
        return ['text', unescapedText(value)];
      case 'b':
        return ['boolean', value.trim() === '1' ? 'TRUE' : value.trim() === '0' ? 'FALSE' : value];
      case 'e':
        return ['error', value];
      default:
        return ['number', plainNumber(value.trim())];
    }
  }

  #sharedText(value: string): string {
    if (value === '') {
      return '';
    }
    const text = this.#shared[wholeNumber(value.trim())];
    if (text === undefined) {
      throw damaged('a cell names a text that is not there');
    }
    this.#spendCharacters(text.length);
    return text;
  }

  #spendCharacters(count: number): void {
    this.#budget.characters -= count;
    if (this.#budget.characters < 0) {
      throw tooMuch(`more than ${inFigures(this.#limits.characters)} letters in its cells`);
    }
  }
}

/** The rows of a sheet in which something stands. Nothing is worked out: of a formula there is only what the program left that saved it. */
export function readSheet(
  xml: string,
  shared: readonly string[],
  budget: CellBudget,
  limits: WorkbookLimits,
): readonly RowRead[] {
  const reading = new SheetReading(shared, budget, limits);
  readXml(xml, {
    open: (name, attributes) => reading.open(name, attributes),
    text: (text) => reading.text(text),
    close: (name) => reading.close(name),
  });
  return reading.rows;
}

function columnOf(reference: string, row: number): number {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  if (letters === '' || Number(digits) !== row) {
    throw damaged('a cell does not say where it stands');
  }
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw damaged('a number in it is none');
  }
  return Number(text);
}

/** `3.0` and `3` are one; what is no number stays as it is. */
function plainNumber(value: string): string {
  const number = Number(value);
  return value === '' || Number.isNaN(number) ? value : String(number);
}
