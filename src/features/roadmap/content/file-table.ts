import { type RoadmapDocument, type SectionReader, sectionsOfKind } from '../documents/frozen-document.ts';

/** What stands in a cell of a file: a number is one there too, and null is an empty cell. */
export type FileCell = string | number | null;

/** A table of a document as files have it. */
export interface FileTable extends NamedTable, RowIdentity {
  /** Of the section that it is read from. */
  readonly sectionId: string;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly FileCell[])[];
}

/** How the rows of a table are told apart, by ids of its columns. */
export interface RowIdentity {
  /** Which two rows of two documents are the same one. Where several rows of a document have the same, they are taken in their order. */
  readonly key: readonly string[];
  /** What a row is called. */
  readonly called: readonly string[];
  /** What programs alone read, because another column says it in words. */
  readonly aside?: readonly string[];
  /** What holds keys of other rows of the table. */
  readonly refers?: readonly string[];
}

interface NamedTable {
  /** Of a file that holds it alone, without its ending. */
  readonly name: string;
  readonly title: string;
}

export interface FileColumn {
  /** What programs call it. */
  readonly id: string;
  /** What people call it. */
  readonly heading: string;
  /** In letters. */
  readonly width: number;
}

/** One of the tables of a kind of content. */
export interface KindTable extends NamedTable {
  /** Whether this copy of a document has it: not where it was left out, or was never written. */
  readonly isIn: (document: Pick<RoadmapDocument, 'sections'>) => boolean;
  /** Null where it is not in this copy. */
  readonly read: (document: RoadmapDocument) => FileTable | null;
}

/** A column by its id, heading and width, with what a row has in it. */
export type TableColumn<Row> = readonly [id: string, heading: string, width: number, cellOf: (row: Row) => FileCell];

interface TableParts<Content, Row> extends NamedTable, RowIdentity {
  readonly columns: (document: RoadmapDocument, content: Content) => readonly TableColumn<Row>[];
  readonly rows: (content: Content, document: RoadmapDocument) => readonly Row[];
}

/** A table with a row for each of what the section of a kind holds. */
export function kindTable<Content, Row>(
  reader: SectionReader<Content>,
  { columns, rows, ...named }: TableParts<Content, Row>,
): KindTable {
  const { name, title } = named;
  return {
    name,
    title,
    isIn: ({ sections }) => sections.some(({ kind, content }) => kind === reader.kind && content !== null),
    read: (document) => {
      const [section] = sectionsOfKind(document, reader);
      if (section === undefined || section.content === null) {
        return null;
      }
      const { id: sectionId, content } = section;
      const own = columns(document, content);
      return {
        ...named,
        sectionId,
        columns: own.map(([id, heading, width]) => ({ id, heading, width })),
        rows: rows(content, document).map((row) => own.map(([, , , cellOf]) => cellOf(row))),
      };
    },
  };
}

/** Several things in one cell; none of them has a semicolon. */
export function severalInCell(items: readonly string[]): string {
  return items.join('; ');
}

export function termLabel(terms: readonly { readonly id: string; readonly label: string }[], id: string): string {
  return terms.find((term) => term.id === id)?.label ?? id;
}
