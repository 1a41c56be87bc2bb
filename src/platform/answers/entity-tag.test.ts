import { describe, expect, it } from 'vitest';
import { digestOf, isKnown } from './entity-tag.ts';

describe('isKnown', () => {
  const tag = `"${digestOf(Buffer.from('text'))}"`;

  it.each([
    [tag, true],
    [`W/${tag}`, true],
    [`"other", ${tag}`, true],
    [`"other" ,W/${tag} , "third"`, true],
    ['*', true],
    ['"other"', false],
    [tag.replaceAll('"', ''), false],
    ['', false],
    [undefined, false],
  ])('reads If-None-Match %j', (sent, expected) => {
    expect(isKnown(sent, tag)).toBe(expected);
  });

  it('tells texts apart', () => {
    expect(digestOf(Buffer.from('text '))).not.toBe(digestOf(Buffer.from('text')));
  });
});
