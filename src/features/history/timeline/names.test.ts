import { describe, expect, it } from 'vitest';
import { otherNames } from './names.ts';

const record = (name: string, from: string | null, to: string | null, isBy = false) => ({
  name,
  from,
  to,
  isBy,
  seenFrom: null,
  sourceId: 'made-up',
  standing: 'official' as const,
});

describe('otherNames', () => {
  const records = [
    record('Moor', '2018-04-01', null),
    record('Vale', null, '2015-04-01'),
    record('VALE', '2015-04-01', '2016-04-01'),
    record('Vale and Moor', '2016-04-01', '2018-04-01'),
  ];

  it.each([
    ['2015-12-31', [], ['Vale and Moor from 2016-04-01', 'Moor from 2018-04-01']],
    ['2016-04-01', ['VALE until 2016-03-31'], ['Moor from 2018-04-01']],
    ['2020-01-01', ['Vale and Moor until 2018-03-31', 'VALE until 2016-03-31'], []],
  ])('on %s are %j before and %j after', (day, former, later) => {
    const names = otherNames(records, day);
    expect(names.former.map(({ name, until }) => `${name} until ${until}`)).toEqual(former);
    expect(names.later.map(({ name, from }) => `${name} from ${from}`)).toEqual(later);
  });

  it('are marked where the day is that of the source that tells the next name', () => {
    const known = [record('Vale', null, '2023-08-08'), record('Dale', '2023-08-08', '2026-04-01', true)];
    const all = [...known, record('Moor', '2026-04-01', null)];
    expect(otherNames(all, '2016-06-30').later.map(({ isBy }) => isBy)).toEqual([true, false]);
    expect(otherNames(all, '2026-06-30').former.map(({ name, isBy }) => [name, isBy])).toEqual([
      ['Dale', false],
      ['Vale', true],
    ]);
  });
});
