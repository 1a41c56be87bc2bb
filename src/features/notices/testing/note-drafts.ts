import type { Round } from '../../programme/index.ts';
import { happeningOf } from '../happening.ts';
import { noteNotices } from '../note-notices.ts';
import type { NoticeDraft } from '../notice-draft.ts';

/** What is told of each step in a thread of private notes. */
export function draftsOfNotes(round: Round): NoticeDraft[] {
  const by = { personId: 'ann', personName: 'Ann' };
  const said = { text: 'So?', by, at: new Date(0), mentioned: [{ personId: 'ben', name: 'Ben' }] };
  const subject = { kind: 'answer', roundId: round.id, part: 'acute', key: 'LD1' } as const;
  const first = { number: 1, kind: 'open', state: 'open', side: 'place', ...said } as const;
  const thread = { scopeId: 'o1', threadId: 't1', subject, steps: [first] as const };
  const place = { thread, organisationId: 'o1', name: 'One', round, question: 'LD1', isLeftOut: false, href: '/x' };
  return ['open', 'reply', 'resolve', 'reopen'].flatMap((step) => {
    const done = { chain: 'thread:t1', action: `thread.${step}`, personId: 'ann', onBehalfOf: '', at: new Date(0) };
    return noteNotices(happeningOf({ ...done, detail: { step: 1 } }, 'Ann'), place);
  });
}
