import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownFacts, likenesses, likenessesOf, similarTo, usualLikenesses } from './similarity.ts';

const acute: KnownFacts = { setting: 'acute', type: 'acute-trust', region: 'Y54' };
const others = [
  { name: 'alike', facts: acute },
  { name: 'other region', facts: { ...acute, region: 'Y55' } },
  { name: 'other type', facts: { ...acute, type: 'specialist-trust' } },
  { name: 'no region on record', facts: { ...acute, region: null } },
  { name: 'other setting', facts: { setting: 'community', type: 'community-trust', region: 'Y54' } },
];

const namesOf = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);
const arbitraryFacts: fc.Arbitrary<KnownFacts> = fc.record({
  setting: fc.constantFrom('acute', 'community'),
  type: fc.constantFrom('a', 'b', null),
  region: fc.constantFrom('north', 'south', null),
});
const arbitraryOthers = fc.array(fc.record({ id: fc.nat(), facts: arbitraryFacts }), { maxLength: 30 });
const arbitraryChoice = fc.subarray([...likenesses]);

describe('similar organisations', () => {
  it('are alike in everything that is chosen', () => {
    expect(namesOf(similarTo(acute, others, ['setting', 'type', 'region']))).toEqual(['alike']);
    expect(namesOf(similarTo(acute, others, ['setting', 'type']))).toEqual([
      'alike',
      'other region',
      'no region on record',
    ]);
    expect(namesOf(similarTo(acute, others, []))).toEqual(namesOf(others));
  });

  it('are never alike in what is not on record, though of neither it is', () => {
    expect(similarTo({ ...acute, region: null }, others, ['region'])).toEqual([]);
    expect(likenessesOf({ ...acute, region: null })).toEqual(['setting', 'type']);
  });

  it('are at first of the same setting and type, or of the setting alone where too few are of the type', () => {
    expect(usualLikenesses(acute, others, 3)).toEqual(['setting', 'type']);
    expect(usualLikenesses(acute, others, 4)).toEqual(['setting']);
    expect(usualLikenesses({ ...acute, type: null }, others, 3)).toEqual(['setting']);
  });

  it('grow fewer with each thing more that is chosen, in whatever order', () => {
    fc.assert(
      fc.property(arbitraryFacts, arbitraryOthers, arbitraryChoice, (own, all, chosen) => {
        const found = similarTo(own, all, chosen);
        for (const further of likenesses) {
          const fewer = similarTo(own, all, [...chosen, further]);
          expect(fewer.every((one) => found.includes(one))).toBe(true);
        }
        expect(similarTo(own, all, chosen.toReversed())).toEqual(found);
      }),
    );
  });
});
