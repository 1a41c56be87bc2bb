import sax, { type Tag } from 'sax';
import { damaged, tooMuch, WorkbookRefusedError } from './workbook-refused-error.ts';

/** Told of what stands in XML, in its order. Names come without their prefix. */
export interface XmlReader {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  /** May come in pieces. */
  readonly text: (text: string) => void;
}

const DEPTH = 50;
const ATTRIBUTES = 100;
/** Few enough that what the parser holds at once is looked at in time. */
const PIECE = 50_000;

/**
 * `strictEntities` leaves none but the five of XML; the published types do not know it. Without `position` the parser would not look at how
 * much it holds.
 */
const parserOptions = { strictEntities: true, position: true };

/** Reads a part of a workbook. Document types, and with them every entity of somebody's own, are refused. */
export function readXml(xml: string, reader: XmlReader): void {
  const parser = sax.parser(true, parserOptions);
  let depth = 0;
  let attributes = 0;
  parser.onopentagstart = () => {
    depth += 1;
    attributes = 0;
    if (depth > DEPTH) {
      throw tooMuch(`more than ${DEPTH} levels of elements within each other`);
    }
  };
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > ATTRIBUTES) {
      throw tooMuch(`an element with more than ${ATTRIBUTES} attributes`);
    }
  };
  parser.onopentag = (tag) => reader.open(localName(tag.name), (tag as Tag).attributes);
  parser.onclosetag = (name) => {
    depth -= 1;
    reader.close(localName(name));
  };
  parser.ontext = reader.text;
  parser.oncdata = reader.text;
  parser.ondoctype = refuseDoctype;
  parser.onerror = (error) => {
    throw error.message.includes('doctype') ? refuseDoctype() : damaged('something in it is not well-formed XML');
  };
  for (let at = 0; at < xml.length; at += PIECE) {
    parser.write(xml.slice(at, at + PIECE));
  }
  parser.close();
}

function refuseDoctype(): never {
  throw new WorkbookRefusedError(
    'The file declares a document type (DOCTYPE), which no spreadsheet program writes. Take a new file from the site and copy the answers into it',
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The attribute of this name, with whatever prefix; empty where there is none. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string {
  return attributes[name] ?? Object.entries(attributes).find(([each]) => localName(each) === name)?.[1] ?? '';
}
