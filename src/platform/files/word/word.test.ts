import { describe, expect, it } from 'vitest';
import { unpacked } from '../workbook/testing/unpacked.ts';
import { blocksOfMarkup } from './blocks-of-markup.ts';
import type { WordBlock } from './word-blocks.ts';
import { writeWord } from './write-word.ts';
import { writeWordApart } from './write-word-apart.ts';

const markup = `<section id="vision"><h2 id="vision-heading">1. Vision &amp; aims</h2><p>One <strong>record</strong>,<br/>for <a href="https://example.org/x">everybody</a>.</p>
<ul><li>First<ul><li>Within</li></ul></li></ul><ol start="3"><li>Third</li><li value="7">Seventh</li></ol>
<div><table role="table"><caption class="x">Money by year</caption><thead><tr><th scope="col">Year</th><th scope="col">Pounds</th></tr></thead>
<tbody><tr><th scope="row"><span aria-hidden="true">Year </span><div>2017/18</div></th><td><span aria-hidden="true">Pounds </span><div><p>£5</p><p>in all</p></div></td></tr></tbody></table></div>
<svg role="img"><title id="t">Targets</title><desc id="d">From 5 to 8</desc><g><text>5</text></g></svg><nav><a href="#vision">Back</a></nav></section>`;

/** Blocks as one line each. */
function inLines(blocks: readonly WordBlock[]): string[] {
  const words = (runs: readonly { readonly text: string }[]) => runs.map(({ text }) => text).join('');
  return blocks.map((block) => {
    if (block.kind === 'table') {
      const cells = (row: (typeof block.rows)[number]) =>
        row.map(({ paragraphs }) => paragraphs.map(words).join(' / '));
      return `${block.caption}: ${block.rows.map((row) => cells(row).join(' | ')).join(' || ')}`;
    }
    const text = words(block.runs);
    if (block.kind === 'heading') {
      return `${'#'.repeat(block.level)} ${text}`;
    }
    return block.kind === 'item' ? `${'  '.repeat(block.depth - 1)}${block.mark ?? '-'} ${text}` : text;
  });
}

describe('the markup of a page as blocks', () => {
  it('has its headings, lists, tables and what stands for pictures, and nothing that is hidden from everybody', () => {
    expect(inLines(blocksOfMarkup(markup))).toEqual([
      '## 1. Vision & aims',
      'One record,\nfor everybody.',
      '- First',
      '  - Within',
      '3. Third',
      '7. Seventh',
      'Money by year: Year | Pounds || 2017/18 | £5 / in all',
      'Picture: Targets. From 5 to 8',
      'Back',
    ]);
  });
});

describe('a document for a word processor', () => {
  it('has real headings, captions, header rows, links within it and a language', async () => {
    const bytes = await writeWord({ title: 'A plan', blocks: blocksOfMarkup(markup) });
    const files = unpacked(Buffer.from(bytes));
    const written = files.get('word/document.xml') ?? '';
    expect(written).toContain('<w:pStyle w:val="Heading2"/>');
    expect(written).toContain('<w:pStyle w:val="Caption"/>');
    expect(written.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(written).toContain('w:name="b_vision"');
    expect(written).toContain('w:anchor="b_vision"');
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(files.get('word/_rels/document.xml.rels')).toContain('https://example.org/x');
  });

  it('is written apart too, without what XML cannot hold', async () => {
    const bytes = await writeWordApart('A plan', '<p>Before\u0001 and after</p>');
    expect(unpacked(bytes).get('word/document.xml')).toContain('Before and after');
  });
});
