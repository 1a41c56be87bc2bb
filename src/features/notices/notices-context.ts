import type { AppContext } from '../../context.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { Letters } from '../../platform/mail/attach-letters.ts';

/** What telling people needs. */
export interface NoticesContext extends Pick<AppContext, 'database' | 'pack' | 'clock' | 'config' | 'log'> {
  readonly letters: Letters;
}

/** The same for what is looked up in a transaction. */
export interface DraftContext extends Pick<AppContext, 'pack' | 'clock'> {
  readonly connection: Connection;
}
