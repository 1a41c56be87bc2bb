import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyLine } from '../../testing/arbitraries.ts';
import { type MoneyLine, moneyLineInWords, moneyTotals } from './money.ts';

const line = (changes: Partial<MoneyLine> = {}): MoneyLine => {
  return { year: '2017/18', nature: 'capital', pounds: 1_000, source: 'Own capital', state: 'secured', ...changes };
};

describe('an amount of money', () => {
  it.each([
    [line(), '2017/18: £1,000 capital; Own capital; secured'],
    [line({ pounds: 0, nature: null, source: '', state: 'gap' }), '2017/18: £0; no funding yet'],
    [
      line({ year: null, pounds: null, nature: 'revenue', state: null }),
      'Year not stated: Not known revenue; Own capital',
    ],
  ])('is said in words', (money, words) => {
    expect(moneyLineInWords(money)).toBe(words);
  });
});

describe('sums of money', () => {
  it('tell apart what is there, what is bid for, what is missing, and what nobody knows', () => {
    const lines = [
      line(),
      line({ state: 'bid', pounds: 20, nature: 'revenue' }),
      line({ state: 'gap', pounds: 3, nature: null }),
    ];
    expect(moneyTotals([...lines, line({ state: null, pounds: 400 }), line({ pounds: null })])).toEqual({
      pounds: 1_423,
      capital: 1_400,
      revenue: 20,
      secured: 1_000,
      bid: 20,
      gap: 3,
      unstated: 400,
      unknown: 1,
    });
  });

  it('add up, however the lines are parted', () => {
    fc.assert(
      fc.property(fc.array(moneyLine), fc.array(moneyLine), (some, others) => {
        const [one, other, all] = [some, others, [...some, ...others]].map(moneyTotals);
        if (one === undefined || other === undefined || all === undefined) {
          throw new Error('Three sums were asked for');
        }
        for (const key of ['pounds', 'capital', 'revenue', 'secured', 'bid', 'gap', 'unstated', 'unknown'] as const) {
          expect(all[key]).toBe(one[key] + other[key]);
        }
        expect(all.secured + all.bid + all.gap + all.unstated).toBe(all.pounds);
        expect(all.capital + all.revenue).toBeLessThanOrEqual(all.pounds);
      }),
    );
  });
});
