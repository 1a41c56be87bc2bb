import { columnName, escapedText, escapedXml } from './cell-text.ts';
import { sheetNames } from './sheet-names.ts';
import type { CellKind, CellToWrite, SheetToWrite } from './workbook.ts';
import { type ArchiveEntry, writeArchive } from './write-archive.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The sheet that holds what may be chosen; a list within a cell's own rule may have 255 characters, and no comma in a choice. */
const CHOICES = 'Choices';

/** Formats of cells: as a spreadsheet sees fit, and as text. */
const GENERAL = 0;
const TEXT = 49;

/** By kind: font, fill, whether it may be filled in. In the order in which the styles stand in the file, after that of an untouched cell. */
const looks: readonly (readonly [
  CellKind,
  { readonly font: number; readonly fill: number; readonly isOpen: boolean; readonly format?: number },
])[] = [
  ['plain', { font: 0, fill: 0, isOpen: false }],
  ['head', { font: 1, fill: 2, isOpen: false }],
  ['title', { font: 2, fill: 0, isOpen: false }],
  ['part', { font: 1, fill: 0, isOpen: false }],
  ['open', { font: 0, fill: 3, isOpen: true }],
  ['number', { font: 0, fill: 0, isOpen: false, format: GENERAL }],
];

/**
 * Sheets as a workbook (ECMA-376, .xlsx). Each cell but a number is text in a format of text, so that what begins like a formula, or
 * looks like a day, stays as it is when somebody edits it. Cells that are not open are protected, without a password: against a slip, not against a person.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Buffer {
  const lists = choiceLists(sheets);
  const [choices = CHOICES, ...others] = sheetNames([CHOICES, ...sheets.map(({ name }) => name)]);
  const names = [...others, choices];
  const parts = [...sheets.map((sheet) => sheetXml(sheet, lists)), choicesXml(lists)];
  return writeArchive([
    { name: '[Content_Types].xml', text: contentTypes(parts.length) },
    { name: '_rels/.rels', text: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', text: workbookXml(names) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...parts.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', text: stylesXml() },
    ...parts.map((text, index): ArchiveEntry => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text })),
  ]);
}

/** Each list of choices once, with its column in the sheet of choices. */
type ChoiceLists = ReadonlyMap<string, { readonly column: number; readonly choices: readonly string[] }>;

function keyOf(choices: readonly string[]): string {
  return JSON.stringify(choices);
}

function choiceLists(sheets: readonly SheetToWrite[]): ChoiceLists {
  const all = sheets
    .flatMap(({ rows }) => rows.flat())
    .flatMap(({ choices }) => (choices === undefined ? [] : [choices]));
  const byKey = new Map(all.map((choices) => [keyOf(choices), choices]));
  return new Map([...byKey].map(([key, choices], column) => [key, { column, choices }]));
}

function choicesXml(lists: ChoiceLists): string {
  const columns = [...lists.values()].map(({ choices }) => choices);
  const longest = Math.max(0, ...columns.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, row) =>
    columns.map((choices): CellToWrite => ({ text: choices[row] ?? '', kind: 'plain' })),
  );
  const widths = columns.map(() => ({ width: 40 }));
  return sheetXml({ name: CHOICES, columns: widths, rows, frozenRows: 0 }, new Map());
}

function sheetXml({ columns, rows, frozenRows, isFree = false }: SheetToWrite, lists: ChoiceLists): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const cols = columns.map(
    ({ width, isHidden }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${isHidden === true ? ' hidden="1"' : ''}/>`,
  );
  return [
    `${DECLARATION}<worksheet xmlns="${MAIN}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`,
    `<sheetData>${rows.map(rowXml).join('')}</sheetData>`,
    isFree
      ? ''
      : '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" autoFilter="0"/>',
    validationsXml(rows, lists),
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

function rowXml(cells: readonly CellToWrite[], row: number): string {
  const written = cells.map(({ text, kind }, column) => {
    const style = looks.findIndex(([each]) => each === kind) + 1;
    const reference = `${columnName(column)}${row + 1}`;
    if (text === '') {
      return `<c r="${reference}" s="${style}"/>`;
    }
    return kind === 'number'
      ? `<c r="${reference}" s="${style}"><v>${plainDigits(text)}</v></c>`
      : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedText(text)}</t></is></c>`;
  });
  return `<row r="${row + 1}">${written.join('')}</row>`;
}

/** Throws for what is no number: within a cell it would break the sheet. */
function plainDigits(text: string): string {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) {
    throw new RangeError(`“${text}” is no number for a cell`);
  }
  return text;
}

/** One rule for each list, with all cells of the sheet that it is for. */
function validationsXml(rows: SheetToWrite['rows'], lists: ChoiceLists): string {
  const cells = rows.flatMap((row, at) =>
    row.flatMap(({ choices }, column) =>
      choices === undefined ? [] : [{ key: keyOf(choices), reference: `${columnName(column)}${at + 1}` }],
    ),
  );
  const rules = [...Map.groupBy(cells, ({ key }) => key)].map(([key, those]) => {
    const list = lists.get(key);
    const column = columnName(list?.column ?? 0);
    const range = `${CHOICES}!$${column}$1:$${column}$${list?.choices.length ?? 1}`;
    const references = those.map(({ reference }) => reference).join(' ');
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Not one of the choices" error="Choose from the list, or leave the cell empty." sqref="${references}"><formula1>${range}</formula1></dataValidation>`;
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, index) => {
    const state = name === CHOICES && index === names.length - 1 ? ' state="hidden"' : '';
    return `<sheet name="${escapedXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relations(all: readonly (readonly [kind: string, target: string])[]): string {
  const each = all.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>`,
    ...sheets,
    '</Types>',
  ].join('');
}

function stylesXml(): string {
  const solid = (colour: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const line = (side: string) => `<${side} style="thin"><color rgb="FFD8DDE0"/></${side}>`;
  const font = (size: number, isBold: boolean) =>
    `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><name val="Arial"/></font>`;
  const styles = looks.map(
    ([, { font: of, fill, isOpen, format = TEXT }]) =>
      `<xf numFmtId="${format}" fontId="${of}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="${isOpen ? 0 : 1}"/></xf>`,
  );
  return [
    `${DECLARATION}<styleSheet xmlns="${MAIN}">`,
    `<fonts count="3">${font(11, false)}${font(11, true)}${font(16, true)}</fonts>`,
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFE8EDEE')}${solid('FFFFF8DC')}</fills>`,
    `<borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}</border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${styles.join('')}</cellXfs>`,
    '</styleSheet>',
  ].join('');
}
