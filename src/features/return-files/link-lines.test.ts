import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { linesOf, linkKey, linksOf } from './link-lines.ts';

const title = fc
  .stringMatching(/^[A-Za-z(][A-Za-z():/ .]{0,30}$/)
  .map((text) => text.replaceAll(/\s+/g, ' ').replace(/[\s:]+$/, ''))
  .filter((text) => text !== '');
const link = fc.record({ title, url: fc.webUrl({ withQueryParameters: true }) });

it('gives back every link that was written, called as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(link, { selector: ({ url }) => linkKey(url), maxLength: 5 }), (links) => {
      expect(linksOf(linesOf(links))).toEqual({ kind: 'links', links });
    }),
  );
});

it('takes an address alone, spaces around it, and each address once', () => {
  const text = '  https://example.org/a \r\n\r\nThe board:  https://example.org/b\nAgain https://example.org/a';
  expect(linksOf(text)).toEqual({
    kind: 'links',
    links: [
      { title: 'example.org', url: 'https://example.org/a' },
      { title: 'The board', url: 'https://example.org/b' },
    ],
  });
});

it('writes an address with a space so that it is still one word', () => {
  expect(linesOf([{ title: 'Paper', url: 'https://example.org/a b' }])).toBe('Paper: https://example.org/a%20b');
});

test.each([
  ['Minutes of May', 'has no address at its end'],
  ['javascript:alert(1)', 'has no address at its end'],
  ['Board https://sam:secret@example.org', 'must not hold a name or password'],
  [`${'a'.repeat(201)} https://example.org`, 'is too long'],
  [`https://example.org/${'a'.repeat(1_000)}`, 'is too long'],
])('says what is wrong with %s', (text, words) => {
  expect(linksOf(text)).toEqual({ kind: 'odd', problem: expect.stringContaining(words) });
});
