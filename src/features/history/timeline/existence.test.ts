import { describe, expect, it } from 'vitest';
import { existenceOn } from './existence.ts';

const absent = (until: string | null, since: string | null) => ({ kind: 'absent', until, since });
const periods = [
  { from: '2013-04-01', to: '2015-04-01' },
  { from: '2015-04-01', to: '2016-04-01' },
  { from: '2018-04-01', to: null },
];

describe('existenceOn', () => {
  it.each([
    ['2013-03-31', absent(null, '2013-04-01')],
    ['2013-04-01', { kind: 'there' }],
    ['2016-03-31', { kind: 'there' }],
    ['2016-04-01', absent('2016-03-31', '2018-04-01')],
    ['2018-04-01', { kind: 'there' }],
  ])('on %s', (day, expected) => {
    expect(existenceOn(periods, day)).toEqual(expected);
  });

  it('knows no beginning that is not recorded, and nothing of what has no period', () => {
    expect(existenceOn([{ from: null, to: '2016-01-01' }], '1950-01-01')).toEqual({ kind: 'there' });
    expect(existenceOn([], '2016-01-01')).toEqual(absent(null, null));
  });
});
