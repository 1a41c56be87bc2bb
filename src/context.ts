import type { ProgrammePack } from './features/programme/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import type { IdSource } from './platform/ids.ts';
import type { Logger } from './platform/logging.ts';
import type { RegisterKeeping } from './register-keeping.ts';

/** What every feature is given, built once in `compose.ts`. */
export interface AppContext {
  readonly config: Config;
  readonly database: Database;
  readonly pack: ProgrammePack;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly log: Logger;
  /** Who is told when the register changes. */
  readonly register: RegisterKeeping;
}
