import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWords, searchTerm, searchWords } from './search-words.ts';

describe('searchTerm', () => {
  it.each([
    ['  Doncaster \t CCG ', 'Doncaster CCG'],
    ['%\u0000\'";<script>', '% \'";<script>'],
    ['', ''],
  ])('%j becomes %j', (typed, term) => {
    expect(searchTerm(typed)).toBe(term);
  });

  it('is never long, never holds a control character, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const term = searchTerm(typed);
        expect(term.length).toBeLessThanOrEqual(100);
        expect(term).not.toMatch(/\p{Cc}/u);
        expect(searchTerm(term)).toBe(term);
      }),
    );
  });
});

describe('searchWords', () => {
  it.each([
    ["King's College", ['kings', 'college']],
    ['Guy’s & St. Thomas’', ['guys', 'and', 'st', 'thomas']],
    ['Doncaster Clinical Commissioning Group', ['doncaster', 'ccg']],
    ['Saint Helens', ['st', 'helens']],
    ['St. Helens', ['st', 'helens']],
    ['Saints', ['saints']],
    ['NHS Essex Integrated Care Board', ['nhs', 'essex', 'icb']],
    ['dn45dj', ['dn4', '5dj']],
    ['DN4 5DJ', ['dn4', '5dj']],
    ['Crédit', ['credit']],
    ['%_\\;--', []],
  ])('%j has the words %j', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it('gives only small letters and digits, which mean nothing to a pattern in SQL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(searchWords(text).join('')).toMatch(/^[a-z0-9]*$/);
      }),
    );
  });
});

describe('matchesWords', () => {
  it('asks for every word, in any order and any text', () => {
    expect(matchesWords(searchWords('trust doncaster'), ['Doncaster and Bassetlaw', 'NHS Trust'])).toBe(true);
    expect(matchesWords(searchWords('doncaster leeds'), ['Doncaster and Bassetlaw'])).toBe(false);
  });

  it('holds for anything when nothing was typed', () => {
    expect(matchesWords([], ['Doncaster'])).toBe(true);
  });
});
