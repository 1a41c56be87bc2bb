import { describe, expect, it } from 'vitest';
import { bearerOn } from './bearer-on.ts';

const related = { id: '02P', name: 'NHS Barnsley CCG', area: null };
const bearers = [
  { name: 'NHS Barnsley CCG', from: '2013-04-01', to: '2022-07-01' },
  { name: 'NHS South Yorkshire ICB - 02P', from: '2022-07-01', to: '2026-04-01' },
];

describe('the other of a relation', () => {
  it.each([
    ['2016-06-30', { kind: 'there', name: 'NHS Barnsley CCG' }],
    ['2022-06-30', { kind: 'there', name: 'NHS Barnsley CCG' }],
    ['2022-07-01', { kind: 'there', name: 'NHS South Yorkshire ICB - 02P' }],
    ['2026-04-01', { kind: 'gone', name: 'NHS South Yorkshire ICB - 02P', last: '2026-03-31' }],
    ['2012-04-01', null],
  ])('on %s', (day, expected) => {
    expect(bearerOn({ related, bearers }, day)).toEqual(expected);
  });

  it('is there for all we know where it is in no directory here', () => {
    expect(bearerOn({ related: { ...related, name: null }, bearers: [] }, '2025-01-01')).toEqual({
      kind: 'there',
      name: null,
    });
  });
});
