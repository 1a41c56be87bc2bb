import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowTerms } from '../../testing/flow-terms.ts';
import { flowSteps } from './flow-shares.ts';

const { ways } = flowTerms;
const going = (wayNow: string | null, wayId?: string, by = '2017/18') => {
  return { wayNow, planned: wayId === undefined ? null : { wayId, by } };
};

describe('the share of flows that are digital', () => {
  it('is of today, and of each day by which something is to change', () => {
    const flows = [going('paper'), going('document'), going('message'), going('paper', 'message', '2017-06')];
    expect(flowSteps([...flows, going('none', 'document', '2017/18 Q4')], ways)).toEqual([
      { on: null, known: 5, unknown: 0, digital: 2, structured: 1 },
      { on: '2017-06-30', known: 5, unknown: 0, digital: 3, structured: 2 },
      { on: '2018-03-31', known: 5, unknown: 0, digital: 4, structured: 2 },
    ]);
  });

  it('leaves out what nobody knows, until it is planned', () => {
    expect(flowSteps([going(null), going(null, 'message', '2017-06-01'), going('lost')], ways)).toEqual([
      { on: null, known: 0, unknown: 3, digital: 0, structured: 0 },
      { on: '2017-06-01', known: 1, unknown: 2, digital: 1, structured: 1 },
    ]);
  });

  it('counts each flow once, and what is structured as digital', () => {
    const way = fc.option(fc.constantFrom(...ways.map(({ id }) => id)));
    const by = fc.constantFrom('2017-01-31', '2017-03', '2017/18 Q1', '2017/18');
    const flow = fc.record({
      wayNow: way,
      planned: fc.option(fc.record({ wayId: fc.constantFrom(...ways.map(({ id }) => id)), by })),
    });
    fc.assert(
      fc.property(fc.array(flow), (flows) => {
        const steps = flowSteps(flows, ways);
        expect(steps.map(({ on }) => on ?? '')).toEqual([...new Set(steps.map(({ on }) => on ?? ''))].sort());
        for (const { known, unknown, digital, structured } of steps) {
          expect(known + unknown).toBe(flows.length);
          expect(structured).toBeLessThanOrEqual(digital);
          expect(digital).toBeLessThanOrEqual(known);
        }
        const last = steps.at(-1);
        expect(last?.digital).toBe(
          flows.filter(({ wayNow, planned }) => {
            return ways.some(({ id, digital }) => digital && id === (planned?.wayId ?? wayNow));
          }).length,
        );
      }),
    );
  });
});
