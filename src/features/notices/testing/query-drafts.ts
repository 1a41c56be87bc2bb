import type { Round } from '../../programme/index.ts';
import type { ThreadStep } from '../../threads/index.ts';
import { happeningOf } from '../happening.ts';
import type { NoticeDraft } from '../notice-draft.ts';
import { queryNotices } from '../query-notices.ts';

/** What is told of each step in a query. */
export function draftsOfQueries(round: Round): NoticeDraft[] {
  const by = { personId: 'ann', personName: 'Ann' };
  const step = (number: number, kind: ThreadStep['kind'], side: ThreadStep['side']): ThreadStep => ({
    ...{ number, kind, side, by },
    state: kind === 'resolve' ? 'resolved' : 'open',
    text: 'So?',
    at: new Date(0),
    mentioned: [],
  });
  const steps = [
    step(1, 'open', 'asker'),
    step(2, 'reply', 'place'),
    step(3, 'reply', 'asker'),
    step(4, 'resolve', 'asker'),
  ] as const;
  const subject = { kind: 'query', roundId: round.id, part: 'acute', key: 'LD1', digest: 'd' } as const;
  const thread = { scopeId: 'o1', threadId: 't1', subject, steps };
  const place = { thread, organisationId: 'o1', name: 'One', round, about: 'LD1', regionIds: ['r1'], href: '/x' };
  return steps.flatMap(({ number, kind }) => {
    const done = { chain: 'query:t1', action: `query.${kind}`, personId: 'ann', onBehalfOf: '', at: new Date(0) };
    return queryNotices(happeningOf({ ...done, detail: { step: number } }, 'Ann'), place);
  });
}
