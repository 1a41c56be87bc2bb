import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { readPage } from '../../platform/database/statements/read-page.ts';
import type { Page, Slice } from '../../platform/page.ts';
import type { Held, KnownGrant, Role } from '../identity/index.ts';
import type { Reach } from './manage.ts';
import type { PersonEvent } from './person-history.ts';

export interface PersonToTell {
  readonly name: string;
  readonly email: string;
  readonly isPersona: boolean;
}

export async function getPersonToTell(connection: Connection, personId: string): Promise<PersonToTell> {
  return connection
    .selectFrom('person')
    .select(['name', 'email', 'is_persona as isPersona'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

/** Name of the organisation or area on a day; empty for the nation, and where there is none of this id. */
export async function findPlaceName(
  connection: Connection,
  { scopeKind, scopeId }: Pick<Held, 'scopeKind' | 'scopeId'>,
  day: string,
): Promise<string> {
  const onDay = scopeKind === 'organisation' ? sql`organisation_on` : sql`area_on`;
  const found = sql<{ name: string }>`select place.name from ${onDay}(${scopeId}, ${day}::date) as place`;
  const { rows } = await found.execute(connection);
  return rows[0]?.name ?? '';
}

/** A role that somebody holds, with what those who look after people want to know of them. */
export interface PersonRow extends KnownGrant {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly scopeName: string;
  readonly grantedAt: Date;
  readonly lastSeenAt: Date | null;
  /** False until the person has chosen a password. */
  readonly canSignIn: boolean;
  readonly hasSecondFactor: boolean;
  /** Of the demonstration: signs in by being chosen. */
  readonly isPersona: boolean;
}

export interface PeopleWanted {
  readonly reach: readonly Reach[];
  /** Part of a name or e-mail address; empty for all. */
  readonly words: string;
  readonly role: Role | null;
  readonly place: Pick<Held, 'scopeKind' | 'scopeId'> | null;
  /** The day by which places are named. */
  readonly day: string;
}

const columns = sql`
  role_grant.role_grant_id as "grantId", role_grant.person_id as "personId", role_grant.role,
  role_grant.scope_kind as "scopeKind", role_grant.scope_id as "scopeId", role_grant.granted_at as "grantedAt",
  role_grant.ends_at as "endsAt", person.name, person.email, person.job_title as "jobTitle",
  person.last_seen_at as "lastSeenAt",
  person.is_persona or exists (select from credential where credential.person_id = person.id) as "canSignIn",
  person.two_factor_enabled or exists (select from passkey where passkey.person_id = person.id) as "hasSecondFactor", person.is_persona as "isPersona"`;
const from = sql`role_grant_in_force as role_grant join person on person.id = role_grant.person_id`;

/** The roles in force that somebody may see, by the name of who holds them. */
export async function listPeople(connection: Connection, wanted: PeopleWanted, slice: Slice): Promise<Page<PersonRow>> {
  const page = await readPage<Unnamed>(
    connection,
    {
      columns,
      from,
      where: conditionsOf(wanted),
      order: [sql`lower(person.name)`, sql`role_grant.person_id`, sql`role_grant.role_grant_id::text`],
      keyOf: ({ name, personId, grantId }) => [name.toLowerCase(), personId, grantId],
    },
    slice,
  );
  return { ...page, rows: await withPlaceNames(connection, page.rows, wanted.day) };
}

type Unnamed = Omit<PersonRow, 'scopeName'>;

/** The names of places are looked up for the rows of one page, not for all that it is chosen from. */
async function withPlaceNames(connection: Connection, rows: readonly Unnamed[], day: string): Promise<PersonRow[]> {
  const kinds = rows.map(({ scopeKind }) => scopeKind);
  const ids = rows.map(({ scopeId }) => scopeId);
  const { rows: named } = await sql<{ name: string }>`
    select coalesce(organisation.name, area.name, '') as name
    from unnest(${kinds}::text[], ${ids}::text[]) with ordinality as place (kind, id, position)
    left join lateral organisation_on(place.id, ${day}::date) as organisation on place.kind = 'organisation'
    left join lateral area_on(place.id, ${day}::date) as area on place.kind in ('footprint', 'region')
    order by place.position`.execute(connection);
  return rows.map((row, index) => ({ ...row, scopeName: named[index]?.name ?? '' }));
}

function conditionsOf({ reach, words, role, place }: PeopleWanted): RawBuilder<unknown> {
  const conditions = [
    withinReach(reach, sql`role_grant.scope_kind, role_grant.scope_id`),
    ...(words === ''
      ? []
      : [sql`(strpos(lower(person.name), lower(${words})) > 0 or strpos(person.email, lower(${words})) > 0)`]),
    ...(role === null ? [] : [sql`role_grant.role = ${role}`]),
    ...(place === null
      ? []
      : [sql`(role_grant.scope_kind, role_grant.scope_id) = (${place.scopeKind}, ${place.scopeId})`]),
  ];
  return sql.join(conditions, sql` and `);
}

/** `place`: kind and id of the place that must be in reach. */
function withinReach(reach: readonly Reach[], place: RawBuilder<unknown>): RawBuilder<unknown> {
  if (reach.some(({ scopeKind }) => scopeKind === 'nation')) {
    return sql`true`;
  }
  const kinds = reach.map(({ scopeKind }) => scopeKind);
  const ids = reach.map(({ scopeId }) => scopeId);
  return sql`(${place}) in (
    select kind, id from unnest(${kinds}::text[], ${ids}::text[]) as seen (kind, id))`;
}

/** What happened to somebody’s access, newest first: all of it that has to do with a place in reach, or with none. */
export function listPersonEvents(
  connection: Connection,
  { personId, reach, day }: { readonly personId: string } & Pick<PeopleWanted, 'reach' | 'day'>,
  slice: Slice,
): Promise<Page<PersonEvent>> {
  const [kind, id] = [sql`audit_event.detail ->> 'scopeKind'`, sql`audit_event.detail ->> 'scopeId'`];
  return readPage<PersonEvent>(
    connection,
    {
      columns: sql`audit_event.sequence, audit_event.at, audit_event.action, doer.name as "doneBy",
        audit_event.on_behalf_of as "onBehalfOf", audit_event.detail,
        coalesce(organisation.name, area.name, '') as "placeName"`,
      from: sql`audit_event
        left join person as doer on doer.id = audit_event.person_id
        left join lateral organisation_on(${id}, ${day}::date) as organisation on ${kind} = 'organisation'
        left join lateral area_on(${id}, ${day}::date) as area on ${kind} in ('footprint', 'region')`,
      where: sql`audit_event.chain = ${`person:${personId}`}
        and (${kind} is null or ${withinReach(reach, sql`${kind}, ${id}`)})`,
      order: [sql`audit_event.sequence`],
      isDescending: true,
      keyOf: ({ sequence }) => [String(sequence)],
    },
    slice,
  );
}

/** One role in force, with the name that its place had on a day; null where there is none of this id. */
export async function findPersonRow(connection: Connection, grantId: string, day: string): Promise<PersonRow | null> {
  const { rows } = await sql<Unnamed>`
    select ${columns} from ${from} where role_grant.role_grant_id = ${grantId}`.execute(connection);
  const [row] = await withPlaceNames(connection, rows, day);
  return row ?? null;
}

/** The id of a role in force that somebody holds somewhere; null where they do not. */
export async function findGrantOf(connection: Connection, personId: string, held: Held): Promise<string | null> {
  const grant = await connection
    .selectFrom('role_grant_in_force')
    .select('role_grant_id')
    .where('person_id', '=', personId)
    .where('role', '=', held.role)
    .where('scope_kind', '=', held.scopeKind)
    .where('scope_id', '=', held.scopeId)
    .executeTakeFirst();
  return grant?.role_grant_id ?? null;
}
