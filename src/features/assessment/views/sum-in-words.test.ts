import { expect, it } from 'vitest';
import type { Sum } from '../../scoring/score-tree.ts';
import { sumInWords } from './sum-in-words.ts';

const terms = [
  { id: 'records', score: 88.2, weight: 1 },
  { id: 'orders', score: 41.55, weight: 1 },
];
const plain: Sum = { terms, leftOut: [], mean: 64.875, heldBy: null };
const label = (id: string) => id.toUpperCase();

it.each<[Partial<Sum>, string]>([
  [{}, '(88.2 + 41.6) ÷ 2 = 64.9'],
  [{ terms: terms.slice(0, 1), mean: 88.2 }, '88.2 ÷ 1 = 88.2'],
  [{ terms: terms.map((term) => ({ ...term, weight: 0.15 })) }, '(0.15 × 88.2 + 0.15 × 41.6) ÷ 0.3 = 64.9'],
  [
    { leftOut: [{ id: 'medicines', because: 'not-applicable' }] },
    '(88.2 + 41.6) ÷ 2 = 64.9. Without MEDICINES, not applicable',
  ],
  [
    { mean: null, leftOut: [{ id: 'bookings', because: 'missing' }] },
    'No score yet. Without BOOKINGS, not answered yet',
  ],
  [
    { heldBy: { question: 'SA1', below: 50, holds: 'capabilities', most: 40, because: 'The board has no strategy.' } },
    '(88.2 + 41.6) ÷ 2 = 64.9. Held at 40.0: The board has no strategy.',
  ],
])('%o is %s', (changes, words) => {
  expect(sumInWords({ ...plain, ...changes }, label, 1)).toBe(words);
});
