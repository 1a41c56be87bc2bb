import { describe, expect, it } from 'vitest';
import { contradictionsIn } from './contradictions-in.ts';

const pair = (predecessorCode: string, successorCode: string, effectiveOn = '2020-04-01') => ({
  predecessorCode,
  successorCode,
  effectiveOn,
  row: 2,
});
const closing = { code: '00C', on: '2020-04-01', successors: ['16C'], sourceId: 'merger' };

function leftOut(fresh: readonly ReturnType<typeof pair>[], known: readonly ReturnType<typeof pair>[] = []) {
  return contradictionsIn(fresh, [...fresh, ...known], [closing]).map((each) => each.pair.successorCode);
}

describe('successions of a file against the record', () => {
  it.each([
    ['another successor on the same day', pair('00C', '84H'), ['84H']],
    ['the same successor on another day', pair('00C', '16C', '2020-03-31'), ['16C']],
    ['another successor, half a year later', pair('00C', '84H', '2020-10-01'), ['84H']],
    ['another end of the same code, years before', pair('00C', '84H', '2013-04-01'), []],
    ['the end of another', pair('00D', '84H'), []],
  ])('%s', (_, fresh, expected) => {
    expect(leftOut([fresh])).toEqual(expected);
  });

  it('may add to what is known of a day when it says that too', () => {
    expect(leftOut([pair('00C', '84H')], [pair('00C', '16C')])).toEqual([]);
  });
});
