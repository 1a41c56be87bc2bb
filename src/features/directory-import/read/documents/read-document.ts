import { following } from '../following.ts';
import { type FaultCollector, faultOn } from '../import-faults.ts';
import type { ImportItem } from '../import-item.ts';
import { ReadingNotes } from '../reading-notes.ts';
import type { DocumentNode, DocumentRecord } from './document-node.ts';
import { FhirReading, fhirRecordsOfJson, fhirXmlShape } from './read-fhir.ts';
import { readJson } from './read-json.ts';
import { OrdReading, ordRecordsOfJson, ordXmlShape } from './read-ord.ts';
import { readXml, type XmlShape } from './read-xml.ts';

interface DocumentReading {
  readonly read: (record: DocumentRecord) => ImportItem[];
  /** To be called behind the last record. */
  readonly end: () => void;
}

interface DocumentLayout {
  readonly shape: XmlShape;
  readonly ofJson: (answer: Readonly<Record<string, unknown>>, faults: FaultCollector) => Iterable<DocumentNode>;
  readonly start: (faults: FaultCollector, notes: ReadingNotes) => DocumentReading;
}

const documentLayouts: Readonly<Record<'ord' | 'fhir', DocumentLayout>> = {
  ord: {
    shape: ordXmlShape,
    ofJson: ordRecordsOfJson,
    start: (faults, notes) => new OrdReading(faults, notes),
  },
  fhir: {
    shape: fhirXmlShape,
    ofJson: fhirRecordsOfJson,
    start: (faults, notes) => new FhirReading(faults, notes),
  },
};

/** Reads XML, record by record, or JSON, whole; the first character that is not blank tells which. */
export async function* readDocument(
  texts: AsyncGenerator<string>,
  layout: 'ord' | 'fhir',
  faults: FaultCollector,
  mostRecords: number,
): AsyncGenerator<readonly ImportItem[]> {
  const { shape, ofJson, start } = documentLayouts[layout];
  const notes = new ReadingNotes();
  const reading = start(faults, notes);
  let row = 0;
  for await (const node of nodesOf(texts, shape, ofJson, faults)) {
    row += shape.frames?.has(node.name) === true ? 0 : 1;
    if (row > mostRecords) {
      faults.fail(
        faultOn(node.line, `the file has more than ${mostRecords.toLocaleString('en-GB')} records: split it`),
      );
    }
    yield reading.read({ node, row });
  }
  reading.end();
  yield notes.inWords().map((text) => ({ kind: 'note', text }) as const);
}

async function* nodesOf(
  texts: AsyncGenerator<string>,
  shape: XmlShape,
  ofJson: DocumentLayout['ofJson'],
  faults: FaultCollector,
): AsyncGenerator<DocumentNode> {
  const beginning = await beginningOf(texts, faults);
  const first = beginning.trimStart()[0];
  const whole = following(beginning, texts);
  if (first === '<') {
    yield* readXml(whole, shape, faults);
  } else if (first === '{') {
    yield* ofJson(await readJson(whole, faults), faults);
  } else {
    faults.fail(faultOn(1, 'wrong layout: the file is neither XML nor a JSON object'));
  }
}

/** Blanks before a document; nobody writes more than a line of them. */
const longestBlank = 100_000;

/** Text up to the piece in which something is written. */
async function beginningOf(texts: AsyncGenerator<string>, faults: FaultCollector): Promise<string> {
  let text = '';
  while (text.trimStart() === '') {
    const { value, done } = await texts.next();
    if (done === true) {
      return faults.fail(faultOn(null, 'the file is empty'));
    }
    text += value;
    if (text.length > longestBlank && text.trimStart() === '') {
      faults.fail(faultOn(null, 'the file is blank for more than 100,000 characters'));
    }
  }
  return text;
}
