import { expect, it } from 'vitest';
import type { Actor, Grant } from '../../identity/index.ts';
import type { ThreadSide, ThreadStep } from '../../threads/thread.ts';
import type { QueryPlace } from '../../validation/index.ts';
import { queryItems, validationItem } from './query-items.ts';

const step = (number: number, side: ThreadSide, personName: string): ThreadStep => ({
  number,
  kind: number === 1 ? 'open' : 'reply',
  state: 'open',
  side,
  text: 'Words',
  by: { personId: personName.toLowerCase(), personName },
  at: new Date(Date.UTC(2018, 0, number)),
  mentioned: [],
});
const placeWith = (...steps: [ThreadStep, ...ThreadStep[]]): QueryPlace =>
  ({
    thread: {
      scopeId: 'o1',
      threadId: 't1',
      subject: { kind: 'query', roundId: 'r', part: 'acute', key: 'LD1', digest: 'd' },
      steps,
    },
    organisationId: 'o1',
    name: 'One',
    round: { id: 'r', label: 'Round' },
    about: 'LD1',
    regionIds: ['r1'],
    href: '/x',
  }) as unknown as QueryPlace;
const asked = placeWith(step(1, 'asker', 'Rina'));
const replied = placeWith(step(1, 'asker', 'Rina'), step(2, 'place', 'Cora'));

const holding = (role: Grant['role'], scopeKind: Grant['scopeKind'], scopeId: string, personId = 'x'): Actor => ({
  personId,
  name: personId,
  jobTitle: '',
  grants: [{ role, scopeKind, scopeId, scopeName: scopeId }] as unknown as Actor['grants'],
});

it.each([
  [holding('coordinator', 'organisation', 'o1'), ['Reply to a query about LD1: One, “Round”'], []],
  [holding('contributor', 'organisation', 'o1'), [], []],
  [holding('coordinator', 'organisation', 'o2'), [], []],
  [holding('reviewer', 'region', 'r1'), [], ['Read the reply about LD1: One, “Round”']],
  [holding('reviewer', 'region', 'r2'), [], []],
  [holding('analyst', 'nation', ''), [], []],
  [holding('analyst', 'nation', '', 'rina'), [], ['Read the reply about LD1: One, “Round”']],
])('a query waits for whoever must act next: %#', (actor, whenAsked, whenReplied) => {
  expect(queryItems(actor, [asked]).map(({ text }) => text)).toEqual(whenAsked);
  expect(queryItems(actor, [replied]).map(({ text }) => text)).toEqual(whenReplied);
});

it('returns to validate are one thing to do for a region, and none where there is none', () => {
  const returns = [{ regionIds: ['r1'] }, { regionIds: ['r1'] }, { regionIds: ['r2'] }];
  const [item, ...more] = validationItem(holding('reviewer', 'region', 'r1'), returns);
  expect(item?.hint).toBe('2 returns of your region not validated, with no query open');
  expect(more).toEqual([]);
  expect(validationItem(holding('reviewer', 'region', 'r3'), returns)).toEqual([]);
  expect(validationItem(holding('analyst', 'nation', ''), returns)).toEqual([]);
});
