import { sql } from 'kysely';
import { prepareJobTables } from '../jobs/prepare-job-tables.ts';
import { DatabaseUnusableError } from './check-server.ts';
import { type Database, openDatabase, openPool } from './database.ts';
import { migrateToLatest, pendingMigrations } from './migrate.ts';
import { isTooPowerful, lacksOwner, mayTooMuch, otherDatabase } from './rights/explain-roles.ts';
import { compareRights, grantServiceRights, readRole } from './rights/service-rights.ts';

/** The same database twice: as the service works on it, and as the role that owns its tables. */
export interface DatabaseAddresses {
  readonly url: string;
  /** Null where nobody gave it; the tables must be up to date then. */
  readonly ownerUrl: string | null;
}

/**
 * Brings the tables up to date as their owner, gives the role of the service its rights, and makes sure that it has no others.
 * Answers the names of the migrations applied now. Several processes may do so at once.
 *
 * Throws `DatabaseUnusableError`, with the way out, when the service's role could switch off what protects the records, or when
 * something is to be done that needs the owner and the owner's address is not known.
 */
export async function prepareDatabase({ url, ownerUrl }: DatabaseAddresses, folder: string): Promise<string[]> {
  return using(url, async (service) => {
    const facts = await readRole(service);
    if (facts.isSuperuser || facts.mayCreate || facts.owned !== null) {
      throw new DatabaseUnusableError(isTooPowerful(facts));
    }
    const applied =
      ownerUrl === null ? [] : await using(ownerUrl, (owner) => bringUpToDate(owner, service, facts.role, folder));
    const { missing, excess } = await compareRights(service);
    const isAsked = ownerUrl === null && missing.length === 0;
    const pending = isAsked ? await pendingMigrations(service, folder) : [];
    if (pending.length > 0 || missing.length > 0) {
      throw new DatabaseUnusableError(lacksOwner(facts, pending, missing));
    }
    if (excess.length > 0) {
      throw new DatabaseUnusableError(mayTooMuch(facts, excess));
    }
    return applied;
  });
}

async function bringUpToDate(owner: Database, service: Database, role: string, folder: string): Promise<string[]> {
  if ((await identityOf(owner)) !== (await identityOf(service))) {
    throw new DatabaseUnusableError(otherDatabase);
  }
  const applied = await migrateToLatest(owner, folder);
  await prepareJobTables(owner);
  const { missing, excess } = await compareRights(service);
  if (missing.length > 0 || excess.length > 0) {
    await grantServiceRights(owner, role);
  }
  return applied;
}

/** Works on the database as its owner, or as the service where the owner's address is not known. */
export function asOwner<Result>(
  { url, ownerUrl }: DatabaseAddresses,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return using(ownerUrl ?? url, work);
}

/** Which database of which server this is, by whatever address it was reached. */
async function identityOf(database: Database): Promise<string | undefined> {
  const { rows } = await sql<{ identity: string }>`
    select current_database() || ' ' || pg_postmaster_start_time() as identity`.execute(database);
  return rows[0]?.identity;
}

async function using<Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = openDatabase(openPool(url, 2));
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
