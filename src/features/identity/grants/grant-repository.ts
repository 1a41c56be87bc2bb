import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { Grant, Role, ScopeKind } from '../role.ts';

/** A role and where it is held, without the name of the place. */
export type Held = Omit<Grant, 'scopeName'>;

/** The grants of a person that are in force. Personas have some in a demonstration only. */
export async function listGrants(connection: Connection, personId: string): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select held.role, held.scope_kind as "scopeKind", held.scope_id as "scopeId"
    from role_grant_in_force as held where held.person_id = ${personId}
    order by held.granted_at, held.role_grant_id`.execute(connection);
  return rows;
}

/** The same of several people, by their ids, with the name that each scope had on a day. */
export async function listGrantsOf(
  connection: Connection,
  personIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, Grant[]>> {
  const { rows } = await sql<{ readonly personId: string; readonly grants: Grant[] }>`
    select person.id as "personId", ${grantsOf(sql.ref('person.id'), day)} as grants
    from person where person.id = any(${personIds}::text[])`.execute(connection);
  return new Map(rows.map(({ personId, grants }) => [personId, grants]));
}

/** The grants of a person as one value, for whoever reads the person at the same time. Each scope has the name of a day. */
export function grantsOf(personId: RawBuilder<unknown>, day: string): RawBuilder<Grant[]> {
  return sql<Grant[]>`coalesce((
    select jsonb_agg(jsonb_build_object('role', held.role, 'scopeKind', held.scope_kind, 'scopeId', held.scope_id,
                                        'scopeName', coalesce(organisation.name, area.name, ''))
                     order by held.granted_at, held.role_grant_id)
    from role_grant_in_force as held
    left join lateral organisation_on(held.scope_id, ${day}::date) as organisation on held.scope_kind = 'organisation'
    left join lateral area_on(held.scope_id, ${day}::date) as area on held.scope_kind in ('footprint', 'region')
    where held.person_id = ${personId}
  ), '[]'::jsonb)`;
}

export interface HeldGrant extends Held {
  readonly personId: string;
  readonly personName: string;
}

/** The grants in force that reach these organisations or footprints (their ids), in the order of the people's names. */
export async function listGrantsWithin(
  connection: Connection,
  scopeKind: ScopeKind,
  scopeIds: readonly string[],
): Promise<HeldGrant[]> {
  const result = await sql<HeldGrant>`
    select held.person_id as "personId", person.name as "personName", held.role,
           held.scope_kind as "scopeKind", held.scope_id as "scopeId"
    from role_grant_in_force as held join person on person.id = held.person_id
    where held.scope_kind = ${scopeKind} and held.scope_id = any(${scopeIds}::text[])
    order by person.name, held.person_id, held.role, held.scope_id`.execute(connection);
  return result.rows;
}

/** By whom a role is given and until when. */
export interface Giving {
  /** Null where no account stands behind it: whoever runs the service, or its own sample data. */
  readonly by: string | null;
  /** From this moment the role is not held any more; null where no end is known. */
  readonly endsAt: Date | null;
}

/** Gives a role; does nothing where it is held. One whose day has passed is closed on that day, and a new one begins. */
export async function insertGrant(
  connection: Connection,
  personId: string,
  { role, scopeKind, scopeId }: Held,
  { by, endsAt }: Giving = { by: null, endsAt: null },
): Promise<void> {
  await sql`
    update role_grant set ended_at = role_grant.ends_at
    where role_grant.person_id = ${personId} and role_grant.role = ${role} and role_grant.scope_kind = ${scopeKind}
      and role_grant.scope_id = ${scopeId} and role_grant.ended_at is null and role_grant.ends_at <= now()`.execute(
    connection,
  );
  await connection
    .insertInto('role_grant')
    .values({
      person_id: personId,
      role,
      scope_kind: scopeKind,
      scope_id: scopeId,
      granted_by: by,
      ends_at: endsAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One grant, as those who look after people see it. */
export interface KnownGrant extends Held {
  readonly grantId: string;
  readonly personId: string;
  readonly endsAt: Date | null;
}

/** A grant in force, held until the transaction ends; null where there is none of this id. */
export async function lockGrant(connection: Connection, grantId: string): Promise<KnownGrant | null> {
  const result = await sql<KnownGrant>`
    select role_grant.role_grant_id as "grantId", role_grant.person_id as "personId", role_grant.role,
           role_grant.scope_kind as "scopeKind", role_grant.scope_id as "scopeId", role_grant.ends_at as "endsAt"
    from role_grant
    where role_grant.role_grant_id = ${grantId} and role_grant.ended_at is null
      and (role_grant.ends_at is null or role_grant.ends_at > now())
    for update`.execute(connection);
  return result.rows[0] ?? null;
}

export interface Ending {
  readonly at: Date;
  /** Null where no account stands behind it. */
  readonly by: string | null;
  readonly reason: string;
}

/** Ends a grant; it stays on record. Does nothing where it is not held any more. */
export async function endGrant(connection: Connection, personId: string, grant: Held, ending: Ending): Promise<void> {
  await connection
    .updateTable('role_grant')
    .set({ ended_at: ending.at, ended_by: ending.by, end_reason: ending.reason })
    .where('person_id', '=', personId)
    .where('role', '=', grant.role)
    .where('scope_kind', '=', grant.scopeKind)
    .where('scope_id', '=', grant.scopeId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Until when the role was given that a person has lost at this very moment; null where it had no end, or none was lost. */
export async function findEndHandedOn(
  connection: Connection,
  personId: string,
  role: Role,
  endedAt: Date,
): Promise<Date | null> {
  const result = await sql<{ endsAt: Date | null }>`
    select role_grant.ends_at as "endsAt" from role_grant
    where role_grant.person_id = ${personId} and role_grant.role = ${role} and role_grant.ended_at = ${endedAt}
    order by role_grant.ends_at desc nulls first limit 1`.execute(connection);
  return result.rows[0]?.endsAt ?? null;
}

/** Sets or takes away the moment from which a grant is not held any more. */
export async function updateGrantEnd(connection: Connection, grantId: string, endsAt: Date | null): Promise<void> {
  await connection.updateTable('role_grant').set({ ends_at: endsAt }).where('role_grant_id', '=', grantId).execute();
}

/**
 * The grants of administrators that end on no day, of people who can sign in; held until the transaction ends, so that of two who
 * leave at once the second sees that the first has gone.
 */
export async function lockLastingAdministrators(connection: Connection): Promise<string[]> {
  const result = await sql<{ grantId: string }>`
    select role_grant.role_grant_id as "grantId"
    from role_grant join person on person.id = role_grant.person_id
    where role_grant.role = 'administrator' and role_grant.ended_at is null and role_grant.ends_at is null
      and case when person.is_persona
        then exists (select from database_mode where database_mode.mode = 'demonstration')
        else exists (select from credential where credential.person_id = person.id)
      end
    order by role_grant.role_grant_id
    for update of role_grant`.execute(connection);
  return result.rows.map(({ grantId }) => grantId);
}
