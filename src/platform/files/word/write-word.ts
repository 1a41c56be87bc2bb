import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Run, WordBlock, WordCell, WordDocument } from './word-blocks.ts';

/** A4, in twentieths of a point, with the margins of the printed page. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1020, bottom: 1134, left: 907, right: 907 },
};

const BULLETS = 'bullets';
const DEEPEST_LIST = 8;

/**
 * A document for a word processor (ECMA-376, .docx): headings, captions and lists by their styles, rows of headings that are known as such
 * and come again on each page, and its language.
 */
export async function writeWord({ title, blocks }: WordDocument): Promise<Uint8Array> {
  const document = new Document({
    title: inXml(title),
    creator: '',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 120 } },
        },
        heading1: headingStyle(40, 0),
        heading2: headingStyle(32, 360),
        heading3: headingStyle(26, 280),
        heading4: headingStyle(23, 240),
        heading5: headingStyle(21, 200),
        heading6: headingStyle(21, 200),
        caption: { run: { bold: true, italics: false, size: 21, color: '212B32' }, paragraph: { keepNext: true } },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
            level,
            format: LevelFormat.BULLET,
            text: '•',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
          })),
        },
      ],
    },
    sections: [{ properties: { page }, footers: { default: pageNumbers() }, children: blocks.flatMap(partsOf) }],
  });
  return Packer.toBuffer(document);
}

function headingStyle(size: number, before: number) {
  return { run: { bold: true, size, color: '212B32' }, paragraph: { keepNext: true, spacing: { before, after: 120 } } };
}

function pageNumbers(): Footer {
  const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children, size: 18 })] })],
  });
}

const headingLevels = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;

function partsOf(block: WordBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block)];
    case 'paragraph':
      return [new Paragraph({ children: childrenOf(block.runs) })];
    case 'item':
      return [itemOf(block)];
    case 'table':
      return tableOf(block);
  }
}

function headingOf({ level, runs, names }: Extract<WordBlock, { kind: 'heading' }>): Paragraph {
  const named = names.reduce<ParagraphChild[]>(
    (children, name) => [new Bookmark({ id: bookmarkOf(name), children })],
    childrenOf(runs),
  );
  return new Paragraph({ heading: headingLevels[level - 1] ?? 'Heading6', children: named });
}

function itemOf({ depth, mark, runs }: Extract<WordBlock, { kind: 'item' }>): Paragraph {
  const level = Math.min(depth - 1, DEEPEST_LIST);
  if (mark === null) {
    return new Paragraph({ numbering: { reference: BULLETS, level }, children: childrenOf(runs) });
  }
  // An item keeps the number that it was signed with; one that a word processor counts would be another after an edit.
  const number: Run = { text: `${mark}\t`, isBold: false, isItalic: false, link: null };
  const left = 360 * (level + 1);
  return new Paragraph({ indent: { left, hanging: 360 }, children: childrenOf([number, ...runs]) });
}

function tableOf({ caption, rows }: Extract<WordBlock, { kind: 'table' }>): (Paragraph | Table)[] {
  const ofHeadings = rows.findIndex((row) => row.some(({ isHeader }) => !isHeader));
  const written = rows.map(
    (row, index) =>
      new TableRow({
        tableHeader: index < (ofHeadings === -1 ? 1 : ofHeadings),
        cantSplit: true,
        children: row.map(cellOf),
      }),
  );
  if (written.length === 0) {
    return [];
  }
  return [
    ...(caption === '' ? [] : [new Paragraph({ style: 'Caption', children: [textRun(caption)] })]),
    new Table({ rows: written, width: { size: 100, type: WidthType.PERCENTAGE } }),
    new Paragraph({ children: [] }),
  ];
}

function cellOf({ isHeader, columns, rows, paragraphs }: WordCell): TableCell {
  const filled = paragraphs.length === 0 ? [[]] : paragraphs;
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHeader ? { shading: { fill: 'E8EDEE' } } : {}),
    children: filled.map((runs) => new Paragraph({ spacing: { after: 40 }, children: childrenOf(runs, 17) })),
  });
}

/** Runs that lead to one place are one link. */
function childrenOf(runs: readonly Run[], size?: number): ParagraphChild[] {
  return runs.map((run) => {
    const child = runOf(run, size);
    if (run.link === null) {
      return child;
    }
    return run.link.startsWith('#')
      ? new InternalHyperlink({ anchor: bookmarkOf(run.link.slice(1)), children: [child] })
      : new ExternalHyperlink({ link: inXml(run.link), children: [child] });
  });
}

function runOf({ text, isBold, isItalic, link }: Run, size?: number): TextRun {
  const look = { bold: isBold, italics: isItalic, ...(size === undefined ? {} : { size }) };
  return text === '\n'
    ? new TextRun({ ...look, break: 1 })
    : new TextRun({ ...look, text: inXml(text), ...(link === null ? {} : { style: 'Hyperlink' }) });
}

function textRun(text: string): TextRun {
  return new TextRun({ text: inXml(text) });
}

/** Letters, figures and underlines, of which a word processor takes forty. */
function bookmarkOf(name: string): string {
  return `b_${name.replaceAll(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);
}

/** What XML cannot hold at all is left out. */
function inXml(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '');
}
