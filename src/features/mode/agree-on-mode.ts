import type { Config } from '../../platform/config.ts';
import type { Connection, Database } from '../../platform/database/database.ts';
import { ifReadable } from './if-readable.ts';
import { decideMode, type Mode } from './mode.ts';
import { countHoldings, findMode, insertMode, type RecordedMode } from './mode-repository.ts';
import { mixedError, otherModeError, type Place } from './mode-words.ts';

export interface AskedMode {
  readonly mode: Mode;
  /** False where nobody said which, and the database's own word counts. */
  readonly isBinding: boolean;
  readonly place: Place;
  /** What `PROGRAMME` says; null where it says nothing. */
  readonly named: string | null;
}

/** What the settings of the service ask for, of the database that they name. */
export function askedMode(config: Config, isBinding: boolean): AskedMode {
  return {
    mode: config.isDemonstration ? 'demonstration' : 'real',
    isBinding,
    place: placeOf(config),
    named: namedIn(config),
  };
}

/** What `PROGRAMME` says; null where it says nothing, for then nothing need be said to start the same again. */
export function namedIn({ isProgrammeGiven, programme }: Config): string | null {
  return isProgrammeGiven ? programme : null;
}

export function placeOf({ databaseUrl, dataDir }: Config): Place {
  return databaseUrl === null ? dataDir : null;
}

export interface Agreed {
  readonly mode: Mode;
  /** Whether it was decided now. */
  readonly isNew: boolean;
  /** Names of the migrations applied now. */
  readonly applied: readonly string[];
}

/**
 * Makes sure that a database is what it is asked to be, and brings it up to date. At its first start what it is gets recorded, in
 * the transaction that decides it; processes that start at once agree on the first one's word. A database that is something else,
 * or holds both kinds, is refused before anything of it is changed, its tables included.
 */
export async function agreeOnMode(
  database: Database,
  asked: AskedMode,
  at: Date,
  migrate: () => Promise<readonly string[]>,
): Promise<Agreed> {
  const found = await ifReadable(() => lookUp(database, asked));
  if (found !== null) {
    refuseOther(found, asked);
  }
  const applied = await migrate();
  const agreed = await database.transaction().execute(async (transaction) => {
    const recorded = await findMode(transaction);
    return recorded === null
      ? { mode: await insertMode(transaction, { ...(await decide(transaction, asked)), decidedAt: at }), isNew: true }
      : { mode: recorded.mode, isNew: false };
  });
  refuseOther(agreed.mode, asked);
  return { ...agreed, applied };
}

/** What a database is: what it says itself, or what its content says and what is asked of it. */
async function lookUp(connection: Connection, asked: AskedMode): Promise<Mode> {
  return (await findMode(connection))?.mode ?? (await decide(connection, asked)).mode;
}

async function decide(
  connection: Connection,
  { mode, place, named }: AskedMode,
): Promise<Pick<RecordedMode, 'mode' | 'decidedBy'>> {
  const holdings = await countHoldings(connection);
  const decision = decideMode(holdings, mode);
  if (decision.kind === 'mixed') {
    throw mixedError(place, holdings, named);
  }
  return { mode: decision.mode, decidedBy: decision.by };
}

function refuseOther(mode: Mode, asked: AskedMode): void {
  if (asked.isBinding && mode !== asked.mode) {
    throw otherModeError(asked.place, mode, asked.named);
  }
}
