import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layRelations, type Relation } from './lay-relations.ts';

function relation(relatedCode: string, from: string | null, to: string | null, seenOn: string): Relation {
  return {
    kind: 'commissioned-by',
    relatedCode,
    from,
    to,
    seenOn,
    cited: { sourceId: seenOn, row: 1, standing: 'official' },
  };
}

const shown = (relations: readonly Relation[]) =>
  relations.map(({ relatedCode, from, to }) => `${relatedCode} ${from}..${to ?? ''}`);

describe('the commissioner of a practice', () => {
  const first = relation('00K', '2013-04-01', null, '2016-02-29');
  const second = relation('16C', '2020-04-01', null, '2023-12-31');

  it('is followed by the next one, whichever is learnt first', () => {
    const expected = ['00K 2013-04-01..2020-04-01', '16C 2020-04-01..'];
    expect(shown(layRelations(layRelations([], [first]), [second]))).toEqual(expected);
    expect(shown(layRelations(layRelations([], [second]), [first]))).toEqual(expected);
  });

  it('has the days that the newest source gives', () => {
    const left = relation('00K', '2013-04-01', '2017-11-01', '2023-12-31');
    expect(shown(layRelations(layRelations([], [first]), [left]))).toEqual(['00K 2013-04-01..2017-11-01']);
    expect(shown(layRelations(layRelations([], [left]), [first]))).toEqual(['00K 2013-04-01..2017-11-01']);
  });

  it('is never two at a time, and the same source again changes nothing', () => {
    const day = fc.constantFrom('2010-04-01', '2013-04-01', '2016-04-01', '2020-04-01');
    const anyRelation = fc
      .record({ code: fc.constantFrom('00K', '16C', '99X'), from: day, to: fc.option(day), seenOn: day })
      .map(({ code, from, to, seenOn }) => relation(code, from, to !== null && to > from ? to : null, seenOn));
    fc.assert(
      fc.property(fc.array(anyRelation, { maxLength: 6 }), (all) => {
        const laid = all.reduce((known: readonly Relation[], seen) => layRelations(known, [seen]), []);
        const bounds = laid.flatMap(({ from, to }) => [from ?? '', to ?? '9999']);
        expect(bounds).toEqual(bounds.toSorted());
        const last = all.at(-1);
        expect(last === undefined ? laid : layRelations(laid, [last])).toEqual(laid);
      }),
    );
  });
});
