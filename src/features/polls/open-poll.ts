import type { Database } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import type { Letters } from '../../platform/mail/attach-letters.ts';
import type { WrittenLetter } from '../../platform/written-letter.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Round } from '../programme/index.ts';
import { holdForStep } from '../rounds/index.ts';
import { isPolled } from './poll.ts';
import { auditPoll } from './poll-audit.ts';
import { findPoll, insertPoll, insertPollStep, listPolls, lockPolls, type NewPoll } from './poll-repository.ts';

export interface OpenPoll extends NewPoll {
  readonly round: Round;
  readonly letters: readonly WrittenLetter[];
}

export type OpenOutcome =
  | { readonly kind: 'opened' }
  /** The very same was sent before; its links are not known any more. */
  | { readonly kind: 'opened-before' }
  | { readonly kind: 'round-closed' }
  /** These are polled already. */
  | { readonly kind: 'polled'; readonly questionIds: readonly string[] };

/** Opens a poll, and has its letters sent; once only for what is sent twice. */
export function openPoll(
  { database, letters }: { readonly database: Database; readonly letters: Pick<Letters, 'addAll'> | null },
  { round, letters: written, ...poll }: OpenPoll,
  by: ActingPerson,
): Promise<OpenOutcome> {
  return database.transaction().execute(async (transaction): Promise<OpenOutcome> => {
    const { isOpen } = await holdForStep(transaction, round, by.at);
    await lockPolls(transaction, poll);
    const day = dayOf(by.at);
    if ((await findPoll(transaction, poll, day)) !== null) {
      return { kind: 'opened-before' };
    }
    if (!isOpen) {
      return { kind: 'round-closed' };
    }
    const before = await listPolls(transaction, { ...poll, careSettings: [poll.careSetting] }, day);
    const asked = poll.questions.map(({ questionId }) => questionId);
    const questionIds = asked.filter((questionId) => isPolled(before, questionId, day));
    if (questionIds.length > 0) {
      return { kind: 'polled', questionIds };
    }
    const step = { number: 1, kind: 'open', state: 'open', reason: '' } as const;
    await insertPoll(transaction, poll);
    await insertPollStep(transaction, poll, step, by);
    await auditPoll(transaction, { ...poll, invited: poll.invitations.length }, step, by);
    await letters?.addAll(transaction, written);
    return { kind: 'opened' };
  });
}
