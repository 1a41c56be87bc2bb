import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { readPage } from '../../platform/database/statements/read-page.ts';
import { timeZone } from '../../platform/days.ts';
import type { Page } from '../../platform/page.ts';
import { type AuditCheck, checkDetail } from './audit-check.ts';
import type { AuditFilter, AuditQuery } from './audit-query.ts';

/** An event as the list shows it. */
export interface AuditLine {
  readonly chain: string;
  readonly sequence: number;
  /** Null where somebody has written a moment that is none into it, past the service. */
  readonly at: Date | null;
  /** Null where the service itself did it, or the account is gone. */
  readonly person: string | null;
  readonly onBehalfOf: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Some events, newest first. */
export function listAuditEvents(connection: Connection, query: AuditQuery, limit: number): Promise<Page<AuditLine>> {
  return readPage<AuditLine>(
    connection,
    {
      columns: sql`audit_event.chain, audit_event.sequence, person.name as person,
        case when isfinite(audit_event.at) then audit_event.at end as at,
        audit_event.on_behalf_of as "onBehalfOf", audit_event.action, audit_event.detail`,
      from: sql`audit_event left join person on person.id = audit_event.person_id`,
      where: conditionsOf(query.filter),
      order: [sql`audit_event.at`, sql`audit_event.chain`, sql`audit_event.sequence`],
      isDescending: true,
      keyOf: ({ at, chain, sequence }) => [at?.toISOString() ?? 'infinity', chain, String(sequence)],
    },
    { after: query.before, limit },
  );
}

function conditionsOf({ chain, person, day }: AuditFilter) {
  const isOfChain = sql`(audit_event.chain = ${chain} or split_part(audit_event.chain, ':', 1) = ${chain})`;
  const isBy = sql`(strpos(lower(person.name), lower(${person})) > 0 or strpos(lower(person.email), lower(${person})) > 0)`;
  const isOn = sql`audit_event.at >= ${day}::date::timestamp at time zone ${timeZone}
    and audit_event.at < (${day}::date + 1)::timestamp at time zone ${timeZone}`;
  const asked = [...(chain === '' ? [] : [isOfChain]), ...(person === '' ? [] : [isBy]), ...(day === '' ? [] : [isOn])];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
}

/** How much the trail holds by its heads, which are few beside the events. */
export async function countChains(
  connection: Connection,
): Promise<{ readonly chains: number; readonly events: number }> {
  const { rows } = await sql<{ chains: number; events: number }>`
    select count(*) as chains, coalesce(sum(audit_chain.sequence), 0)::bigint as events from audit_chain`.execute(
    connection,
  );
  return rows[0] ?? { chains: 0, events: 0 };
}

/** The newest check that was made on the page; null before the first. */
export async function findLastCheck(connection: Connection, chain: string): Promise<AuditCheck | null> {
  const { rows } = await sql<{ at: Date; person: string | null; detail: unknown }>`
    select audit_event.at, person.name as person, audit_event.detail
    from audit_event left join person on person.id = audit_event.person_id
    where audit_event.chain = ${chain} order by audit_event.sequence desc limit 1`.execute(connection);
  const [row] = rows;
  // What somebody put there past the service is no check.
  const found = checkDetail.safeParse(row?.detail).data;
  return row === undefined || found === undefined ? null : { ...found, at: row.at, person: row.person };
}
