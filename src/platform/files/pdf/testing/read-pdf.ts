import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';

/** A part of a document as its tags tell it to a screen reader. */
export interface TaggedPart {
  readonly role: string;
  /** Its words and those of the parts within it. */
  readonly text: string;
  /** What is said in place of a picture. */
  readonly alternative: string | null;
}

export interface PdfRead {
  readonly title: string;
  readonly language: string;
  readonly pages: number;
  /** In their order; one that goes over two pages is there once for each of them. */
  readonly parts: readonly TaggedPart[];
  /** For how many rows and columns a cell says that it is their header. */
  readonly headers: { readonly rows: number; readonly columns: number };
  /** All words that belong to the document, in their order, without those around each page. */
  readonly text: string;
  readonly links: readonly string[];
  readonly outline: readonly string[];
}

const infoSchema = z.object({ Title: z.string(), Language: z.string() });

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;
type Tree = Awaited<ReturnType<Page['getStructTree']>>;

interface Outline {
  readonly title: string;
  readonly items: readonly Outline[];
}

/** Reads a tagged PDF as a program for people who cannot see it does: by its tags. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { Title: title, Language: language } = infoSchema.parse((await document.getMetadata()).info);
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1).then(readPageOf)),
  );
  const outline = ((await document.getOutline()) ?? []) as Outline[];
  return {
    title,
    language,
    pages: document.numPages,
    parts: pages.flatMap(({ parts }) => parts),
    headers: headersIn(bytes),
    text: pages.map(({ text }) => text).join(' '),
    links: pages.flatMap(({ links }) => links),
    outline: titlesOf(outline),
  };
}

async function readPageOf(page: Page) {
  const words = await wordsOf(page);
  const tree = (await page.getStructTree()) as Tree | null;
  const annotations = (await page.getAnnotations()) as { url?: string }[];
  const parts = tree === null ? [] : partsOf(tree, words);
  return {
    parts,
    text: parts.find(({ role }) => role === 'Document')?.text ?? '',
    links: annotations.flatMap(({ url }) => (url === undefined ? [] : [url])),
  };
}

/** The words of each piece of the page, by the name that the tags know it by. */
async function wordsOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== null) ?? '';
      words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else {
      open.push('id' in item && typeof item.id === 'string' ? item.id : null);
    }
  }
  return words;
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

function partsOf(tree: unknown, words: ReadonlyMap<string, string>): TaggedPart[] {
  const node = tree as Node;
  const within = (node.children ?? []).flatMap((child) => partsOf(child, words));
  if (node.role === undefined || node.role === 'Root') {
    return within;
  }
  const { role, alt = null } = node;
  return [{ role, text: textOf(node, words).replaceAll(/\s+/g, ' ').trim(), alternative: alt }, ...within];
}

function textOf({ id, role, children = [] }: Node, words: ReadonlyMap<string, string>): string {
  // A picture is told by what stands for it.
  if (role === 'Figure') {
    return '';
  }
  return id === undefined ? children.map((child) => textOf(child, words)).join('') : (words.get(id) ?? '');
}

/** The reader does not tell them; tags lie open in the file. */
function headersIn(bytes: Uint8Array): PdfRead['headers'] {
  const source = Buffer.from(bytes).toString('latin1');
  const count = (scope: string) => source.split(`/Scope /${scope}`).length - 1;
  return { rows: count('Row'), columns: count('Column') };
}

function titlesOf(outline: readonly Outline[]): string[] {
  return outline.flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}
