import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { projectFolder } from '../../project-folder.ts';
import { DatabaseUnusableError } from './check-server.ts';
import { openDatabase, openPool } from './database.ts';
import { prepareDatabase } from './prepare-database.ts';

const migrations = projectFolder('migrations');
const clones: TestDatabase[] = [];
let clone: TestDatabase;
/** A new role without any rights, and its address. */
let role: string;
let url: string;

beforeEach(async () => {
  clone = await cloneDatabase('facts');
  clones.push(clone);
  role = `r_${randomUUID().replaceAll('-', '')}`;
  await sql.raw(`create role ${role} login password 'secret'`).execute(clone.owner);
  const address = new URL(clone.url);
  address.username = role;
  address.password = 'secret';
  url = address.href;
});

afterAll(() => Promise.all(clones.map(({ close }) => close())));

async function refusal(addresses: { url: string; ownerUrl: string | null }): Promise<string> {
  const fault: unknown = await prepareDatabase(addresses, migrations).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(DatabaseUnusableError);
  return fault instanceof Error ? fault.message : '';
}

describe('the role of DATABASE_URL', () => {
  it('is refused as a superuser, with what to do instead', async () => {
    const said = await refusal({ url: clone.ownerUrl, ownerUrl: clone.ownerUrl });
    expect(said).toContain('is a superuser');
    expect(said).toContain('create role ldr_service login');
    expect(said).toContain('set DATABASE_OWNER_URL to what DATABASE_URL is now');
    expect(said).not.toContain(new URL(clone.ownerUrl).password);
  });

  it.each<[string, (name: string) => string, string]>([
    ['owns a table', (name) => `alter table audit_event owner to ${name}`, 'owns the tables of the service'],
    ['may make tables', (name) => `grant create on schema public to ${name}`, 'may make tables'],
    [
      'may make schemas',
      (name) => `do $$ begin execute format('grant create on database %I to ${name}', current_database()); end $$`,
      'may make tables',
    ],
    ['owns the schema', (name) => `alter schema public owner to ${name}`, 'may make tables'],
    ['may run programs', (name) => `grant pg_execute_server_program to ${name}`, 'may act as one'],
  ])('is refused when it %s', async (_what, statement, reason) => {
    await sql.raw(statement(role)).execute(clone.owner);
    expect(await refusal({ url, ownerUrl: clone.ownerUrl })).toContain(reason);
  });

  it('is refused when a right reaches it by another way', async () => {
    await sql`grant update on audit_event to public`.execute(clone.owner);
    const said = await refusal({ url, ownerUrl: clone.ownerUrl });
    expect(said).toContain('may do more than the service needs: update on public.audit_event');
    expect(said).toContain('revoke all on public.audit_event from public');
  });

  it('gets the rights it needs from the owner, and starts without the owner after that', async () => {
    expect(await refusal({ url, ownerUrl: null })).toContain(`${role}, lacks rights`);
    expect(await prepareDatabase({ url, ownerUrl: clone.ownerUrl }, migrations)).toEqual([]);
    expect(await prepareDatabase({ url, ownerUrl: null }, migrations)).toEqual([]);
    const database = openDatabase(openPool(url, 1));
    expect(await database.selectFrom('organisation').select('code').limit(1).execute()).toHaveLength(1);
    await database.destroy();
  });

  it('loses rights that it should not have', async () => {
    await sql.raw(`grant all on all tables in schema public to ${role}`).execute(clone.owner);
    await prepareDatabase({ url, ownerUrl: clone.ownerUrl }, migrations);
    const { rows } = await sql<{ may: boolean }>`
      select has_table_privilege(${role}, 'audit_event', 'update, delete, truncate, trigger') as may`.execute(
      clone.owner,
    );
    expect(rows).toEqual([{ may: false }]);
  });

  it('gets its rights when several processes start at once', async () => {
    const starts = [1, 2, 3].map(() => prepareDatabase({ url, ownerUrl: clone.ownerUrl }, migrations));
    expect(await Promise.all(starts)).toEqual([[], [], []]);
  });
});

describe('without the owner’s address', () => {
  it('a database that is up to date is used as it is', async () => {
    expect(await prepareDatabase({ url: clone.url, ownerUrl: null }, migrations)).toEqual([]);
  });

  it('migrations that are due are named, and the setting that they take', async () => {
    await sql`delete from kysely_migration where name = '0013-lists'`.execute(clone.owner);
    const said = await refusal({ url: clone.url, ownerUrl: null });
    expect(said).toContain('0013-lists');
    expect(said).toContain('Set DATABASE_OWNER_URL');
  });
});

it('two addresses of two databases are refused', async () => {
  const other = await cloneDatabase('facts');
  clones.push(other);
  expect(await refusal({ url: clone.url, ownerUrl: other.ownerUrl })).toContain('two different databases');
});

it('an empty database gets its tables from the owner alone', async () => {
  await sql`drop schema public cascade`.execute(clone.owner);
  await sql`drop schema pgboss cascade`.execute(clone.owner);
  await sql`create schema public authorization pg_database_owner`.execute(clone.owner);
  await sql`grant usage on schema public to public`.execute(clone.owner);
  expect(await refusal({ url: clone.url, ownerUrl: null })).toContain('The tables are not up to date: 0001-directory');
  const starts = [1, 2].map(() => prepareDatabase({ url: clone.url, ownerUrl: clone.ownerUrl }, migrations));
  expect((await Promise.all(starts)).flat()).toContain('0001-directory');
  expect(await prepareDatabase({ url: clone.url, ownerUrl: null }, migrations)).toEqual([]);
});
