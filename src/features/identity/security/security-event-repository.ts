import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { RecordedEvent, SecurityEvent, SecurityEventKind } from './security-event.ts';

export async function insertSecurityEvent(connection: Connection, event: SecurityEvent): Promise<void> {
  await connection
    .insertInto('security_event')
    .values({
      at: event.at,
      kind: event.kind,
      person_id: event.personId,
      account: event.account,
      network_address: event.networkAddress,
      place: event.place,
    })
    .execute();
}

export async function deleteSecurityEventsBefore(connection: Connection, before: Date): Promise<void> {
  await connection.deleteFrom('security_event').where('at', '<', before).execute();
}

export interface EventsWanted {
  /** Null for every kind. */
  readonly kind: SecurityEventKind | null;
  /** Only those older than this one; null from the newest. */
  readonly olderThan: string | null;
  readonly limit: number;
}

/** Newest first. */
export async function listSecurityEvents(connection: Connection, wanted: EventsWanted): Promise<RecordedEvent[]> {
  const { kind, olderThan, limit } = wanted;
  const result = await sql<RecordedEvent>`
    select security_event.event_id as "eventId", security_event.at, security_event.kind, security_event.account,
           security_event.person_id as "personId", person.name as "personName",
           security_event.network_address as "networkAddress", security_event.place
    from security_event left join person on person.id = security_event.person_id
    where (${kind}::text is null or security_event.kind = ${kind})
      and (${olderThan}::uuid is null or security_event.event_id < ${olderThan}::uuid)
    order by security_event.event_id desc limit ${limit}`.execute(connection);
  return result.rows;
}
