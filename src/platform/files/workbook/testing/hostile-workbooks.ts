import type { WorkbookLimits } from '../read/workbook-limits.ts';
import { type CraftedEntry, craftedArchive } from './crafted-archive.ts';
import { type PlainSheet, relations, savedEntries } from './saved-workbooks.ts';

export interface HostileWorkbook {
  readonly name: string;
  readonly bytes: Buffer;
  /** In the refusal. */
  readonly words: string;
}

/** What honest files of the tests keep to. */
export const smallLimits: WorkbookLimits = {
  fileBytes: 5_000_000,
  entries: 200,
  plainBytes: 30_000_000,
  sheets: 20,
  rows: 1_000,
  cells: 5_000,
  characters: 100_000,
};

const sheets: readonly PlainSheet[] = [{ name: 'One', rows: [['Id', 'Answer']] }];
const honest = savedEntries('excel', sheets);

/** The same file with these parts in place of its own or beside them. */
function having(...entries: readonly CraftedEntry[]): Buffer {
  const names = new Set(entries.map(({ name }) => name));
  return craftedArchive([...honest.filter(({ name }) => !names.has(name)), ...entries]);
}

function sheetOf(content: string): Buffer {
  return having({ name: 'xl/worksheets/sheet1.xml', content });
}

const rows = (content: string) => sheetOf(`<worksheet><sheetData>${content}</sheetData></worksheet>`);
const blanks = (count: number) => ' '.repeat(count);

/** Files that are made to do harm, or are broken in a way that could. */
export function hostileWorkbooks(): HostileWorkbook[] {
  return [...archives(), ...parts(), ...contents()];
}

