import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureRows } from '../../directory/testing/fixture-files.ts';
import { groupIntoEvents } from './group-into-events.ts';
import type { SuccessionPair } from './succession.ts';

function pair(predecessorCode: string, successorCode: string, effectiveOn = '2018-04-01'): SuccessionPair {
  return { predecessorCode, successorCode, effectiveOn, row: null };
}

const kinds = (pairs: readonly SuccessionPair[]) =>
  groupIntoEvents(pairs).map(({ kind, pairs: own }) => [kind, own.length]);

describe('groupIntoEvents', () => {
  it.each([
    ['several into one', [pair('A', 'M'), pair('B', 'M')], [['merge', 2]]],
    ['one into several', [pair('A', 'X'), pair('A', 'Y')], [['split', 2]]],
    ['one into one', [pair('A', 'X')], [['transfer', 1]]],
    ['several into several', [pair('A', 'X'), pair('A', 'Y'), pair('B', 'Y')], [['boundary-change', 3]]],
    ['one that goes on beside its successor', [pair('A', 'A'), pair('A', 'Y')], [['boundary-change', 2]]],
    [
      'another day, another event',
      [pair('A', 'M'), pair('B', 'M', '2019-04-01')],
      [
        ['transfer', 1],
        ['transfer', 1],
      ],
    ],
  ])('%s', (_, pairs, expected) => {
    expect(kinds(pairs)).toEqual(expected);
  });

  it('puts every pair into exactly one event, whatever their order', () => {
    const code = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const day = fc.constantFrom('2018-04-01', '2019-04-01');
    const pairs = fc.uniqueArray(fc.tuple(code, code, day), { selector: (one) => one.join(), maxLength: 12 });
    fc.assert(
      fc.property(pairs, (tuples) => {
        const given = tuples.map(([one, other, on]) => pair(one, other, on));
        const shape = (order: readonly SuccessionPair[]) =>
          groupIntoEvents(order)
            .map((group) => [
              group.kind,
              ...group.pairs.map((one) => `${one.predecessorCode}${one.successorCode}${one.effectiveOn}`).toSorted(),
            ])
            .toSorted();
        expect(shape(given)).toEqual(shape(given.toReversed()));
        expect(groupIntoEvents(given).flatMap((group) => group.pairs)).toHaveLength(given.length);
      }),
    );
  });
});

describe('the successors published in 2022', () => {
  it('become events, each pair in one', () => {
    const pairs = fixtureRows('ods/successors_2022.csv').map((row) =>
      pair(row.old_code ?? '', row.new_code ?? '', row.date ?? ''),
    );
    const events = groupIntoEvents(pairs);
    expect(pairs).toHaveLength(52);
    expect(events.flatMap((event) => event.pairs)).toHaveLength(52);
    const ccgs2020 = events.find((event) =>
      event.pairs.some((one) => one.predecessorCode === '00D' && one.successorCode === '84H'),
    );
    expect(ccgs2020).toMatchObject({ kind: 'merge', effectiveOn: '2020-04-01' });
  });
});
