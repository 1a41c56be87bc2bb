import { ForbiddenError } from '../../../platform/http/problem.ts';
import { listOf } from '../page-frame.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { whyUnread } from '../views/reading/unread.ts';
import { mayReadAnswers } from './may-read-answers.ts';

/** Refuses whoever may not read what an assessment says yet, and says where they see how far it has come. */
export function requireReadable(assessed: AssessedOrganisation): void {
  if (!mayReadAnswers(assessed)) {
    throw new ForbiddenError(whyUnread(assessed), { href: listOf(assessed), text: 'See how far it has come' });
  }
}
