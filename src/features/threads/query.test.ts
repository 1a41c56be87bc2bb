import { expect, it } from 'vitest';
import { decideQuery, waitsForSide } from './query.ts';
import type { Thread, ThreadSide, ThreadStep } from './thread.ts';

const by = { personId: 'rina', personName: 'Rina Example' };
const step = (number: number, side: ThreadSide, kind: ThreadStep['kind'], state: ThreadStep['state']): ThreadStep => ({
  number,
  kind,
  state,
  side,
  text: 'Words',
  by,
  at: new Date(Date.UTC(2018, 0, number)),
  mentioned: [],
});
const asked: Pick<Thread, 'steps'> = { steps: [step(1, 'asker', 'open', 'open')] };
const replied: Pick<Thread, 'steps'> = { steps: [...asked.steps, step(2, 'place', 'reply', 'open')] };
const closed = (kind: 'resolve' | 'withdraw', state: ThreadStep['state']): Pick<Thread, 'steps'> => ({
  steps: [...asked.steps, step(2, 'asker', kind, state)],
});

it('waits for whoever did not write last, and for nobody once it is closed', () => {
  expect([asked, replied, closed('resolve', 'resolved')].map(waitsForSide)).toEqual(['place', 'asker', null]);
});

it('is written in while it is open, and closed by whoever has read it to its end', () => {
  expect(decideQuery(asked, 'reply', { lastRead: 1 })).toEqual({ kind: 'ok', state: 'open' });
  expect(decideQuery(replied, 'reply', { lastRead: 1 })).toEqual({ kind: 'ok', state: 'open' });
  expect(decideQuery(replied, 'resolve', { lastRead: 2 })).toEqual({ kind: 'ok', state: 'resolved' });
  expect(decideQuery(asked, 'withdraw', { lastRead: 1 })).toEqual({ kind: 'ok', state: 'withdrawn' });
  for (const action of ['resolve', 'withdraw'] as const) {
    expect(decideQuery(replied, action, { lastRead: 1 })).toMatchObject({
      code: 'all-read',
      reason: 'Rina Example has written in it meanwhile. Read that first',
    });
  }
});

it.each([
  ['resolve', 'resolved', 'Rina Example has resolved this query meanwhile'],
  ['withdraw', 'withdrawn', 'Rina Example has withdrawn this query meanwhile'],
] as const)('takes nothing more after %s', (kind, state, reason) => {
  for (const action of ['reply', 'resolve', 'withdraw'] as const) {
    expect(decideQuery(closed(kind, state), action, { lastRead: 2 })).toMatchObject({ kind: 'refused', reason });
  }
});
