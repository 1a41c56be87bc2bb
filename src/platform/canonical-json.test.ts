import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, checkNumber, digestOf } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const example = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalJson(example)).toBe(expected);
  });

  it('refuses what JSON in UTF-8 cannot hold', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ a: '\uD800' })).toThrow();
    expect(() => canonicalJson([Number.NaN])).toThrow();
  });
});

describe('digestOf', () => {
  it('is the SHA-256 of the canonical text', () => {
    // printf '{}' | sha256sum
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('is the same after a journey through JSON text, spaced or not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(JSON.stringify(value).isWellFormed());
        expect(digestOf(JSON.parse(JSON.stringify(value, null, 3)))).toBe(digestOf(value));
      }),
    );
  });
});

it('gives a digest a check number, which is its beginning in groups of four', () => {
  const digest = '0123456789abcdef'.repeat(4);
  expect(checkNumber(digest)).toBe('0123 4567 89ab cdef');
  expect(digest.startsWith(checkNumber(digest).replaceAll(' ', ''))).toBe(true);
});
