import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { footprintCode, slugOfName } from './footprint-keys.ts';

describe('slugOfName', () => {
  it.each([
    ['South East London', 'south-east-london'],
    ['Shropshire, Telford & Wrekin', 'shropshire-telford-wrekin'],
    ["King’s Lynn  and Bishop's Stortford", 'kings-lynn-and-bishops-stortford'],
    ['Ynys Môn', 'ynys-mon'],
    ['—', ''],
  ])('%s becomes “%s”', (name, slug) => {
    expect(slugOfName(name)).toBe(slug);
  });

  it('is part of an address or empty', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(slugOfName(name)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
  });
});

describe('footprintCode', () => {
  it.each([
    ['South East London', [], 'sel'],
    ['Wolverhampton', ['wol'], 'wolv'],
    ['Coventry and Warwickshire', ['cw'], 'cov'],
    ['York', ['yor', 'york'], 'yor2'],
  ])('%s, beside %j, is %s', (name, taken, code) => {
    expect(footprintCode(name, new Set(taken))).toBe(code);
  });

  it('is never one that is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), (names) => {
        const taken = new Set<string>();
        for (const name of names) {
          const code = footprintCode(name, taken);
          expect(taken.has(code)).toBe(false);
          expect(code).toMatch(/^[a-z0-9]+$/);
          taken.add(code);
        }
      }),
    );
  });
});
