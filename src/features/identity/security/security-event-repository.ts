import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { readWindow } from '../../../platform/database/statements/read-page.ts';
import type { ListWindow } from '../../../platform/page.ts';
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
export function listSecurityEvents(
  connection: Connection,
  { kind, olderThan, limit }: EventsWanted,
): Promise<ListWindow<RecordedEvent>> {
  return readWindow<RecordedEvent>(
    connection,
    {
      columns: sql`security_event.event_id as "eventId", security_event.at, security_event.kind, security_event.account,
        security_event.person_id as "personId", person.name as "personName",
        security_event.network_address as "networkAddress", security_event.place`,
      from: sql`security_event left join person on person.id = security_event.person_id`,
      where: kind === null ? sql`true` : sql`security_event.kind = ${kind}`,
      order: [sql`security_event.event_id`],
      isDescending: true,
      keyOf: ({ eventId }) => [eventId],
    },
    olderThan === null ? null : { side: 'after', key: [olderThan] },
    limit,
  );
}
