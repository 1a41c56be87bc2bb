import { expect, it } from 'vitest';
import { classInWords, classSentence } from './claim-words.ts';

it.each([
  [{ answered: 0, evidenced: 0 }, '', null],
  [{ answered: 3, evidenced: null }, 'asserted', 'Asserted: the organisation says so.'],
  [{ answered: 3, evidenced: 0 }, 'asserted', 'Asserted: the organisation says so, and gives no evidence.'],
  [
    { answered: 3, evidenced: 2 },
    'asserted, 2 evidenced',
    'Asserted: the organisation says so, and gives evidence for 2 of 3 answers.',
  ],
  [{ answered: 3, evidenced: 3 }, 'evidenced', 'Evidenced: the organisation says so, and gives evidence for it.'],
])('%o', (basis, inSentence, sentence) => {
  expect([classInWords(basis), classSentence(basis)]).toEqual([inSentence, sentence]);
});
