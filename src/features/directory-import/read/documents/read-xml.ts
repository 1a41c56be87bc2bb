import sax, { type SAXParser, type Tag } from 'sax';
import { xmlLimits as limits } from '../../../../file-limits.ts';
import { type FaultCollector, faultOn, quoted } from '../import-faults.ts';
import type { DocumentNode } from './document-node.ts';

interface OpenNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: DocumentNode[];
  text: string;
  readonly line: number;
}

/** What to read in an XML file. */
export interface XmlShape {
  /** Names the outermost element may have, without prefix. */
  readonly roots: ReadonlySet<string>;
  /** Elements that are given out whole as soon as they end; what stands around them is passed over. */
  readonly records: ReadonlySet<string>;
  /** Elements right below the outermost that are given out too, as they tell of the whole. */
  readonly frames?: ReadonlySet<string>;
}

/** `strictEntities` leaves none but the five of XML; the published types do not know it. */
const parserOptions = { position: true, strictEntities: true };

const inFigures = (count: number) => count.toLocaleString('en-GB');

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Reads XML as it streams in and holds one record at a time. Document type declarations are refused, and with them every
 * entity but the five of XML itself; so is text that is not well-formed, which a cut end makes it.
 */
class XmlReading {
  readonly #shape: XmlShape;
  readonly #faults: FaultCollector;
  readonly #parser: SAXParser;
  readonly #open: OpenNode[] = [];
  #done: DocumentNode[] = [];
  #depth = 0;
  /** Since the last record ended. */
  #elements = 0;
  #characters = 0;
  #attributes = 0;

  constructor(shape: XmlShape, faults: FaultCollector) {
    this.#shape = shape;
    this.#faults = faults;
    this.#parser = sax.parser(true, parserOptions);
    this.#parser.onopentagstart = () => this.#startElement();
    this.#parser.onattribute = () => this.#countAttribute();
    this.#parser.onopentag = (tag) => this.#openElement(tag as Tag);
    this.#parser.onclosetag = () => this.#closeElement();
    this.#parser.ontext = (text) => this.#addText(text);
    this.#parser.oncdata = (text) => this.#addText(text);
    this.#parser.ondoctype = () => this.#refuseDoctype();
    this.#parser.onerror = (error) => this.#refuse(error);
  }

  push(text: string): DocumentNode[] {
    this.#characters += text.length;
    this.#parser.write(text);
    if (this.#characters > limits.characters) {
      this.#fail(`${inFigures(limits.characters)} characters without the end of an organisation`);
    }
    return this.#taken();
  }

  end(): DocumentNode[] {
    this.#parser.close();
    return this.#taken();
  }

  #taken(): DocumentNode[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  /** Counted when its name is read: its attributes may go on without end. */
  #startElement(): void {
    this.#elements += 1;
    this.#attributes = 0;
    this.#depth += 1;
    if (this.#depth > limits.depth) {
      this.#fail(`elements nest more than ${limits.depth} levels deep: no organisation is described so`);
    }
    this.#refuseTooMany();
  }

  #countAttribute(): void {
    this.#elements += 1;
    this.#attributes += 1;
    if (this.#attributes > limits.attributes) {
      this.#fail(`an element with more than ${limits.attributes} attributes: no organisation is described so`);
    }
    this.#refuseTooMany();
  }

  #refuseTooMany(): void {
    if (this.#elements > limits.elements) {
      this.#fail(`more than ${inFigures(limits.elements)} elements and attributes without the end of an organisation`);
    }
  }

  #openElement(tag: Tag): void {
    const name = localName(tag.name);
    if (this.#depth === 1 && !this.#shape.roots.has(name)) {
      const wanted = [...this.#shape.roots].join(', ');
      this.#fail(`wrong layout: the outermost element is ${quoted(name)}, where one of these is wanted: ${wanted}`);
    }
    const isFrame = this.#depth === 2 && this.#shape.frames?.has(name) === true;
    if (this.#open.length === 0 && !isFrame && !this.#shape.records.has(name)) {
      return;
    }
    this.#open.push({ name, attributes: tag.attributes, children: [], text: '', line: this.#parser.line + 1 });
  }

  #closeElement(): void {
    this.#depth -= 1;
    const closed = this.#open.pop();
    if (closed === undefined) {
      return;
    }
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      this.#elements = 0;
      this.#characters = 0;
      this.#done.push(closed);
    } else {
      parent.children.push(closed);
    }
  }

  #addText(text: string): void {
    const inside = this.#open.at(-1);
    if (inside !== undefined) {
      inside.text += text;
    }
  }

  #refuseDoctype(): never {
    return this.#fail('a document type declaration (DOCTYPE) is not accepted; take it out and try again');
  }

  #refuse(error: Error): never {
    const [what = ''] = error.message.split('\n');
    const tooLong = /^Max buffer length exceeded: (\w+)/.exec(what)?.[1];
    if (tooLong === 'doctype') {
      return this.#refuseDoctype();
    }
    if (tooLong !== undefined) {
      return this.#fail('a name, value or comment of more than 64,000 characters: no organisation is described so');
    }
    const isCut = /unclosed|unexpected end/i.test(what);
    return this.#fail(
      isCut ? 'the file ends within an element: it seems to be cut off' : `not readable as XML: ${what}`,
    );
  }

  #fail(reason: string): never {
    return this.#faults.fail(faultOn(this.#parser.line + 1, reason));
  }
}

/** The records of an XML file, each given out when its end is reached. */
export async function* readXml(
  texts: AsyncIterable<string>,
  shape: XmlShape,
  faults: FaultCollector,
): AsyncGenerator<DocumentNode> {
  const reading = new XmlReading(shape, faults);
  for await (const text of texts) {
    yield* reading.push(text);
  }
  yield* reading.end();
}
