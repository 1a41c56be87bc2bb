import { type OpenArchive, readArchive } from './read-archive.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { type CellBudget, type RowRead, readSheet } from './read-sheet.ts';
import { attributeOf, readXml } from './read-xml.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { damaged, inFigures, tooMuch, WorkbookRefusedError } from './workbook-refused-error.ts';

export interface SheetRead {
  readonly name: string;
  readonly rows: readonly RowRead[];
}

/**
 * The sheets of a workbook (.xlsx) that somebody sent, one after the other, with what stands in their cells. A file that could do harm is
 * refused, whatever it is called: macros, links to other files, document types, encryption, and whatever is larger than the limits.
 * @throws {WorkbookRefusedError}
 */
export function* readWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Generator<SheetRead> {
  requireArchive(bytes, limits);
  const archive = readArchive(bytes, limits);
  refuseParts(archive.names);
  const path = relationsOf(archive, '').find(({ kind }) => kind === 'officeDocument')?.target ?? '';
  const workbook = archive.text(path);
  if (workbook === null) {
    throw new WorkbookRefusedError(NOT_A_WORKBOOK);
  }
  const relations = relationsOf(archive, path);
  if (relations.some(({ kind, isExternal }) => isExternal || kind === 'externalLink')) {
    throw linked();
  }
  const sheets = sheetsOf(workbook, relations);
  if (sheets.length > limits.sheets) {
    throw tooMuch(`more than ${inFigures(limits.sheets)} sheets`);
  }
  if (new Set(sheets.map(({ target }) => target)).size < sheets.length) {
    throw damaged('two of its sheets are one');
  }
  const strings = relations.find(({ kind }) => kind === 'sharedStrings');
  const shared = strings === undefined ? [] : readSharedStrings(archive.text(strings.target) ?? '');
  const budget: CellBudget = { rows: limits.rows, cells: limits.cells, characters: limits.characters };
  for (const { name, target } of sheets) {
    const xml = archive.text(target);
    if (xml === null) {
      throw damaged('one of its sheets is missing');
    }
    yield { name, rows: readSheet(xml, shared, budget, limits) };
  }
}

const NOT_A_WORKBOOK =
  'The file is not an Excel workbook (.xlsx). Fill in the workbook that the site gives, save it as an Excel workbook, and choose it again';

function requireArchive(bytes: Uint8Array, { fileBytes }: WorkbookLimits): void {
  if (bytes.length === 0) {
    throw new WorkbookRefusedError('The file is empty. Choose another one');
  }
  if (bytes.length > fileBytes) {
    throw tooMuch(`more than ${inFigures(fileBytes / 1_000_000)} megabytes`);
  }
  const begins = (...marks: number[]) => marks.every((mark, index) => bytes[index] === mark);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new WorkbookRefusedError(
      'The file is an Excel file of the old kind (.xls), or one with a password. Save it without a password as an Excel workbook (.xlsx), and choose it again',
    );
  }
  if (!begins(0x50, 0x4b, 0x03, 0x04)) {
    throw new WorkbookRefusedError(NOT_A_WORKBOOK);
  }
}

function refuseParts(names: readonly string[]): void {
  if (names.some((name) => /vbaproject|^xl\/(macrosheets|dialogsheets)\/|activex/i.test(name))) {
    throw new WorkbookRefusedError(
      'The file has macros, which are not taken. Save it as an Excel workbook without macros (.xlsx), and choose it again',
    );
  }
  if (names.some((name) => /^xl\/(externallinks\/|connections\.xml$|querytables\/)/i.test(name))) {
    throw linked();
  }
}

function linked(): WorkbookRefusedError {
  return new WorkbookRefusedError(
    'The file takes data from other files or places. Break its links (in Excel: Data, Edit Links), save it, and choose it again',
  );
}

interface Relation {
  readonly id: string;
  /** The last part of its type. */
  readonly kind: string;
  /** The name of what it leads to, in the archive. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** What a part of the archive refers to; of the archive itself where the path is empty. */
function relationsOf(archive: OpenArchive, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const xml = archive.text(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (xml !== null) {
    readXml(xml, {
      open: (name, attributes) => {
        if (name === 'Relationship') {
          relations.push({
            id: attributeOf(attributes, 'Id'),
            kind: attributeOf(attributes, 'Type').split('/').at(-1) ?? '',
            target: nameFrom(folder, attributeOf(attributes, 'Target')),
            isExternal: attributeOf(attributes, 'TargetMode') === 'External',
          });
        }
      },
      close: () => undefined,
      text: () => undefined,
    });
  }
  return relations;
}

/** `xl/` and `../a.xml` -> `a.xml`. */
function nameFrom(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

const LONGEST_NAME = 100;

/** The sheets with cells, in the order in which they are shown. */
function sheetsOf(workbook: string, relations: readonly Relation[]): { name: string; target: string }[] {
  const sheets: { name: string; target: string }[] = [];
  readXml(workbook, {
    open: (name, attributes) => {
      if (name === 'externalReferences') {
        throw linked();
      }
      const relation = name === 'sheet' ? relations.find(({ id }) => id === attributeOf(attributes, 'id')) : undefined;
      if (relation?.kind === 'worksheet') {
        sheets.push({ name: attributeOf(attributes, 'name').slice(0, LONGEST_NAME), target: relation.target });
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  return sheets;
}
