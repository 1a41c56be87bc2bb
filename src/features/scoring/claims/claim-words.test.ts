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
  [
    { answered: 3, evidenced: 1, checks: { confirmed: 2, borneOut: 2 } },
    'asserted, 1 evidenced, 2 peer-checked',
    'Asserted: the organisation says so, and gives evidence for 1 of 3 answers. Of 3 answers 2 were checked from outside and found the same.',
  ],
  [
    { answered: 3, evidenced: 1, checks: { confirmed: 2, borneOut: 3 } },
    'evidenced, 2 peer-checked',
    'Evidenced: the organisation says so, and gives evidence for it. Of 3 answers 2 were checked from outside and found the same.',
  ],
  [
    { answered: 3, evidenced: 0, checks: { confirmed: 3, borneOut: 3 } },
    'peer-checked',
    'Peer-checked: somebody from outside the organisation checked it and found the same.',
  ],
])('%o', (basis, inSentence, sentence) => {
  expect([classInWords(basis), classSentence(basis)]).toEqual([inSentence, sentence]);
});
