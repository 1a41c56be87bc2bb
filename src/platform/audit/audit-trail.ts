import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import type { Connection } from '../database/database.ts';

export interface AuditEntry {
  /** The chain the event belongs to, usually the kind and id of the thing it happened to. */
  readonly chain: string;
  readonly action: string;
  readonly personId: string | null;
  /** For whom the person acted, in words: an organisation, a footprint, a region, the national team. */
  readonly onBehalfOf: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

const START_OF_CHAIN = '0'.repeat(64);

/**
 * Adds an event to its chain, inside the caller's transaction. Each event's hash covers the one before it, so that a changed or
 * missing event shows; the chain's row is locked until the transaction ends, which puts events of one subject in order.
 */
export async function appendAuditEvent(connection: Connection, entry: AuditEntry): Promise<void> {
  const head = await sql<{ sequence: number; hash: string }>`
    insert into audit_chain (chain, sequence, hash) values (${entry.chain}, 0, ${START_OF_CHAIN})
    on conflict (chain) do update set chain = excluded.chain
    returning sequence, hash`.execute(connection);
  const previous = head.rows[0];
  if (previous === undefined) {
    throw new Error(`The audit chain ${entry.chain} could not be locked`);
  }
  const sequence = Number(previous.sequence) + 1;
  const hash = auditHash(entry, sequence, previous.hash);
  await sql`
    with event as (
      insert into audit_event (chain, sequence, at, person_id, on_behalf_of, action, detail, previous_hash, hash)
      values (${entry.chain}, ${sequence}, ${entry.at}, ${entry.personId}, ${entry.onBehalfOf}, ${entry.action},
              ${JSON.stringify(entry.detail)}::jsonb, ${previous.hash}, ${hash})
    )
    update audit_chain set sequence = ${sequence}, hash = ${hash} where chain = ${entry.chain}`.execute(connection);
}

/** The hash of one event: SHA-256 of its canonical JSON (RFC 8785), the hash before it included. */
export function auditHash(entry: AuditEntry, sequence: number, previousHash: string): string {
  const text = canonicalize({ ...entry, at: entry.at.toISOString(), sequence, previousHash });
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}
