import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineageLink, LineageParty, PastEventKind } from '../timeline/past.ts';
import { lineageOf } from './lineage.ts';

const party = (id: string): LineageParty => ({ id, name: null, area: null });

const link = (
  predecessor: string,
  successor: string | null,
  effectiveOn: string,
  kind: PastEventKind = 'merge',
): LineageLink => ({
  eventId: `${predecessor} ${effectiveOn}`,
  kind,
  effectiveOn,
  reason: '',
  sourceId: 'made-up',
  standing: 'official',
  predecessor: party(predecessor),
  successor: successor === null ? null : party(successor),
});

const became = (links: LineageLink[], id = 'A') => lineageOf(id, links).became.map(({ party: { id: end } }) => end);

describe('lineageOf', () => {
  it('knows the end of one that is there all the same, seen from either side', () => {
    const links = [{ ...link('A', 'B', '2017-04-01'), predecessorStays: true }];
    expect(lineageOf('A', links).successors).toMatchObject([{ isContradicted: true }]);
    expect(lineageOf('B', links).predecessors).toMatchObject([{ isContradicted: true }]);
    expect(became(links)).toEqual([]);
    const whole = [{ ...link('A', 'B', '2017-04-01', 'boundary-change'), predecessorStays: true }];
    expect(lineageOf('A', whole).successors).toMatchObject([{ isContradicted: false }]);
  });

  it.each([
    ['nothing after', [], []],
    ['one after another', [link('A', 'B', '2017-04-01'), link('B', 'C', '2022-07-01')], ['C']],
    ['closed without successor', [link('A', null, '2017-04-01', 'closure')], []],
    [
      'split, and one part merged',
      [link('A', 'B', '2017-04-01', 'split'), link('A', 'C', '2017-04-01', 'split'), link('C', 'D', '2020-04-01')],
      ['B', 'D'],
    ],
    ['handed over whole', [link('A', 'B', '2017-04-01', 'transfer')], ['B']],
    [
      'a part went elsewhere',
      [link('A', 'A', '2017-04-01', 'boundary-change'), link('A', 'B', '2017-04-01', 'boundary-change')],
      [],
    ],
    ['a step back in time is not taken', [link('A', 'B', '2020-04-01'), link('B', 'C', '2017-04-01')], ['B']],
    ['renamed under its own id', [link('A', 'A', '2017-04-01', 'rename')], []],
    ['in a circle', [link('A', 'B', '2017-04-01'), link('B', 'A', '2018-04-01')], []],
  ])('%s', (_what, links, expected) => {
    expect(became(links)).toEqual(expected);
  });

  it('tells one step each way, by day', () => {
    const links = [link('C', 'D', '2022-07-01'), link('B', 'C', '2018-04-01'), link('A', 'C', '2017-04-01')];
    const { predecessors, successors } = lineageOf('C', links);
    expect(predecessors.map(({ party: { id }, on }) => [id, on])).toEqual([
      ['A', '2017-04-01'],
      ['B', '2018-04-01'],
    ]);
    expect(successors.map(({ party: { id } }) => id)).toEqual(['D']);
  });

  it('tells whether the predecessor goes on beside its successor', () => {
    const change = [link('A', 'A', '2017-04-01', 'boundary-change'), link('A', 'B', '2017-04-01', 'boundary-change')];
    expect(lineageOf('A', change).successors).toMatchObject([{ party: { id: 'B' }, isPart: true }]);
    expect(lineageOf('B', change).predecessors).toMatchObject([{ party: { id: 'A' }, isPart: true }]);
  });

  const ids = fc.constantFrom('A', 'B', 'C', 'D');
  const days = fc.constantFrom('2017-04-01', '2018-04-01', '2019-04-01');
  const anyLinks = fc.array(fc.tuple(ids, fc.option(ids), days).map((parts) => link(...parts)));
  it('ends, whatever the links, and does not depend on their order', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        expect(became(links)).toEqual(became(links.toReversed()));
      }),
    );
  });
});
