import sax, { type Tag } from 'sax';
import type { Run, WordBlock, WordCell } from './word-blocks.ts';

/** What React writes for a page, as the blocks of a document for a word processor: headings, paragraphs, lists, tables. */
export function blocksOfMarkup(markup: string): WordBlock[] {
  const reading = new MarkupReading();
  const reader = sax.parser(true, { trim: false });
  reader.onerror = (error) => {
    throw error;
  };
  reader.onopentag = (tag) => reading.open(tag as Tag);
  reader.onclosetag = (name) => reading.close(name);
  reader.ontext = (text) => reading.text(text);
  reader.write(`<body>${markup}</body>`).close();
  return reading.blocks;
}

interface OpenTag {
  readonly name: string;
  readonly isHidden: boolean;
  readonly link: string | null;
}

interface OpenCell {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly paragraphs: Run[][];
}

interface OpenTable {
  caption: string;
  readonly rows: WordCell[][];
}

interface OpenList {
  readonly isOrdered: boolean;
  next: number;
}

/** Begin and end a paragraph of their own. */
const blockTags = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption'],
  ...['figure', 'footer', 'header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'main', 'nav', 'ol', 'p', 'section'],
  ...['summary', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
]);
const boldTags = new Set(['b', 'dt', 'strong', 'summary', 'th']);
const italicTags = new Set(['em', 'i']);
const unseenTags = new Set(['script', 'style', 'template']);

class MarkupReading {
  readonly blocks: WordBlock[] = [];
  readonly #tags: OpenTag[] = [];
  readonly #lists: OpenList[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #cells: OpenCell[] = [];
  #names: string[] = [];
  #runs: Run[] = [];
  /** Of the item that the next paragraph begins. */
  #mark: string | null | undefined;

  open({ name, attributes }: Tag): void {
    if (blockTags.has(name)) {
      this.#endParagraph();
    }
    const parent = this.#tags.at(-1);
    const isHidden =
      parent?.isHidden === true ||
      unseenTags.has(name) ||
      attributes['aria-hidden'] === 'true' ||
      attributes.hidden !== undefined ||
      (parent?.name === 'svg' && name !== 'title' && name !== 'desc');
    const link = name === 'a' ? (attributes.href ?? null) : (parent?.link ?? null);
    this.#tags.push({ name, isHidden, link });
    if (!isHidden) {
      this.#begin(name, attributes);
    }
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    if (attributes.id !== undefined && name !== 'title' && name !== 'desc') {
      this.#names.push(attributes.id);
    }
    switch (name) {
      case 'br':
        this.#runs.push({ text: '\n', isBold: false, isItalic: false, link: null });
        break;
      case 'svg':
        this.#endParagraph();
        this.#runs.push({ text: 'Picture: ', isBold: true, isItalic: false, link: null });
        break;
      case 'ul':
      case 'ol':
        this.#lists.push({ isOrdered: name === 'ol', next: Number(attributes.start ?? 1) });
        break;
      case 'li':
        this.#beginItem(attributes.value);
        break;
      case 'table':
        this.#tables.push({ caption: '', rows: [] });
        break;
      case 'tr':
        this.#tables.at(-1)?.rows.push([]);
        break;
      case 'td':
      case 'th':
        this.#cells.push({
          isHeader: name === 'th',
          columns: Number(attributes.colSpan ?? attributes.colspan ?? 1),
          rows: Number(attributes.rowSpan ?? attributes.rowspan ?? 1),
          paragraphs: [],
        });
        break;
    }
  }

  #beginItem(value: string | undefined): void {
    const list = this.#lists.at(-1);
    if (list?.isOrdered !== true) {
      this.#mark = null;
      return;
    }
    const number = value === undefined ? list.next : Number(value);
    list.next = number + 1;
    this.#mark = `${number}.`;
  }

  text(text: string): void {
    const tag = this.#tags.at(-1);
    const words = text.replaceAll(/\s+/g, ' ');
    if (tag === undefined || tag.isHidden || words === '') {
      return;
    }
    const names = this.#tags.map(({ name }) => name);
    this.#runs.push({
      text: tag.name === 'title' ? `${words}. ` : words,
      isBold: names.some((name) => boldTags.has(name)),
      isItalic: names.some((name) => italicTags.has(name)),
      link: tag.link,
    });
  }

  close(name: string): void {
    const closed = this.#tags.at(-1);
    if (closed?.isHidden === true) {
      this.#tags.pop();
      return;
    }
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) {
      this.#endHeading(Number(level));
    } else if (name === 'caption') {
      this.#endCaption();
    } else if (blockTags.has(name) || name === 'svg') {
      this.#endParagraph();
    }
    this.#tags.pop();
    this.#end(name);
  }

  #end(name: string): void {
    if (name === 'ul' || name === 'ol') {
      this.#lists.pop();
    } else if (name === 'td' || name === 'th') {
      const cell = this.#cells.pop();
      if (cell !== undefined) {
        this.#tables.at(-1)?.rows.at(-1)?.push(cell);
      }
    } else if (name === 'table') {
      const table = this.#tables.pop();
      if (table !== undefined) {
        this.#place({ kind: 'table', caption: table.caption, rows: table.rows.filter((row) => row.length > 0) });
      }
    }
  }

  #taken(): Run[] {
    const runs = this.#runs;
    this.#runs = [];
    return trimmed(runs);
  }

  #endHeading(level: number): void {
    const runs = this.#taken().map((run) => ({ ...run, isBold: false }));
    const names = this.#names;
    this.#names = [];
    if (runs.length > 0) {
      this.#place({ kind: 'heading', level, runs, names });
    }
  }

  #endCaption(): void {
    const words = this.#taken()
      .map(({ text }) => text)
      .join('');
    const table = this.#tables.at(-1);
    if (table !== undefined) {
      table.caption = words;
    }
  }

  #endParagraph(): void {
    const runs = this.#taken();
    if (runs.length === 0) {
      return;
    }
    const mark = this.#mark;
    this.#mark = undefined;
    const depth = this.#lists.length;
    this.#place(mark === undefined ? { kind: 'paragraph', runs } : { kind: 'item', depth, mark, runs });
  }

  /** What stands within a cell is a paragraph of it, whatever it is. */
  #place(block: WordBlock): void {
    const cell = this.#cells.at(-1);
    if (cell === undefined) {
      this.blocks.push(block);
      return;
    }
    cell.paragraphs.push(...paragraphsOf(block));
  }
}

function paragraphsOf(block: WordBlock): Run[][] {
  if (block.kind === 'table') {
    return block.rows.map((row) => row.flatMap(({ paragraphs }) => paragraphs.flat()));
  }
  if (block.kind === 'item') {
    const mark: Run = { text: `${block.mark ?? '•'} `, isBold: false, isItalic: false, link: null };
    return [[mark, ...block.runs]];
  }
  return [[...block.runs]];
}

/** Without the spaces between elements that no reader sees. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1)?.text ?? ' ';
    const text = /\s$/.test(before) ? run.text.replace(/^ +/, '') : run.text;
    if (text !== '') {
      kept.push({ ...run, text });
    }
  }
  const last = kept.at(-1);
  if (last === undefined) {
    return kept;
  }
  const rest = kept.slice(0, -1);
  const text = last.text.trimEnd();
  return text === '' ? trimmed(rest) : [...rest, { ...last, text }];
}
