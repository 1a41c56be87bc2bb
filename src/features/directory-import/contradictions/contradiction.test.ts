import { describe, expect, it } from 'vitest';
import {
  contradictingSuccession,
  decisionsFor,
  differenceOnceKept,
  digestOfContradiction,
  opensAgain,
} from './contradiction.ts';

const closing = { code: '00C', on: '2020-04-01', successors: ['16C'], sourceId: 'merger' };
const pair = (successorCode: string, row: number) => ({
  predecessorCode: '00C',
  successorCode,
  effectiveOn: '2020-04-01',
  row,
});

describe('a contradiction', () => {
  it('is the same from whatever file and row, and another when the file says something new', () => {
    const digestOf = (successorCode: string, row: number, takenBefore = 0) =>
      digestOfContradiction(contradictingSuccession(pair(successorCode, row), closing), takenBefore);
    expect(digestOf('84H', 7)).toBe(digestOf('84H', 2));
    expect(digestOf('13T', 2)).not.toBe(digestOf('84H', 2));
    expect(digestOf('84H', 2, 1)).not.toBe(digestOf('84H', 2));
  });

  it('of a succession has both statements, and who says what is known', () => {
    expect(contradictingSuccession(pair('84H', 2), { ...closing, successors: [] })).toMatchObject({
      kind: 'succession',
      known: 'nobody from 2020-04-01',
      knownSourceId: 'merger',
      said: '84H from 2020-04-01',
      difference: { kind: 'contradicted', before: 'nobody from 2020-04-01', after: '84H from 2020-04-01', row: 2 },
    });
  });

  it.each([
    ['reopened', null, ['keep', 'take']],
    ['reopened', 'keep', ['take']],
    ['reopened', 'take', []],
    ['succession', null, ['keep']],
    ['succession', 'keep', []],
    ['closed-earlier', null, ['keep']],
    ['closed-without-day', null, ['keep']],
  ] as const)('%s, decided as %s, can be decided as %j', (kind, last, expected) => {
    expect(decisionsFor(kind, last)).toEqual(expected);
  });

  it('is told with the decision once it is kept', () => {
    const { difference } = contradictingSuccession(pair('84H', 2), closing);
    expect(differenceOnceKept(difference, '2026-11-03').after).toBe(
      '84H from 2020-04-01 (decided on 2026-11-03 to keep what is known)',
    );
  });

  it('is taken where the organisation is open then, not where a newer source has closed it since', () => {
    const { difference } = contradictingSuccession(pair('84H', 2), closing);
    expect(opensAgain([{ ...difference, kind: 'end-changed' }])).toBe(true);
    expect(opensAgain([{ ...difference, kind: 'end-changed', isPast: true }])).toBe(false);
    expect(opensAgain([{ ...difference, kind: 'moved' }])).toBe(false);
    expect(opensAgain([])).toBe(false);
  });
});
