import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTyped } from './parse-typed.ts';
import type { Typed } from './typed.ts';

const typed: Typed = {
  values: [['reason', 'Not yet']],
  served: [['reason', '']],
  texts: [['Reason', 'Not yet']],
  page: '/workspace',
  target: '/workspace',
  at: Date.UTC(2026, 0, 1),
  state: 'typed',
};
const pairs = fc.array(fc.tuple(fc.string(), fc.string()));
const anyTyped: fc.Arbitrary<Typed> = fc.record({
  values: pairs,
  served: pairs,
  texts: pairs,
  page: fc.string(),
  target: fc.string(),
  at: fc.date({ noInvalidDate: true, min: new Date(0) }).map((day) => day.getTime()),
  state: fc.constantFrom('typed', 'sent', 'uncertain'),
});

test.each([
  { values: 'x' },
  { values: [null] },
  { values: [[1, 2]] },
  { values: [['a']] },
  { served: [[1, 2]] },
  { texts: [null] },
  { texts: undefined },
  { page: 1 },
  { target: null },
  { at: '<b>' },
  { at: 1e300 },
  { at: null },
  { state: 'kept' },
])('what has %j in it is no text of a form', (broken) => {
  expect(parseTyped({ ...typed, ...broken })).toBeNull();
});

test('whatever was kept comes out of storage as it was', () => {
  fc.assert(
    fc.property(anyTyped, (kept) => {
      expect(parseTyped(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    }),
  );
});

test('whatever else is in storage is nothing, and what comes out can be put on a page', () => {
  const almost = fc.record({
    values: fc.oneof(pairs, fc.jsonValue()),
    served: fc.oneof(pairs, fc.jsonValue()),
    texts: fc.oneof(pairs, fc.jsonValue()),
    page: fc.oneof(fc.string(), fc.jsonValue()),
    target: fc.oneof(fc.string(), fc.jsonValue()),
    at: fc.oneof(fc.double(), fc.jsonValue()),
    state: fc.oneof(fc.constantFrom('typed', 'sent'), fc.jsonValue()),
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), almost), (stored) => {
      const kept = parseTyped(stored);
      if (kept !== null) {
        expect(() => new Date(kept.at).toISOString()).not.toThrow();
        expect([...kept.values, ...kept.served, ...kept.texts].flat().every((each) => typeof each === 'string')).toBe(
          true,
        );
      }
    }),
  );
});
