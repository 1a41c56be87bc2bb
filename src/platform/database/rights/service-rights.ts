import { sql } from 'kysely';
import type { Connection, Database } from '../database.ts';

/** The schemas that are the service's: its tables, and those of the job queue. */
const ourSchemas = ['public', 'pgboss'] as const;

/** What somebody may do with the rows of a table. Nothing here lets them change what a table is, or switch its triggers off. */
type Right = 'select' | 'insert' | 'update' | 'delete' | 'maintain';

interface Relation {
  /** With its schema and quoted, as SQL takes it. */
  readonly name: string;
  /** Guarded by a trigger that refuses to change and delete its rows. */
  readonly isAppendOnly: boolean;
}

/** What the service may do with tables that are neither ordinary nor append-only. */
const particular: Readonly<Record<string, readonly Right[]>> = {
  // Heads move on and are never taken away.
  'public.audit_chain': ['select', 'insert', 'update', 'maintain'],
  // Kept at the start, and never taken away.
  'public.kept_instrument': ['select', 'insert', 'update', 'maintain'],
  // Whether the tables are up to date is asked by everybody, and noted by their owner.
  'public.kysely_migration': ['select'],
  'public.kysely_migration_lock': ['select'],
};

/** `maintain` is for `analyze` after many rows came in; it changes no row. */
function rightsOn({ name, isAppendOnly }: Relation): readonly Right[] {
  const ordinary: readonly Right[] = isAppendOnly
    ? ['select', 'insert', 'maintain']
    : ['select', 'insert', 'update', 'delete', 'maintain'];
  return particular[name] ?? ordinary;
}

/** Tables and views of ours. Others may have theirs in the same database: only what the owner of our tables has counts. */
const relations = sql`
  select format('%I.%I', relation.relnamespace::regnamespace::text, relation.relname) as name, relation.oid, relation.relowner,
    exists (
      select from pg_trigger as guard join pg_proc as refusal on refusal.oid = guard.tgfoid
      where guard.tgrelid = relation.oid and refusal.proname = 'refuse_change') as "isAppendOnly"
  from pg_class as relation
  where relation.relnamespace::regnamespace::text in (${sql.join(ourSchemas)}) and relation.relkind in ('r', 'p', 'v', 'm')
    and relation.relowner = (
      select audit.relowner from pg_class as audit where audit.oid = to_regclass('public.audit_event'))
  order by 1`;

/**
 * Gives the role of the service exactly the rights it needs, and takes all others away, in one transaction: a process that is at
 * work on the same database never finds itself without. Asked by the owner, after every change of the tables; the lock keeps
 * processes that start together out of each other's way.
 */
export async function grantServiceRights(owner: Database, role: string): Promise<void> {
  await owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('rights of the service'))`.execute(transaction);
    const { rows } = await sql<Relation>`select name, "isAppendOnly" from (${relations}) as ours`.execute(transaction);
    await sql.raw(grantStatements(rows, role).join(';')).execute(transaction);
    await closeSchemaToOthers(transaction);
  });
}

function grantStatements(ours: readonly Relation[], role: string): string[] {
  const to = quoted(role);
  const names = ours.map(({ name }) => name).join(', ');
  const byRights = Map.groupBy(ours, (relation) => rightsOn(relation).join(', '));
  return [
    `revoke all on ${names} from ${to}`,
    ...[...byRights].map(([rights, some]) => `grant ${rights} on ${some.map(({ name }) => name).join(', ')} to ${to}`),
    `grant usage on schema pgboss to ${to}`,
    `grant usage on all sequences in schema pgboss to ${to}`,
    `grant execute on all functions in schema pgboss to ${to}`,
  ];
}

/** Databases that came from before PostgreSQL 15 let everybody make tables in `public`. Only the schema's owner can mend that. */
async function closeSchemaToOthers(owner: Connection): Promise<void> {
  await sql`
    do $$ begin
      if pg_has_role((select nspowner from pg_namespace where nspname = 'public'), 'usage') then
        revoke create on schema public from public;
      end if;
    end $$`.execute(owner);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Who the connection is, and what lets them do more than a service needs, whatever rights it was given on tables. */
export interface RoleFacts {
  readonly role: string;
  readonly database: string;
  readonly isSuperuser: boolean;
  readonly mayCreate: boolean;
  /** One of our tables that it owns, or whose owner it may become; null when there is none. */
  readonly owned: string | null;
}

export async function readRole(connection: Connection): Promise<RoleFacts> {
  const { rows } = await sql<RoleFacts>`
    select current_user::text as role, current_database()::text as database,
      me.rolsuper or pg_has_role('pg_execute_server_program', 'member') or pg_has_role('pg_write_server_files', 'member')
        as "isSuperuser",
      has_schema_privilege('public', 'create') or has_database_privilege(current_database(), 'create')
        or coalesce(has_schema_privilege(to_regnamespace('pgboss'), 'create'), false) as "mayCreate",
      (select min(name) from (${relations}) as ours where pg_has_role(ours.relowner, 'member')) as owned
    from pg_roles as me where me.rolname = current_user`.execute(connection);
  const [facts] = rows;
  if (facts === undefined) {
    throw new Error('the role of the connection is unknown to its server');
  }
  return facts;
}

export interface RightsFault {
  readonly name: string;
  readonly right: string;
}

/** Rights on our tables that the connection's role lacks, and those it has too many. Nothing is there to tell before the first migration. */
export async function compareRights(
  connection: Connection,
): Promise<{ readonly missing: readonly RightsFault[]; readonly excess: readonly RightsFault[] }> {
  const { rows } = await sql<Relation & { right: Right | 'truncate' | 'trigger'; has: boolean }>`
    select name, "isAppendOnly", privilege as "right", has_table_privilege(ours.oid, privilege) as has
    from (${relations}) as ours
      cross join unnest(array['select', 'insert', 'update', 'delete', 'maintain', 'truncate', 'trigger']) as privilege`.execute(
    connection,
  );
  const due = (row: (typeof rows)[number]) => rightsOn(row).some((right) => right === row.right);
  return {
    missing: rows.filter((row) => due(row) && !row.has),
    excess: rows.filter((row) => !due(row) && row.has && row.right !== 'maintain'),
  };
}
