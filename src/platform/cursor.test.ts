import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, listMark } from './cursor.ts';

const mark = listMark('listAreas', { kind: 'stp', day: '2016-06-30' });
const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('gives back the key it was made of', () => {
    const part = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (key) => {
        expect(decodeCursor(encodeCursor(mark, key), mark, key.length)).toEqual(key);
      }),
    );
  });

  it('is never trusted, whatever was typed', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeCursor(text, mark, 2) === null));
  });

  it.each([
    ['another list', cursorOf([listMark('listFootprints', {}), 'a', 'b'])],
    ['too few values', cursorOf([mark, 'a'])],
    ['too many values', cursorOf([mark, 'a', 'b', 'c'])],
    ['a value that is no text', cursorOf([mark, 'a', 7])],
    ['a zero byte, which the database refuses', cursorOf([mark, 'a', '\0'])],
    ['half a character', cursorOf([mark, 'a', '\ud800'])],
    ['no array', cursorOf({ mark })],
    ['nothing', ''],
  ])('is refused with %s', (_name, cursor) => {
    expect(decodeCursor(cursor, mark, 2)).toBeNull();
  });
});

describe('listMark', () => {
  it('does not depend on the order of filters, nor on those not given', () => {
    expect(listMark('listAreas', { day: '2016-06-30', kind: 'stp', search: undefined })).toBe(mark);
  });

  it('tells filters and lists apart', () => {
    expect(listMark('listAreas', { kind: 'region', day: '2016-06-30' })).not.toBe(mark);
    expect(listMark('listFootprints', { kind: 'stp', day: '2016-06-30' })).not.toBe(mark);
  });
});
