import type { PollStep } from '../../polls/poll.ts';
import type { Round } from '../../programme/index.ts';
import { happeningOf } from '../happening.ts';
import type { NoticeDraft } from '../notice-draft.ts';
import { pollNotices } from '../poll-notices.ts';

/** What is told of a step in a poll that Ann opened. */
export function draftsOfPolls(round: Round, kind: 'open' | 'remind' | 'close' | 'withdraw'): NoticeDraft[] {
  const by = { personId: 'ann', personName: 'Ann' };
  const states = { open: 'open', remind: 'open', close: 'closed', withdraw: 'withdrawn' } as const;
  const step = (number: number, each: PollStep['kind']): PollStep => ({
    ...{ number, kind: each, by, reason: '' },
    state: states[each],
    at: new Date(0),
  });
  const opened = step(1, 'open');
  const steps: readonly [PollStep, ...PollStep[]] = kind === 'open' ? [opened] : [opened, step(2, kind)];
  const place = { addressKey: 'O1', name: 'One', round, setting: null, about: 'Leadership' };
  const done = {
    chain: 'poll:p1',
    action: `poll.${kind}`,
    personId: 'ben',
    onBehalfOf: '',
    at: new Date(0),
    detail: {},
  };
  return pollNotices(happeningOf(done, 'Ben'), { poll: { organisationId: 'o1', pollId: 'p1', steps }, ...place });
}
