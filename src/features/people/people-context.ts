import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Letters } from '../../platform/mail/attach-letters.ts';

/** What giving and ending roles needs. */
export interface PeopleContext {
  readonly database: Database;
  readonly newId: IdSource;
  /** By which links are used, whatever day a demonstration stands on. */
  readonly realClock: Clock;
  /** Null where no mail server is set up: whoever acts passes on what is to be known. */
  readonly letters: Pick<Letters, 'add'> | null;
  readonly serviceName: string;
  /** Where the service is found, without a slash at the end. */
  readonly publicUrl: string;
}
