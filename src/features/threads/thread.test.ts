import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changedSince,
  decideThread,
  openMentions,
  type Thread,
  type ThreadStep,
  takingPart,
  threadTransitions,
} from './thread.ts';

type Said = Partial<Omit<ThreadStep, 'by' | 'mentioned'>> & {
  readonly by?: string;
  readonly to?: readonly string[];
};

function step(number: number, { by = 'ben', to = [], ...more }: Said): ThreadStep {
  return {
    number,
    kind: number === 1 ? 'open' : 'reply',
    state: 'open',
    side: 'place',
    text: 'Words',
    at: new Date(Date.UTC(2016, 0, number)),
    ...more,
    by: { personId: by, personName: by.toUpperCase() },
    mentioned: to.map((personId) => ({ personId, name: personId })),
  };
}

function thread(first: Said, ...more: readonly Said[]): Pick<Thread, 'steps'> {
  return { steps: [step(1, first), ...more.map((each, index) => step(index + 2, each))] };
}

describe('a thread', () => {
  it('is resolved by whoever has read it to its end alone, and takes no reply then', () => {
    const open = thread({}, { by: 'asha' });
    expect(decideThread(open, 'resolve', { lastRead: 2 })).toEqual({ kind: 'ok', state: 'resolved' });
    expect(decideThread(open, 'resolve', { lastRead: 1 })).toMatchObject({
      kind: 'refused',
      reason: 'ASHA has written in it meanwhile. Read that first, and resolve it then',
    });
    const resolved = thread({}, { by: 'asha', kind: 'resolve', state: 'resolved' });
    expect(decideThread(resolved, 'reply', { lastRead: 2 })).toMatchObject({
      reason: 'ASHA has resolved it meanwhile. Open it again to add to it',
    });
    expect(decideThread(resolved, 'reopen', { lastRead: 1 })).toEqual({ kind: 'ok', state: 'open' });
    expect(decideThread(open, 'reopen', { lastRead: 2 })).toMatchObject({
      reason: 'ASHA has opened it again meanwhile',
    });
  });

  it('takes a reply whatever was read of it, while it is open', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(9), (replies, lastRead) => {
        const open = thread({}, ...Array.from({ length: replies }, () => ({})));
        expect(decideThread(open, 'reply', { lastRead }).kind).toBe('ok');
      }),
    );
  });

  it('has one row at most for what is done in a state', () => {
    const pairs = threadTransitions.flatMap(({ action, from }) => from.map((state) => `${action} ${state}`));
    expect(pairs).toEqual([...new Set(pairs)]);
  });
});

it('is said to stand otherwise since a step where somebody has turned it since', () => {
  const resolve = { by: 'asha', kind: 'resolve', state: 'resolved' } as const;
  const reopen = { by: 'cora', kind: 'reopen', state: 'open' } as const;
  expect(changedSince(thread({}, resolve), 2)).toBeNull();
  expect(changedSince(thread({}, resolve, reopen, { by: 'ben' }), 2)).toBe('CORA has opened it again since');
  expect(changedSince(thread({}, resolve, reopen, resolve), 2)).toBeNull();
  expect(changedSince(thread({}, resolve, reopen, resolve), 3)).toBe('ASHA has resolved it since');
  // A note that was added stays added.
  expect(changedSince(thread({}, { by: 'asha' }, resolve), 2)).toBeNull();
});

describe('mentions', () => {
  it('wait for whoever has not written since, and for nobody once it is resolved', () => {
    const talk = thread({ to: ['asha', 'carol'] }, { by: 'asha' }, { by: 'ben', to: ['carol'] });
    const waiting = openMentions(talk).map(({ personId, by, hasAnswered }) => [personId, by, hasAnswered]);
    expect(waiting).toEqual([
      ['asha', 'BEN', true],
      ['carol', 'BEN', false],
    ]);
    const again = thread({ to: ['asha'] }, { by: 'asha' }, { by: 'carol', to: ['asha'] });
    expect(openMentions(again)).toMatchObject([{ personId: 'asha', by: 'CAROL', hasAnswered: false }]);
    expect(openMentions(thread({ to: ['asha'] }, { kind: 'resolve', state: 'resolved' }))).toEqual([]);
  });

  it('make people take part, as writing does', () => {
    const talk = thread({ to: ['asha'] }, { by: 'carol' }, { by: 'dev', to: ['ed'] });
    expect([...takingPart(talk, 2)].toSorted()).toEqual(['asha', 'ben', 'carol']);
    expect([...takingPart(talk, 3)].toSorted()).toEqual(['asha', 'ben', 'carol', 'dev', 'ed']);
  });
});
