import type { LayoutId } from '../layouts.ts';

/** A file made to do harm: it never ends, or pretends to be what it is not. */
export interface HostileFile {
  readonly name: string;
  readonly layout: LayoutId;
  readonly beginning: string | Uint8Array;
  /** What comes again and again after it, by its number; null where the beginning is all. */
  readonly more: ((index: number) => string) | null;
  /** Of the refusal. */
  readonly words: string;
}

const product = '<OrgRefData><Organisations>';
const bundle = '<Bundle xmlns="http://hl7.org/fhir"><entry><resource>';

function hostile(
  name: string,
  layout: LayoutId,
  beginning: string | Uint8Array,
  more: HostileFile['more'],
  words: string,
): HostileFile {
  return { name, layout, beginning, more, words };
}

const elements = 'more than 20,000 elements and attributes';

const xml: readonly HostileFile[] = [
  hostile('elements in an organisation', 'ord', `${product}<Organisation>`, () => '<Role/>', elements),
  hostile('elements beside the organisations', 'ord', '<OrgRefData>', () => '<Code/>', elements),
  hostile('elements in a resource', 'fhir', `${bundle}<Organization>`, () => '<extension/>', elements),
  hostile('organisations without anything', 'ord', product, () => '<Organisation/>', 'at 1,000 faults'),
  hostile('attributes', 'ord', `${product}<Organisation`, (index) => ` a${index}=""`, 'more than 100 attributes'),
  hostile('the same attribute', 'ord', `${product}<Organisation`, () => ' a=""', '1,000,000 characters'),
  hostile('attributes of many elements', 'ord', `${product}<Organisation>`, () => '<Role a="" b=""/>', elements),
  hostile('elements in each other', 'ord', `${product}<Organisation>`, () => '<Role>', 'more than 64 levels'),
  hostile('elements in each other outside', 'fhir', '<Bundle>', () => '<entry>', 'more than 64 levels'),
  hostile('a name', 'ord', `${product}<Organisation>`, () => 'name ', '1,000,000 characters'),
  hostile('a name in CDATA', 'ord', `${product}<Organisation><![CDATA[`, () => 'name ', '1,000,000 characters'),
  hostile('an attribute value', 'ord', `${product}<Organisation a="`, () => 'value ', '64,000 characters'),
  hostile('the name of an element', 'ord', '<', () => 'a', '64,000 characters'),
  hostile('a comment', 'ord', `${product}<!--`, () => 'words ', '64,000 characters'),
  hostile('comments', 'ord', product, () => '<!-- words -->', '1,000,000 characters'),
  hostile('blanks', 'ord', product, () => '\n\n\n', '1,000,000 characters'),
  hostile(
    'entities of entities',
    'ord',
    '<!DOCTYPE OrgRefData [<!ENTITY a "aaaa">',
    (index) => `<!ENTITY a${index} "&a;&a;">`,
    'DOCTYPE',
  ),
  hostile(
    'an entity of a file',
    'ord',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    null,
    'DOCTYPE',
  ),
  hostile('references to characters', 'ord', `${product}<Organisation>`, () => '&#65;', '1,000,000 characters'),
];

const json: readonly HostileFile[] = [
  hostile('a list', 'ord', '{"Organisations":[1', () => ',1', 'more than 400,000 values'),
  hostile('a list of lists', 'fhir', '{"resourceType":"Bundle","entry":[[]', () => ',[]', 'more than 400,000 values'),
  hostile('members', 'ord', '{"a":1', (index) => `,"k${index}":1`, 'more than 400,000 values'),
  hostile('objects in each other', 'fhir', '{"resourceType":', () => '{"a":', 'more than 64 levels'),
  hostile('lists in each other', 'ord', '{"Organisations":', () => '[', 'more than 64 levels'),
  hostile('a text', 'ord', '{"Organisations":"', () => 'words ', 'a text of more than 100,000 characters'),
  hostile('escapes', 'ord', '{"Organisations":"', () => '\\"', 'a text of more than 100,000 characters'),
  hostile('a number', 'fhir', '{"a":', () => '1', 'a text of more than 100,000 characters'),
  hostile('blanks in JSON', 'fhir', '{', () => '\n', 'a text of more than 100,000 characters'),
  hostile('a bare list', 'fhir', '', () => '[', 'neither XML nor a JSON object'),
];

const csv: readonly HostileFile[] = [
  hostile('quotation marks', 'ods-practices', '"', () => '""', 'more than 100,000 bytes'),
  hostile('one line', 'ods-trusts', '', () => 'words ', 'more than 100,000 bytes'),
  hostile('columns', 'ods-ccgs', '', () => ',', 'more than 500 columns'),
  hostile('quoted columns', 'ods-ccgs', '', () => '"",', 'more than 500 columns'),
  hostile('line ends', 'ods-practices', '', () => '\n', 'holds empty lines alone'),
  hostile('quoted line ends', 'ods-practices', '"', () => '\r\n', 'more than 100,000 bytes'),
  hostile('rows of another kind', 'ods-practices', '', () => 'a,b\n', 'wrong layout'),
  hostile('short rows', 'successors', 'old_code,new_code,date\n', () => 'A\n', 'at 1,000 faults'),
  hostile('wrong rows', 'successors', 'old_code,new_code,date\n', (index) => `${index},?,2013\n`, 'at 1,000 faults'),
];

const bytes = (...values: number[]) => new Uint8Array(values);

const disguised: readonly HostileFile[] = [
  hostile('UTF-16', 'ods-practices', bytes(0xff, 0xfe), () => 'a', 'bytes'),
  hostile('UTF-16 the other way round', 'ord', bytes(0xfe, 0xff), () => 'a', 'neither XML nor'),
  hostile('NUL bytes', 'ods-practices', '"A99001",', () => '\0', 'NUL'),
  hostile('NUL bytes in XML', 'ord', '<OrgRefData>', () => '\0', 'NUL'),
  hostile('gzip', 'ord', bytes(0x1f, 0x8b, 0x08, 0), () => 'a', 'gzip'),
  hostile('a ZIP archive', 'ods-trusts', bytes(0x50, 0x4b, 3, 4), () => 'a', 'ZIP'),
  hostile('nothing but blanks', 'fhir', '', () => ' ', 'is blank'),
];

/** One of each kind of file that has been seen, or thought of, to make a reader freeze or fill the memory. */
export const hostileFiles: readonly HostileFile[] = [...xml, ...json, ...csv, ...disguised];

const CHUNK = 65_536;

/** A hostile file as a stream gives it: without end. */
export async function* chunksOf({ beginning, more }: HostileFile): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield typeof beginning === 'string' ? encoder.encode(beginning) : beginning;
  let index = 0;
  while (more !== null) {
    let text = '';
    while (text.length < CHUNK) {
      text += more(index);
      index += 1;
    }
    yield encoder.encode(text);
  }
}