function archives(): HostileWorkbook[] {
  const sheet = honest.find(({ name }) => name.endsWith('sheet1.xml'));
  const bomb = { name: 'xl/worksheets/sheet1.xml', content: blanks(31_000_000) };
  return [
    { name: 'what unpacks to a thousand times its size', bytes: having(bomb), words: 'megabytes in it once it is' },
    {
      name: 'the same that says it is small',
      bytes: having({ ...bomb, saysPlainBytes: 1_000 }),
      words: 'is not what its list says',
    },
    {
      name: 'a size larger than what is there',
      bytes: having({ name: 'xl/workbook.xml', content: '<workbook/>', saysPlainBytes: 9_000 }),
      words: 'is not what its list says',
    },
    {
      name: 'many names for the same bytes',
      bytes: craftedArchive([
        ...honest,
        ...Array.from({ length: 50 }, (_, index) => ({
          name: `xl/worksheets/other${index}.xml`,
          content: String(sheet?.content),
          liesWith: 'xl/worksheets/sheet1.xml',
        })),
      ]),
      words: 'things in it lie where others are',
    },
    { name: 'one name twice', bytes: craftedArchive([...honest, ...honest.slice(-1)]), words: 'have one name' },
    {
      name: 'too many things in it',
      bytes: having(...Array.from({ length: 300 }, (_, index) => ({ name: `a${index}`, content: '' }))),
      words: 'the list of what is in it cannot be read',
    },
    {
      name: 'a password on one part',
      bytes: having({ name: 'xl/workbook.xml', content: '<workbook/>', isEncrypted: true }),
      words: 'has a password',
    },
    { name: 'the form of Excel with a password', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex'), words: 'old kind' },
    { name: 'something behind it', bytes: Buffer.concat([having(), Buffer.from('more')]), words: 'is damaged' },
    { name: 'half of it missing', bytes: having().subarray(0, 500), words: 'is damaged' },
    { name: 'nothing in it', bytes: Buffer.alloc(0), words: 'is empty' },
    { name: 'another kind of file', bytes: Buffer.from('Id,Answer\n'), words: 'is not an Excel workbook' },
    { name: 'an archive of something else', bytes: craftedArchive([{ name: 'a.txt', content: 'a' }]), words: 'is not' },
  ];
}

function parts(): HostileWorkbook[] {
  const linked = 'takes data from other files';
  return [
    { name: 'macros', bytes: having({ name: 'xl/vbaProject.bin', content: 'x' }), words: 'has macros' },
    { name: 'macros of the old kind', bytes: having({ name: 'xl/macrosheets/a.xml', content: '' }), words: 'macros' },
    {
      name: 'a link to another file',
      bytes: having({ name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }),
      words: linked,
    },
    {
      name: 'a sheet that lies elsewhere',
      bytes: having({
        name: 'xl/_rels/workbook.xml.rels',
        content: relations([['worksheet', 'http://example.org/a.xml', 'External']]),
      }),
      words: linked,
    },
    {
      name: 'references to other files',
      bytes: having({ name: 'xl/workbook.xml', content: '<workbook><externalReferences/></workbook>' }),
      words: linked,
    },
    { name: 'a connection', bytes: having({ name: 'xl/connections.xml', content: '<connections/>' }), words: linked },
    {
      name: 'one sheet under many names',
      bytes: having({
        name: 'xl/workbook.xml',
        content: '<workbook><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></workbook>',
      }),
      words: 'two of its sheets are one',
    },
    {
      name: 'too many sheets',
      bytes: craftedArchive(
        savedEntries(
          'excel',
          Array.from({ length: 21 }, (_, index) => ({ name: `s${index}`, rows: [] })),
        ),
      ),
      words: 'more than 20 sheets',
    },
    {
      name: 'a sheet that is not there',
      bytes: craftedArchive(honest.filter(({ name }) => !name.endsWith('sheet1.xml'))),
      words: 'one of its sheets is missing',
    },
  ];
}

function contents(): HostileWorkbook[] {
  const doctype = '<!DOCTYPE a [<!ENTITY b "c">]>';
  const cells = (count: number) => '<c><v>1</v></c>'.repeat(count);
  const lines = Array.from({ length: 2_000 }, () => '<row/>').join('');
  const shared = `<sst><si><t>${'a'.repeat(30_000)}</t></si></sst>`;
  return [
    { name: 'a document type', bytes: sheetOf(`${doctype}<worksheet/>`), words: 'declares a document type' },
    {
      name: 'a document type without end',
      bytes: sheetOf(`<!DOCTYPE a [${blanks(200_000)}`),
      words: 'declares a document type',
    },
    { name: 'an entity of its own', bytes: rows('<row><c t="str"><v>&b;</v></c></row>'), words: 'not well-formed' },
    {
      name: 'millions of cells',
      bytes: rows(`<row>${cells(16_000)}</row>`.repeat(65)),
      words: 'more than 5,000 cells',
    },
    { name: 'many empty rows', bytes: rows(lines), words: 'more than 1,000 rows' },
    {
      name: 'one long text in many cells',
      bytes: having(
        { name: 'xl/sharedStrings.xml', content: shared },
        {
          name: 'xl/worksheets/sheet1.xml',
          content: `<worksheet><sheetData><row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row></sheetData></worksheet>`,
        },
      ),
      words: 'more than 100,000 letters',
    },
    { name: 'a text that is not there', bytes: rows('<row><c t="s"><v>9</v></c></row>'), words: 'names a text' },
    { name: 'a cell twice', bytes: rows('<row r="1"><c r="A1"/><c r="A1"/></row>'), words: 'not in their order' },
    { name: 'a row twice', bytes: rows('<row r="1"/><row r="1"/>'), words: 'not in their order' },
    { name: 'a cell beyond the last column', bytes: rows('<row r="1"><c r="XFE1"/></row>'), words: 'not in their' },
    { name: 'a cell of another row', bytes: rows('<row r="1"><c r="A2"/></row>'), words: 'where it stands' },
    { name: 'elements without end', bytes: sheetOf('<a>'.repeat(100_000)), words: 'more than 50 levels' },
    {
      name: 'attributes without end',
      bytes: sheetOf(`<worksheet ${Array.from({ length: 9_000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
      words: 'more than 100 attributes',
    },
    { name: 'a name without end', bytes: sheetOf(`<${'a'.repeat(300_000)}`), words: 'not well-formed' },
  ];
}
