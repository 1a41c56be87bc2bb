import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf, slugPattern } from './slug.ts';

describe('slugOf', () => {
  it.each([
    ['South East London', 'south-east-london'],
    ['Shropshire, Telford & Wrekin', 'shropshire-telford-wrekin'],
    ["King’s Lynn  and Bishop's Stortford", 'kings-lynn-and-bishops-stortford'],
    ['Ynys Môn', 'ynys-mon'],
    ['—', ''],
  ])('%s becomes “%s”', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is part of an address or empty', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(slugOf(name)).toSatisfy((slug: string) => slug === '' || slugPattern.test(slug));
      }),
    );
  });
});
