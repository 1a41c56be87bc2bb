import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

/** A programme as a database or whoever starts it names it. */
export interface NamedProgramme {
  readonly id: string;
  readonly title: string;
  /** What `PROGRAMME` says to name it: a word or the path of a folder; null where nobody knows any more. */
  readonly named: string | null;
}

interface ProgrammeRow {
  readonly programme_id: string;
  readonly title: string;
  readonly named?: string | null;
}

/** The only programme that there was before a database said of which it is. */
const earlier: NamedProgramme = {
  id: 'england-ldr',
  title: 'Local Digital Roadmaps, England 2015 to 2017',
  named: 'england-ldr',
};

/**
 * The programme that a database is of; null where none was ever started on it. One of an earlier version does not say so itself
 * until it is brought up to date: it has facts, which every start brings before anything else.
 */
export async function findProgramme(connection: Connection): Promise<NamedProgramme | null> {
  const { rows: tables } = await sql<{ isSaid: boolean; hasFacts: boolean }>`
    select to_regclass('database_programme') is not null as "isSaid", to_regclass('reference_load') is not null as "hasFacts"`.execute(
    connection,
  );
  if (tables[0]?.isSaid) {
    // All columns, for a database that was not brought up to date yet has fewer.
    const row: ProgrammeRow | undefined = await connection
      .selectFrom('database_programme')
      .selectAll()
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          id: row.programme_id,
          title: row.title,
          named: row.named ?? (row.programme_id === earlier.id ? earlier.named : null),
        };
  }
  if (!tables[0]?.hasFacts) {
    return null;
  }
  const load = await connection.selectFrom('reference_load').selectAll().limit(1).executeTakeFirst();
  return load === undefined ? null : earlier;
}

/** What `PROGRAMME` has to say so that the service starts on the database; null where nothing need be said, or nobody knows. */
export async function findNameOfProgramme(connection: Connection): Promise<string | null> {
  const found = await findProgramme(connection);
  return found?.named === earlier.id ? null : (found?.named ?? null);
}

/** Records the programme of a database, unless another process has just done so. Answers which one stands. */
export async function insertProgramme(
  connection: Connection,
  programme: NamedProgramme,
  decidedAt: Date,
): Promise<NamedProgramme> {
  await connection
    .insertInto('database_programme')
    .values({ programme_id: programme.id, title: programme.title, named: programme.named, decided_at: decidedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findProgramme(connection)) ?? programme;
}
