import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keyOf, nextStoredJson, StoredJsonError, storedJson } from './stored-json.ts';

const first = storedJson('shelf.books', z.array(z.string()));
const second = nextStoredJson(first, z.array(z.strictObject({ title: z.string() })), (titles) =>
  titles.map((title) => ({ title })),
);
const third = nextStoredJson(second, z.strictObject({ books: z.array(z.string()) }), (books) => ({
  books: books.map(({ title }) => title),
}));

const stored = (text: string): unknown => JSON.parse(text);

describe('stored JSON', () => {
  it('is read as it was written, in every version', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (titles) => {
        expect(first.read(stored(first.write(titles)))).toEqual(titles);
        const books = titles.map((title) => ({ title }));
        expect(second.read(stored(second.write(books)))).toEqual(books);
      }),
    );
  });

  it('of no version is of the first, and goes through every later one', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (titles) => {
        const old = stored(first.write(titles));
        expect(old).toEqual(titles);
        expect(third.read(old)).toEqual({ books: titles });
        expect(third.read(stored(second.write(titles.map((title) => ({ title })))))).toEqual({ books: titles });
        expect(third.read(stored(third.write({ books: titles })))).toEqual({ books: titles });
      }),
    );
  });

  it('that is something else is refused, with the name of its column', () => {
    expect(() => first.read([1])).toThrow(StoredJsonError);
    expect(() => first.read({ storedVersion: 2, value: [] })).toThrow('shelf.books does not hold what its schema says');
    expect(() => second.read({ storedVersion: 2, value: ['a'] })).toThrow(StoredJsonError);
    expect(() => second.read({ storedVersion: 3, value: [] })).toThrow(StoredJsonError);
  });
});

describe('keyOf', () => {
  it('is one of the labels, and nothing an object inherits', () => {
    const schema = keyOf({ north: 'North', south: 'South' });
    expect(schema.parse('north')).toBe('north');
    expect(schema.safeParse('east').success).toBe(false);
    expect(schema.safeParse('toString').success).toBe(false);
  });
});
