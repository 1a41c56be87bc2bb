import { describe, expect, it } from 'vitest';
import type { Difference } from '../../register/records/difference.ts';
import { describeDifference } from './difference-words.ts';

const told = (change: Partial<Difference>) =>
  describeDifference({
    kind: 'moved',
    code: 'Z99901',
    name: 'Vale Surgery',
    before: '1 High Street',
    after: '2 High Street',
    isPast: false,
    row: 7,
    ...change,
  });

describe('a difference in a line', () => {
  it.each<[Partial<Difference>, string]>([
    [{}, '“1 High Street” becomes “2 High Street”'],
    [{ before: '' }, '2 High Street'],
    [{ isPast: true }, '“2 High Street” before it was “1 High Street”'],
    [{ kind: 'contradicted', before: 'open', after: 'closed' }, 'known is “open”; the file says “closed”'],
    [{ kind: 'not-taken', before: '', after: 'Y99 (why)' }, 'the file says “Y99 (why)”'],
  ])('%j', (change, words) => {
    expect(told(change)).toBe(`Z99901 Vale Surgery: ${words}`);
  });
});
