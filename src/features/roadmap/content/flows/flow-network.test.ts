import { expect, it } from 'vitest';
import { flowTerms } from '../../testing/flow-terms.ts';
import { flowNetwork } from './flow-network.ts';

const { ways } = flowTerms;
const flow = (from: string, to: string, wayNow: string | null, wayId?: string) => ({
  from: { organisation: from },
  to: { organisation: to },
  wayNow,
  planned: wayId === undefined ? null : { wayId, by: '2017/18' },
});

it('puts what goes both ways between two parties together, now and as planned', () => {
  const flows = [flow('B', 'A', 'paper', 'message'), flow('A', 'B', 'document'), flow('A', 'C', null)];
  expect(flowNetwork(flows, ways, null)).toEqual([
    { between: ['A', 'B'], known: 2, unknown: 0, digital: 1, structured: 0 },
    { between: ['A', 'C'], known: 0, unknown: 1, digital: 0, structured: 0 },
  ]);
  expect(flowNetwork(flows, ways, '2018-03-31')[0]).toMatchObject({ digital: 2, structured: 1 });
  expect(flowNetwork([], ways, null)).toEqual([]);
});
