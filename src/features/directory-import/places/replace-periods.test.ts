import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownPlace, NewPlace, Period } from './place-plan.ts';
import { replacePeriods, sharesDay } from './replace-periods.ts';

function known(change: Partial<KnownPlace> = {}): KnownPlace {
  return {
    rowId: '1',
    keys: ['footprint:nv', '00A', 'core'],
    said: { listed_as: 'Vale CCG' },
    standing: 'stated',
    note: '',
    validFrom: '2016-06-30',
    validTo: null,
    knownOn: '2016-06-30',
    ...change,
  };
}

function row(change: Partial<NewPlace> = {}): NewPlace {
  const { rowId: _, knownOn: __, ...fact } = known();
  return { ...fact, validFrom: '2016-06-30', line: 2, ...change };
}

const kept = (rowId: string, ...periods: Period[]) => ({ rowId, periods });
const renamed = { listed_as: 'Great Vale CCG' };
const later = '2017-04-01';

describe('a row of a file beside what is known', () => {
  it.each<[string, KnownPlace[], NewPlace, 'added' | 'ended' | 'changed', string[], ReturnType<typeof kept>[]]>([
    ['new', [], row(), 'added', [], []],
    ['an end', [known()], row({ validTo: later }), 'ended', ['1'], []],
    ['a corrected start', [known()], row({ validFrom: '2016-03-15' }), 'changed', ['1'], []],
    ['another standing', [known()], row({ standing: 'official' }), 'changed', ['1'], []],
    ['something else of the same days', [known()], row({ said: renamed }), 'changed', ['1'], []],
    [
      'something else of later days',
      [known()],
      row({ said: renamed, validFrom: later }),
      'changed',
      [],
      [kept('1', { from: '2016-06-30', to: later })],
    ],
    [
      'something else of days between',
      [known()],
      row({ said: renamed, validFrom: later, validTo: '2018-04-01' }),
      'changed',
      [],
      [kept('1', { from: '2016-06-30', to: later }, { from: '2018-04-01', to: null })],
    ],
    ['a time after the known one', [known({ validTo: later })], row({ validFrom: later }), 'added', [], []],
  ])('%s', (_, before, after, kind, removed, cut) => {
    const laid = replacePeriods(before, [after], '2017-01-31');
    expect(laid.differences.map((each) => each.kind)).toEqual([kind]);
    expect(laid.change).toEqual({ removed, cut, added: [after] });
  });

  it('changes nothing when it says what is known', () => {
    expect(replacePeriods([known()], [row()], '2017-01-31')).toEqual({
      change: { removed: [], cut: [], added: [] },
      differences: [],
      passedOver: [],
    });
  });

  it('is passed over when something newer is known of its days', () => {
    const newer = known({ validTo: later, knownOn: '2017-04-30' });
    expect(replacePeriods([newer], [row()], '2017-01-31')).toMatchObject({ change: { added: [] }, passedOver: [2] });
    expect(replacePeriods([newer], [row({ validFrom: later })], '2017-01-31').passedOver).toEqual([]);
  });

  it('leaves no day told twice, and forgets none that was known', () => {
    const days = ['2016-01-01', '2016-02-01', '2016-03-01', '2016-04-01', '2016-05-01', '2016-06-01'];
    const period = fc
      .tuple(fc.constantFrom(...days), fc.option(fc.constantFrom(...days)))
      .filter(([from, to]) => to === null || from < to);
    fc.assert(
      fc.property(period, period, ([from, to], [validFrom, validTo]) => {
        const before = known({ validFrom: from, validTo: to });
        const { change } = replacePeriods([before], [row({ said: renamed, validFrom, validTo })], '2017-01-31');
        const untouched = change.cut.length + change.removed.length === 0 ? [{ from, to }] : [];
        const left = [...untouched, ...change.cut.flatMap(({ periods }) => periods)];
        const after = [...left.map((part) => ({ validFrom: part.from, validTo: part.to })), { validFrom, validTo }];
        for (const day of days) {
          const holding = after.filter((each) => sharesDay(each, { validFrom: day, validTo: `${day.slice(0, 8)}02` }));
          const wasKnown = from <= day && (to === null || day < to);
          const isSaid = validFrom <= day && (validTo === null || day < validTo);
          expect(holding.length).toBe(wasKnown || isSaid ? 1 : 0);
        }
      }),
    );
  });
});
