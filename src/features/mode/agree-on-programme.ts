import type { Config } from '../../platform/config.ts';
import type { Connection, Database } from '../../platform/database/database.ts';
import { placeOf } from './agree-on-mode.ts';
import { ifReadable } from './if-readable.ts';
import { findMode } from './mode-repository.ts';
import { otherProgrammeError, type Place } from './mode-words.ts';
import { findProgramme, insertProgramme, type NamedProgramme } from './programme-repository.ts';

export interface AskedProgramme {
  readonly programme: NamedProgramme;
  /** Whether `PROGRAMME` named it. */
  readonly isGiven: boolean;
  readonly place: Place;
}

/** The programme that the settings name, of the database that they name. */
export function askedProgramme(config: Config, { id, title }: Omit<NamedProgramme, 'named'>): AskedProgramme {
  return {
    programme: { id, title, named: config.programme },
    isGiven: config.isProgrammeGiven,
    place: placeOf(config),
  };
}

/**
 * Makes sure that a database is of the programme that is asked for, around what brings it up to date. At its first start the
 * programme gets recorded; processes that start at once agree on the first one's word. A database of another programme is refused
 * before anything of it is changed: what it holds names rounds, questions and parts that this one does not have.
 */
export async function agreeOnProgramme<Result>(
  database: Database,
  asked: AskedProgramme,
  at: Date,
  bringUpToDate: () => Promise<Result>,
): Promise<Result> {
  const found = await ifReadable(() => findProgramme(database));
  if (found !== null) {
    await refuseOther(database, found, asked);
  }
  const result = await bringUpToDate();
  await refuseOther(database, await settle(database, asked, at), asked);
  return result;
}

async function settle(connection: Connection, { programme }: AskedProgramme, at: Date): Promise<NamedProgramme> {
  return (await findProgramme(connection)) ?? (await insertProgramme(connection, programme, at));
}

async function refuseOther(connection: Connection, found: NamedProgramme, asked: AskedProgramme): Promise<void> {
  if (found.id !== asked.programme.id) {
    const recorded = await ifReadable(() => findMode(connection));
    throw otherProgrammeError(asked, { ...found, mode: recorded?.mode ?? null });
  }
}
