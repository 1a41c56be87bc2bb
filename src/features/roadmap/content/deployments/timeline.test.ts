import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineOf } from './timeline.ts';

const row = (id: string, starts: string | null, goesLive: string | null) => ({ id, starts, goesLive });

describe('the timeline of a schedule', () => {
  it('runs over whole financial years', () => {
    const timeline = timelineOf([row('a', '2016-10', '2017/18'), row('b', null, '2016/17 Q4')]);
    expect(timeline?.years.map(({ label, across }) => [label, Math.round(across)])).toEqual([
      ['2016/17', 0],
      ['2017/18', 50],
    ]);
    const bars = [...(timeline?.bars ?? [])].map(([id, { from, to }]) => [id, Math.round(from), Math.round(to)]);
    expect(bars).toEqual([
      ['a', 25, 100],
      ['b', 38, 50],
    ]);
  });

  it('leaves out what has no time, and is none without any', () => {
    expect(timelineOf([row('a', '2016-10', null)])).toBeNull();
    expect(timelineOf([])).toBeNull();
    expect([...(timelineOf([row('a', null, null), row('b', null, '2018-03-31')])?.bars.keys() ?? [])]).toEqual(['b']);
  });

  it('draws nothing outside it, also where something is to be live before it starts', () => {
    const period = fc.option(fc.constantFrom('2016-12-31', '2017-03', '2017/18 Q2', '2017/18', '2030-01'));
    const rows = fc.array(fc.tuple(period, period), { minLength: 1 });
    fc.assert(
      fc.property(rows, (periods) => {
        const timeline = timelineOf(periods.map(([starts, goesLive], index) => row(`${index}`, starts, goesLive)));
        for (const { from, to } of timeline?.bars.values() ?? []) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
