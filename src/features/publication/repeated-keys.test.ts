import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedKeys } from './repeated-keys.ts';

describe('repeatedKeys', () => {
  it.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":{"b":1},"c":[{"b":1},{"b":2,"\\u0062" : 3}]}', ['b']],
    ['{"a":"{\\"a\\":1}","b":"a"}', []],
    ['["a","a"]', []],
    ['{"\\"":1,"\\\\":2}', []],
    ['"a"', []],
  ])('%s', (json, keys) => {
    expect(repeatedKeys(json)).toEqual(keys);
  });

  it('finds none in what a serialiser wrote, and any that is put in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
        const json = JSON.stringify(value, null, 1);
        expect(repeatedKeys(json)).toEqual([]);
        const key = Object.keys(value)[0] ?? '';
        const again = json.replace('{', () => `{${JSON.stringify(key)}: 0,`);
        expect(repeatedKeys(again)).toEqual([key]);
      }),
    );
  });

  it('copes with very long text', () => {
    const long = JSON.stringify({ a: '\n'.repeat(2_000_000), b: 'x'.repeat(2_000_000) });
    expect(repeatedKeys(long)).toEqual([]);
  });
});
