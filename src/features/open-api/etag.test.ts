import { describe, expect, it } from 'vitest';
import { etagOf, isUnchanged } from './etag.ts';

describe('isUnchanged', () => {
  const etag = etagOf('text');
  const strong = etag.slice(2);

  it.each([
    [etag, true],
    [strong, true],
    [`"other", ${etag}`, true],
    ['*', true],
    ['"other"', false],
    ['', false],
    [undefined, false],
  ])('reads If-None-Match %j', (sent, expected) => {
    expect(isUnchanged(sent, etag)).toBe(expected);
  });

  it('tells texts apart', () => {
    expect(etagOf('text ')).not.toBe(etag);
  });
});
