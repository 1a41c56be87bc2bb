import { describe, expect, it } from 'vitest';
import type { Round } from '../programme/index.ts';
import { givenBefore, givenLast } from './given-before.ts';

const round = (id: string, opensOn: string) => ({ id, opensOn }) as Round;
const pack = { rounds: [round('late', '2017-06-01'), round('early', '2015-11-01'), round('middle', '2016-11-01')] };
const given = ['middle', 'early', 'late'].map((roundId) => ({ roundId }));

describe('what was given', () => {
  it('before a round is that of the round that opened last before it', () => {
    expect(givenBefore(pack, given, 'late')).toEqual({ roundId: 'middle' });
    expect(givenBefore(pack, given, 'early')).toBeUndefined();
  });

  it('last is that of the round that opened last, whatever was sent after it', () => {
    expect(givenLast(pack, given)).toEqual({ roundId: 'late' });
    expect(givenLast(pack, given.slice(0, 2))).toEqual({ roundId: 'middle' });
    expect(givenLast(pack, [])).toBeUndefined();
  });
});
