import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCost } from './parse-cost.ts';

describe('parseCost', () => {
  it.each([
    ['', null],
    ['0', 0],
    ['2400000', 2_400_000],
    ['£2,400,000', 2_400_000],
    ['£ 150k', 150_000],
    ['2.4m', 2_400_000],
    ['1.1 million', 1_100_000],
    ['0.15M', 150_000],
    ['12.00', 12],
    ['10000m', 10_000_000_000],
  ])('reads %j', (typed, pounds) => {
    expect(parseCost(typed)).toEqual({ kind: 'ok', pounds });
  });

  it.each(['lots', '-5', '2,4', '2,40,000', '£', '5bn', '1e6', '12.34.5', '2 400 000', '99999999999999'])(
    'does not guess at %j',
    (typed) => {
      expect(parseCost(typed)).toEqual({
        kind: 'error',
        message: 'Enter the cost in pounds, like 2400000, £2,400,000 or 2.4m',
      });
    },
  );

  it('says what is wrong with pence and with more than ten thousand million', () => {
    expect(parseCost('12.34')).toEqual({ kind: 'error', message: 'Enter the cost in whole pounds, without pence' });
    expect(parseCost('10001m')).toEqual({ kind: 'error', message: 'Enter a cost of £10,000,000,000 or less' });
  });

  it('reads what it would print', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (pounds) => {
        expect(parseCost(`£${pounds.toLocaleString('en-GB')}`)).toEqual({ kind: 'ok', pounds });
        expect(parseCost(`${pounds / 1_000_000}`.includes('e') ? `${pounds}` : `${pounds / 1_000_000}m`)).toEqual({
          kind: 'ok',
          pounds,
        });
      }),
    );
  });
});
