import { describe, expect, it } from 'vitest';
import type { Round } from '../programme/index.ts';
import { givenBefore, givenLast } from './given-before.ts';

const round = (id: string, opensOn: string) => ({ id, opensOn }) as Round;
const pack = { rounds: [round('late', '2017-06-01'), round('early', '2015-11-01'), round('middle', '2016-11-01')] };
const given = (roundId: string, careSetting = 'acute') => ({ roundId, careSetting });
const all = ['middle', 'early', 'late'].map((roundId) => given(roundId));

describe('what was given', () => {
  it('before a round is that of the round that opened last before it', () => {
    expect(givenBefore(pack, all, given('late'))).toEqual(given('middle'));
    expect(givenBefore(pack, all, given('early'))).toBeUndefined();
  });

  it.each([
    ['the same', ['early acute', 'middle acute', 'middle community'], 'middle community'],
    ['the only one of the round before', ['early community', 'middle acute'], 'middle acute'],
    ['none, where the round before had others alone', ['middle acute', 'middle ambulance'], undefined],
    ['none of the same round', ['late community'], undefined],
  ])('before is of several care settings %s', (_, rows, expected) => {
    const each = rows.map((row) => given(row.split(' ')[0] ?? '', row.split(' ')[1]));
    const found = givenBefore(pack, each, given('late', 'community'));
    expect(found === undefined ? undefined : `${found.roundId} ${found.careSetting}`).toBe(expected);
  });

  it('last is that of the round that opened last, whatever was sent after it', () => {
    expect(givenLast(pack, all)).toEqual(given('late'));
    expect(givenLast(pack, all.slice(0, 2))).toEqual(given('middle'));
    expect(givenLast(pack, [])).toBeUndefined();
  });
});
