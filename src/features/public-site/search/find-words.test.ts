import { expect, it } from 'vitest';
import type { Lead } from '../../search/index.ts';
import { reasonsInWords } from './find-words.ts';

const footprint = { areaId: 'vale', kind: 'footprint', code: 'vale', name: 'Vale', slug: 'vale' };
const nobody: Lead = { footprint, strength: 'named', count: 0, names: [], through: [] };

it.each<[Partial<Lead>, string]>([
  [{ strength: 'named' }, 'It has this name or code'],
  [{ strength: 'part-named' }, '“moor” is part of its name'],
  [{ strength: 'member', count: 1, names: ['A'] }, 'A is in it'],
  [{ strength: 'member', count: 2, names: ['A', 'B'] }, 'A and B are in it'],
  [
    { strength: 'commissioned', count: 1, names: ['A'], through: ['NHS Vale CCG'] },
    'A is commissioned by NHS Vale CCG, which is in it',
  ],
  [{ strength: 'associate', count: 1, names: ['A'] }, 'A is associated with it'],
  [{ strength: 'same-postcode', count: 1, names: ['A'] }, '“moor” is the postcode of A'],
  [{ strength: 'nearby', count: 5, names: ['A', 'B', 'C'] }, 'A, B, C and 2 others are near “moor”'],
  [{ strength: 'same-postcode-area', count: 1, names: ['A'], through: ['ZY'] }, 'A is in the postcode area ZY'],
  [{ strength: 'same-place', count: 1, names: ['A'] }, 'A is in “moor”'],
  [{ strength: 'same-place', through: ['Dales'] }, 'It lies in Dales'],
])('%j is said as: %s', (lead, words) => {
  expect(reasonsInWords({ footprint, leads: [{ ...nobody, ...lead }] }, 'moor')).toEqual([words]);
});

it('says the same reason once', () => {
  expect(reasonsInWords({ footprint, leads: [nobody, nobody] }, 'moor')).toHaveLength(1);
});
