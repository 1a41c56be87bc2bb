import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { recordset } from '../../../platform/database/statements/recordset.ts';
import type { RegisterTransaction } from '../../register/index.ts';
import type { RecordedSuccession, ShippedSuccession, ShippedSuccessionPlan } from './plan-shipped-successions.ts';

/** The events of shipped facts, and all others of the same days; those that take something back are told with what they undo. */
export async function listRecordedSuccessions(
  connection: Connection,
  shipped: readonly ShippedSuccession[],
): Promise<RecordedSuccession[]> {
  const days = [...new Set(shipped.map(({ effectiveOn }) => effectiveOn))];
  const result = await sql<RecordedSuccession>`
    select event.succession_event_id as "eventId", event.subject, event.kind, event.effective_on::text as "effectiveOn",
           event.reason, event.source_id as "sourceId", event.standing, source.shipped as "isShipped",
           case when undoing.shipped then 'load' when undoing.source_id is not null then 'service' end as "undoneBy",
           (select jsonb_agg(jsonb_build_array(link.predecessor_id, link.successor_id))
            from succession_link as link where link.succession_event_id = event.succession_event_id) as links
    from succession_event as event join source on source.source_id = event.source_id
    left join succession_event as undo on undo.undoes = event.succession_event_id
    left join source as undoing on undoing.source_id = undo.source_id
    where event.kind <> 'undo' and (source.shipped or event.effective_on = any(${days}::date[]))`.execute(connection);
  return result.rows;
}

/** Records what is new, and takes back what is told no longer. */
export async function insertShippedSuccessions(
  connection: RegisterTransaction,
  { added, vanished }: ShippedSuccessionPlan,
  recordedAt: Date,
): Promise<void> {
  const undone = vanished.map(({ eventId, subject, effectiveOn, sourceId, standing }) => {
    const reason = 'The facts that come with the service do not say so any more';
    return { subject, kind: 'undo', effectiveOn, reason, sourceId, standing, undoes: eventId, links: [] };
  });
  await sql`
    with event as materialized (
      select uuidv7() as event_id, "row".* from ${recordset([...undone, ...added], columns)}
    ), recorded as (
      insert into succession_event
        (succession_event_id, subject, kind, effective_on, reason, source_id, standing, recorded_at, undoes)
      select event_id, subject, kind, "effectiveOn", reason, "sourceId", standing, ${recordedAt}, undoes from event
    )
    insert into succession_link (succession_event_id, predecessor_id, successor_id)
    select event.event_id, link ->> 0, link ->> 1
    from event cross join jsonb_array_elements(event.links) as link`.execute(connection);
}

const columns =
  'subject text, kind text, "effectiveOn" date, reason text, "sourceId" text, standing text, undoes uuid, links jsonb';
