import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { blocksOfMarkup } from '../../../platform/files/word/blocks-of-markup.ts';
import { realisticCopy } from '../testing/realistic-copy.ts';
import { PaperPage } from './paper-page.tsx';

it('reads as a document without its styles: a heading in words, that it is invented, and a caption over each table', () => {
  const blocks = blocksOfMarkup(renderToStaticMarkup(<PaperPage copy={realisticCopy()} />));
  const words = blocks.map((block) => (block.kind === 'table' ? '' : block.runs.map(({ text }) => text).join('')));
  expect(words[0]).toBe('Roadmap 2016, version 1 Digital roadmap of Northvale');
  expect(words).toContain('Illustrative data');
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []));
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? block : []));
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter(({ caption }) => caption === '')).toEqual([]);
  expect(tables.every(({ rows }) => rows[0]?.every(({ isHeader }) => isHeader))).toBe(true);
});
