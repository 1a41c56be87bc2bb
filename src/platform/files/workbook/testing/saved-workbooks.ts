import { columnName, escapedText } from '../cell-text.ts';
import { type CraftedEntry, craftedArchive } from './crafted-archive.ts';

/** A sheet as it looks: each row with the texts of its cells. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Which program a workbook looks as if it were saved by; they differ in where texts stand and how the archive is built. */
export type SavedBy = 'excel' | 'libreoffice' | 'google' | 'stream' | 'large';

/** The same sheets as another program would have saved them. */
export function savedBy(program: SavedBy, sheets: readonly PlainSheet[]): Buffer {
  const entries = savedEntries(program, sheets);
  return craftedArchive(entries, { hasDescriptors: program === 'stream', isLarge: program === 'large' });
}

export function savedEntries(program: SavedBy, sheets: readonly PlainSheet[]): CraftedEntry[] {
  const texts = program === 'excel' || program === 'libreoffice' ? sheets.flatMap(({ rows }) => rows.flat()) : null;
  const shared = texts === null ? null : [...new Set(texts)];
  const names = sheets.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  return [
    {
      name: '[Content_Types].xml',
      content: `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: workbookXml(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...names.map((name) => ['worksheet', program === 'google' ? `/${name}` : name.slice(3)] as const),
        ...(shared === null ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
        ['theme', 'theme/theme1.xml'],
      ]),
    },
    ...(shared === null ? [] : [{ name: 'xl/sharedStrings.xml', content: sharedXml(program, shared) }]),
    { name: 'xl/theme/theme1.xml', content: '<theme/>', isStored: true },
    ...sheets.map((sheet, index) => ({ name: names[index] ?? '', content: sheetXml(program, sheet, shared) })),
  ];
}

export function workbookXml(sheets: readonly Pick<PlainSheet, 'name'>[]): string {
  const each = sheets.map(
    ({ name }, index) => `<sheet name="${escapedText(name)}" sheetId="${index + 4}" r:id="rId${index + 1}"/>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${each.join('')}</sheets></workbook>`;
}

export function relations(all: readonly (readonly [kind: string, target: string, mode?: string])[]): string {
  const each = all.map(
    ([kind, target, mode], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${kind}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
  );
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

/** Excel breaks a text into runs where a part of it is bold, and says how some are pronounced. */
function sharedXml(program: SavedBy, texts: readonly string[]): string {
  const said = texts.map((text) => {
    const half = Math.floor(text.length / 2);
    const run = (part: string) => `<t xml:space="preserve">${escapedText(part)}</t>`;
    const isCut = program === 'excel' && /^[\x20-\x7e]{4,}$/.test(text) && !text.includes('_');
    return isCut
      ? `<si><r><rPr><b/></rPr>${run(text.slice(0, half))}</r><r>${run(text.slice(half))}</r><rPh sb="0" eb="1"><t>said otherwise</t></rPh></si>`
      : `<si>${run(text)}</si>`;
  });
  return `${DECLARATION}<sst xmlns="${MAIN}" count="${texts.length}">${said.join('')}</sst>`;
}

function sheetXml(program: SavedBy, { rows }: PlainSheet, shared: readonly string[] | null): string {
  const written = rows.map((cells, row) => {
    const each = cells.map((text, column) => cellXml(program, `${columnName(column)}${row + 1}`, text, shared));
    return `<row r="${row + 1}" spans="1:8">${each.join('')}</row>`;
  });
  const after = program === 'libreoffice' ? '<row r="1048576" customHeight="false"><c r="A1048576" s="3"/></row>' : '';
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${written.join('')}${after}</sheetData><legacyDrawing/></worksheet>`;
}

function cellXml(program: SavedBy, reference: string, text: string, shared: readonly string[] | null): string {
  if (text === '') {
    return program === 'google' ? '' : `<c r="${reference}" s="1"/>`;
  }
  if (/^\d{1,6}$/.test(text) && String(Number(text)) === text) {
    return `<c r="${reference}"><v>${text}.0</v></c>`;
  }
  if (shared !== null) {
    return `<c r="${reference}" s="2" t="s"><v>${shared.indexOf(text)}</v></c>`;
  }
  return program === 'google'
    ? `<c r="${reference}" t="str"><v>${escapedText(text).replaceAll('\n', '_x000D_\n')}</v></c>`
    : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapedText(text)}</t></is></c>`;
}
