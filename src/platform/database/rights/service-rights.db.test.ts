import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { appendAuditEvent } from '../../audit/audit-trail.ts';

let clone: TestDatabase;
let appendOnly: string[];

beforeAll(async () => {
  clone = await cloneDatabase('facts');
  const { rows } = await sql<{ name: string }>`
    select distinct relation.relname as name from pg_trigger
      join pg_proc on pg_proc.oid = pg_trigger.tgfoid join pg_class as relation on relation.oid = pg_trigger.tgrelid
    where pg_proc.proname = 'refuse_change' order by 1`.execute(clone.owner);
  appendOnly = rows.map(({ name }) => name);
  await clone.database.transaction().execute((transaction) =>
    appendAuditEvent(transaction, {
      chain: 'kept',
      action: 'keep',
      personId: null,
      onBehalfOf: 'the test',
      at: new Date('2016-01-01T09:00:00Z'),
      detail: {},
    }),
  );
});

afterAll(() => clone.close());

describe('the role of the service', () => {
  it.each([
    ['switch a trigger off', 'alter table audit_event disable trigger all'],
    ['switch all triggers off', 'set session_replication_role = replica'],
    ['take a trigger away', 'drop trigger audit_event_is_append_only on audit_event'],
    [
      'put a trigger in its way',
      'create trigger quiet before insert on audit_event execute function note_directory_change()',
    ],
    [
      'change what the trigger does',
      `create or replace function refuse_change() returns trigger language sql return null`,
    ],
    ['change a table', 'alter table audit_event add column more text'],
    ['take a table away', 'drop table audit_event'],
    ['empty a table', 'truncate answer cascade'],
    ['take the key away', 'alter table audit_event drop constraint audit_event_pkey'],
    ['make a table', 'create table another (id integer)'],
    ['make a schema', 'create schema another'],
    ['take away the end of a chain', 'delete from audit_chain'],
    ['say which migrations were applied', 'delete from kysely_migration'],
    ['become the owner', 'set role ldr'],
    ['make another role', 'create role another superuser'],
    ['raise itself', 'alter role current_user superuser'],
    ['change the tables of the queue', 'alter table pgboss.job disable trigger all'],
  ])('cannot %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(clone.database)).rejects.toThrow(
      /permission denied|must be (able to|owner)|must have|Only roles/,
    );
  });

  it('cannot change, delete or empty any table whose rows are kept for good', async () => {
    expect(appendOnly).toEqual(expect.arrayContaining(['audit_event', 'endorsement', 'publication', 'answer_history']));
    expect(appendOnly.length).toBeGreaterThan(12);
    for (const table of appendOnly) {
      const { rows } = await sql<{ column: string }>`
        select attname as column from pg_attribute
        where attrelid = ${table}::regclass and attnum > 0 and attidentity = '' and not attisdropped limit 1`.execute(
        clone.owner,
      );
      const column = sql.ref(rows[0]?.column ?? '');
      for (const statement of [
        sql`update ${sql.table(table)} set ${column} = ${column}`,
        sql`delete from ${sql.table(table)}`,
        sql`truncate ${sql.table(table)} cascade`,
      ]) {
        await expect(statement.execute(clone.database), table).rejects.toThrow('permission denied');
      }
      await expect(sql`select from ${sql.table(table)} limit 1`.execute(clone.database)).resolves.toBeDefined();
    }
  });

  it('can do to every other table what the service does', async () => {
    const { rows } = await sql<{ name: string; may: boolean }>`
      select relation.relname as name, has_table_privilege('ldr_service', relation.oid, 'select')
        and has_table_privilege('ldr_service', relation.oid, 'insert')
        and has_table_privilege('ldr_service', relation.oid, 'update')
        and has_table_privilege('ldr_service', relation.oid, 'delete') as may
      from pg_class as relation
      where relation.relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and relation.relkind in ('r', 'p')`.execute(
      clone.owner,
    );
    const isNot = rows.filter(({ may }) => !may).map(({ name }) => name);
    const others = ['audit_chain', 'kept_instrument', 'kysely_migration', 'kysely_migration_lock'];
    expect(isNot.toSorted()).toEqual([...appendOnly, ...others].toSorted());
  });

  it('is a plain one', async () => {
    const { rows } = await sql`
      select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
        (select count(*) from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = 'ldr_service'`.execute(clone.owner);
    const no = {
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
    };
    expect(rows).toEqual([{ ...no, owned: 0 }]);
  });
});
