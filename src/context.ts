import type { ProgrammePack } from './features/programme/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import type { PdfPrinter } from './platform/files/pdf/pdf-printer.ts';
import type { IdSource } from './platform/ids.ts';
import type { Logger } from './platform/logging.ts';
import type { RegisterKeeping } from './register-keeping.ts';

/** What every feature is given, built once in `compose.ts`. */
export interface AppContext {
  readonly config: Config;
  readonly database: Database;
  readonly pack: ProgrammePack;
  /** The time of the programme: in a demonstration of the past it stands there. What is done is dated by it. */
  readonly clock: Clock;
  /** The time of day for what has nothing to do with the programme: sessions, links, limits, backups. */
  readonly realClock: Clock;
  /** What a demonstration of the past shows, such as `England`; null where `clock` is the real one. */
  readonly story: string | null;
  readonly newId: IdSource;
  readonly log: Logger;
  readonly pdf: PdfPrinter;
  /** Who is told when the register changes. */
  readonly register: RegisterKeeping;
}
