import { openPool } from '../database.ts';

/** The role that makes a cluster of our own and owns everything in it. */
export const ownerRole = 'ldr';

/** The role under which the service works there. */
export const serviceRole = 'ldr_service';

/**
 * Makes the role of the service in a cluster of our own, a plain one that owns nothing, and lets it sign in with the password. Done
 * at every start: a cluster made by an earlier version has no such role yet. The password is hexadecimal, so it needs no escaping.
 */
export async function ensureServiceRole(ownerUrl: string, password: string): Promise<void> {
  const pool = openPool(ownerUrl, 1);
  try {
    await pool.query(`
      begin;
      select pg_advisory_xact_lock(hashtext('service role'));
      do $$ begin
        if not exists (select from pg_roles where rolname = '${serviceRole}') then
          create role ${serviceRole};
        end if;
      end $$;
      alter role ${serviceRole} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}';
      commit`);
  } finally {
    await pool.end();
  }
}
