import type { Database } from '../../platform/database/database.ts';
import type { Letters } from '../../platform/mail/attach-letters.ts';
import type { WrittenLetter } from '../../platform/written-letter.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Round } from '../programme/index.ts';
import { holdPoll } from './hold-poll.ts';
import { type Poll, standingStep } from './poll.ts';
import { auditPoll } from './poll-audit.ts';
import { insertPollStep } from './poll-repository.ts';
import { decidePoll, type PollDecision } from './poll-state.ts';
import { tokenDigest } from './token-digest.ts';
import { listUnused, updateToken } from './vote-repository.ts';

export interface RecordPollReminder extends Pick<Poll, 'organisationId' | 'pollId'> {
  readonly round: Round;
  readonly newToken: () => string;
  readonly write: (recipient: string, token: string, poll: Poll) => WrittenLetter;
}

export type ReminderOutcome =
  | Extract<PollDecision, { kind: 'refused' }>
  | { readonly kind: 'gone' | 'nobody' }
  | { readonly kind: 'reminded'; readonly people: number };

/**
 * Writes again to everybody whose link was not used, with a new one: of a link its digest alone is kept. Who they are is known for as
 * long as the letters are written, and told to nobody.
 */
export function recordPollReminder(
  { database, letters }: { readonly database: Database; readonly letters: Pick<Letters, 'addAll'> },
  { newToken, write, ...key }: RecordPollReminder,
  by: ActingPerson,
): Promise<ReminderOutcome> {
  return database.transaction().execute(async (transaction): Promise<ReminderOutcome> => {
    const held = await holdPoll(transaction, key, by.at);
    if (held === null) {
      return { kind: 'gone' };
    }
    const { poll, state, facts } = held;
    const decision = decidePoll(state, 'remind', { ...facts, reason: '' });
    if (decision.kind === 'refused') {
      return decision;
    }
    const unused = await listUnused(transaction, poll);
    if (unused.length === 0) {
      return { kind: 'nobody' };
    }
    const written: WrittenLetter[] = [];
    for (const { recipient, tokenDigest: from } of unused) {
      const token = newToken();
      await updateToken(transaction, poll, { from, to: tokenDigest(token) });
      written.push(write(recipient, token, poll));
    }
    const step = { number: standingStep(poll).number + 1, kind: 'remind', state: 'open', reason: '' } as const;
    await insertPollStep(transaction, poll, step, by);
    await auditPoll(transaction, poll, step, by);
    await letters.addAll(transaction, written);
    return { kind: 'reminded', people: unused.length };
  });
}
