import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { missingLetters, visibleText } from '../testing/visible-text.ts';
import { Narrative } from './narrative.tsx';

function missing(text: string): string {
  return missingLetters(text, visibleText(renderToStaticMarkup(<Narrative text={text} headingLevel={3} />)));
}

function nested(mark: string, indent: string, depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${indent.repeat(level)}${mark}level ${level + 1}`).join('\n');
}

describe('every letter of a text is on the page', () => {
  it.each([
    ['a list ten deep', nested('- ', '  ', 10)],
    ['a list thirty deep, and what follows it', `${nested('- ', '  ', 30)}\n  after\n- again\n\nThe end`],
    ['numbered lists twelve deep', nested('1. ', '   ', 12)],
    ['quotations thirty deep', `${'> '.repeat(30)}said\n\nThe end`],
    ['lists in quotations in lists', `${'- > '.repeat(15)}so\n\nThe end`],
    [
      'deep items with text below them',
      `${nested('- ', '  ', 14)}\n\n${'  '.repeat(14)}below\n\n${'  '.repeat(3)}up again`,
    ],
    ['lines that go on lazily', `${'> '.repeat(25)}one\ntwo\nthree\n\n> four`],
    ['the title of a link', '[plan](https://x.example "half of it by March")'],
    ['the address of a link', '[plan](https://x.example/a?b=1&amp;c=2)'],
    ['an address with marks in it', '[plan](<https://x.example/a b> (see page 4))'],
    ['a link without words', '[](https://x.example)'],
    ['a link to nowhere', '[plan]()'],
    ['an address that is no link', '[plan](javascript:alert "title")'],
    ['a reference and its definition', '[one][two]\n\n[two]: https://x.example "three"'],
    ['a definition nobody uses', '[unused]: https://x.example "title"'],
    ['an image', '![a chart](https://x.example/c.png "of beds")'],
    ['HTML and its comments', '<b title="one">two</b> <!-- three --> <details><summary>s</summary>t</details>'],
    ['entities', '&auml; &copy; &#65; &nbsp;'],
    ['code, with what language it is', '```county\npays half\n```\n\n`inline`\n\n    indented'],
    ['a table', '| a | b |\n|---|:-:|\n| c | d |'],
    ['footnotes', 'See[^1]\n\n[^1]: only if the county pays'],
    ['numbers as they were typed', '1. one\n1. two\n7. three\n007. four\n000. five'],
    ['a heading with closing marks', '## Heading ## \n\nSetext\n===\n\n####### seven'],
    ['hard breaks and escapes', 'one  \ntwo\\\nthree \\* \\a \\\\'],
    ['characters without width', 'a\u200bb\u200dc\ufeffd\u00ade'],
  ])('of %s', (_name, text) => {
    expect(missing(text)).toBe('');
  });

  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abcXYZ0189éß'), minLength: 1, maxLength: 4 }),
    fc.constantFrom(
      '\u200b',
      '\u202e',
      '&amp;',
      '&#65;',
      '\\*',
      '\\b',
      '  \n',
      '\\\n',
      '`c`',
      '[^1]',
      '<b>',
      '<!-- z -->',
    ),
    fc
      .tuple(
        fc.constantFrom('https://x.example/p', 'mailto:a@b.example', '/x', 'javascript:y', ''),
        fc.constantFrom('', ' "t"', " 'u'", ' (v)'),
      )
      .map(([address, title]) => `[w](${address}${title})`),
    fc.constantFrom('![i](https://x.example/i "j")', '[k][l]', '**m**', '_n_', '*o', '[p', '](', '"q"'),
  );
  const line = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
  const prefix = fc
    .array(fc.constantFrom('- ', '* ', '> ', '1. ', '12) ', '003. ', '  ', '    ', '# ', '```x', '| '), {
      maxLength: 14,
    })
    .map((marks) => marks.join(''));
  const text = fc
    .array(fc.tuple(prefix, line, fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', '\r\n')), { maxLength: 16 })
    .map((lines) => lines.flat().join(''));

  it('of whatever is typed', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(missing(typed)).toBe('');
      }),
      { numRuns: 3_000 },
    );
  });
});
