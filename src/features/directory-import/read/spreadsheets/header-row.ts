/** What packages call the column of row numbers that they put before a table. */
const rowNumberNames: ReadonlySet<string> = new Set([
  '',
  'x',
  'unnamed: 0',
  '...1',
  'index',
  'rowname',
  'rownames',
  'row.names',
  '_n_',
]);

const numbered = /^(?:V|X|Column|Field|Col|Var|_c|C|F|\.\.\.)?[ _]?(\d+)$/i;

/** Whether a cell holds the number of a row. */
export function isRowNumber(cell: string): boolean {
  return /^\d{1,7}$/.test(cell);
}

/** Whether a cell is the name of a column of row numbers. */
export function isRowNumberName(cell: string): boolean {
  return rowNumberNames.has(cell.toLowerCase());
}

/** Whether a row only counts the columns, as packages name those of a table without names: V1, V2, … or 0, 1, …. */
export function countsColumns(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => numbered.exec(cell)?.[1] ?? '');
  const [first = ''] = numbers;
  return (
    first !== '' &&
    cells.length > 1 &&
    numbers.every((number, index) => number !== '' && Number(number) === Number(first) + index)
  );
}

/** Whether a package took the row for the names of columns and changed cells of it, so that none stands twice or is empty. */
export function isSpoiltHeader(cells: readonly string[]): boolean {
  return cells.some((cell) => /^(?:Unnamed: \d+|X\.\d+|\.\.\.\d+|Column\d+)$/.test(cell));
}
