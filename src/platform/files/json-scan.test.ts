import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonLimits, JsonScan, parseBoundedJson } from './json-scan.ts';

const limits: JsonLimits = { bytes: 1000, depth: 3, values: 8, textLength: 20, advice: 'split it' };

describe('parseBoundedJson', () => {
  it.each([
    ['just as deep', '[[{"a":1}]]'],
    ['just as many values', '[1,2,3,4,5,6,7,8]'],
    ['marks in texts', `["[[[[{{{{,,,,,,", "\\"[[[["]`],
    ['a text just as long', `"${'a'.repeat(20)}"`],
    ['a byte order mark', '\uFEFF[1]'],
  ])('parses %s', (_, text) => {
    expect(parseBoundedJson(text, limits)).toEqual({ kind: 'json', value: JSON.parse(text.replace('\uFEFF', '')) });
  });

  it.each([
    ['deeper lists', '[[[[1]]]]', 'nests more than 3 levels deep: split it'],
    ['deeper objects', '{"a":{"a":{"a":{"a":1}}}}', 'nests more than 3 levels deep: split it'],
    ['more items', '[1,2,3,4,5,6,7,8,9]', 'holds more than 8 values: split it'],
    ['more members', '{"a":[1,2],"b":[3,4],"c":[5,6],"d":7}', 'holds more than 8 values: split it'],
    ['a longer text', `"${'a'.repeat(21)}"`, 'holds a text of more than 20 characters: split it'],
    ['a longer key', `{"${'a'.repeat(21)}":1}`, 'holds a text of more than 20 characters: split it'],
    ['a longer number', '1'.repeat(21), 'holds a text of more than 20 characters: split it'],
    ['more blanks', `[${' '.repeat(21)}]`, 'holds a text of more than 20 characters: split it'],
    ['more of all', `["${'"a",'.repeat(400)}]`, 'is larger than 0.001 megabytes: split it'],
  ])('stops at %s', (_, text, reason) => {
    expect(parseBoundedJson(text, limits)).toEqual({ kind: 'too-much', reason });
  });

  it('leaves it to the parser to say what is not JSON', () => {
    expect(parseBoundedJson('{', limits)).toMatchObject({ kind: 'not-json' });
    expect(parseBoundedJson(']]]]', limits)).toMatchObject({ kind: 'not-json' });
  });
});

/** Depth and number of values of a parsed value, as the limits count them. */
function measure(value: unknown): { depth: number; values: number } {
  if (typeof value !== 'object' || value === null) {
    return { depth: 0, values: 0 };
  }
  const items = Object.values(value);
  const inner = items.map(measure);
  return {
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    values: Math.max(1, items.length) + inner.reduce((sum, { values }) => sum + values, 0),
  };
}

describe('JsonScan', () => {
  it('counts what a parser finds, however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (value, cuts) => {
          const { depth, values } = measure(value);
          const roomy = { bytes: 1_000_000, textLength: 1_000_000, advice: '' };
          const scanned = (most: { depth: number; values: number }) => {
            const scan = new JsonScan({ ...roomy, ...most });
            const text = JSON.stringify(value);
            for (let at = 0, turn = 0; at < text.length; turn += 1) {
              const length = cuts[turn % cuts.length] ?? 1;
              const reason = scan.pass(text.slice(at, at + length));
              if (reason !== null) {
                return reason;
              }
              at += length;
            }
            return null;
          };
          expect(scanned({ depth, values })).toBeNull();
          if (depth > 0) {
            expect(scanned({ depth: depth - 1, values })).toContain('levels');
            expect(scanned({ depth, values: values - 1 })).toContain('values');
          }
        },
      ),
    );
  });
});
