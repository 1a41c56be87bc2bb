import { describe, expect, it } from 'vitest';
import { snippetOf } from './snippet.ts';

const shown = (text: string, words: readonly string[]) =>
  snippetOf(text, words)
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('');

describe('snippetOf', () => {
  it.each([
    ['Shared records for all', ['record'], 'Shared [records] for all'],
    ['## King’s *College*\n\nand more', ['kings', 'coll'], '[King’s] [College] and more'],
    ['Café records', ['cafe'], '[Café] records'],
    ['prerecorded only', ['record'], ''],
    ['', ['record'], ''],
    ['<b>record</b>', ['record'], '<b [record]</b'],
  ])('marks in %j the words %j', (text, words, marked) => {
    expect(shown(text, words)).toBe(marked);
  });

  it('shows the piece around the first of them, cut between words', () => {
    const text = `${'before '.repeat(50)}record ${'after '.repeat(80)}`;
    const piece = shown(text, ['record']);
    expect(piece).toMatch(/^…before (before )*\[record\] (after )*after…$/);
    expect(piece.length).toBeLessThan(240);
  });
});
