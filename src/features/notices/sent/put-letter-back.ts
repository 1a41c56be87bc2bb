import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Letters } from '../../../platform/mail/attach-letters.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { findLetter } from './letter-list-repository.ts';
import { isLinkGone } from './letter-query.ts';

export type PutBackOutcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'unknown' }
  /** It waits to be sent, or was sent: somebody else may have been first. */
  | { readonly kind: 'not-failed' }
  /** The link that opens an account is kept no longer than the letter waits. */
  | { readonly kind: 'link-gone' };

/** Has a letter sent again that was not delivered, with the `Message-ID` it had. */
export function putLetterBack(
  { database, letters }: { readonly database: Database; readonly letters: Pick<Letters, 'addAgain'> },
  letterId: string,
  { personId, onBehalfOf, at }: ActingPerson,
): Promise<PutBackOutcome> {
  return database.transaction().execute(async (transaction): Promise<PutBackOutcome> => {
    const letter = await findLetter(transaction, letterId);
    if (letter === null) {
      return { kind: 'unknown' };
    }
    if (letter.state === 'failed' && isLinkGone(letter)) {
      return { kind: 'link-gone' };
    }
    if (!(await letters.addAgain(transaction, letterId))) {
      return { kind: 'not-failed' };
    }
    await appendAuditEvent(transaction, {
      chain: `letter:${letterId}`,
      action: 'letter.send-again',
      personId,
      onBehalfOf,
      at,
      detail: { subject: letter.subject },
    });
    return { kind: 'ok' };
  });
}
