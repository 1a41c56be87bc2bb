import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { footprintCode } from './footprint-keys.ts';

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
