import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Round } from '../programme/index.ts';
import { auditRound } from './round-audit.ts';

/** Has everybody reminded who is to answer or sign for these organisations: they are told of the event that is written down here. */
export function recordReminder(
  database: Database,
  round: Pick<Round, 'id'>,
  organisations: readonly string[],
  by: ActingPerson,
): Promise<void> {
  return database
    .transaction()
    .execute((transaction) => auditRound(transaction, round.id, 'remind', by, { organisations }));
}
