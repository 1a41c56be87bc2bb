import { expect, it } from 'vitest';
import { textQuery } from './search-query.ts';

it.each([
  [[{ word: 'vale', alternatives: [] }], "('vale':*)"],
  [
    [
      { word: 'st', alternatives: [] },
      { word: 'gorges', alternatives: ['georges', 'gorse'] },
    ],
    "('st':*) & ('gorges':* | 'georges' | 'gorse')",
  ],
])('asks for every word or what it may mean', (words, query) => {
  expect(textQuery(words)).toBe(query);
});
