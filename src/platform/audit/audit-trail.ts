import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
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

/** What the first event of a chain has in place of the hash before it. */
export const startOfChain = '0'.repeat(64);

/**
 * Adds an event to its chain, inside the caller's transaction. Each event's hash covers the one before it, so that a changed or
 * missing event shows; the chain's row is held until the transaction ends, which puts events of one subject in order.
 * The hash is formed in the database, so that the whole costs one round trip; `auditHash` is the same rule for whoever verifies.
 */
export async function appendAuditEvent(connection: Connection, entry: AuditEntry): Promise<void> {
  await sql`with ${auditedBy(entry)}`.execute(connection);
}

/**
 * Ends a statement that writes rows, `with <parts>, ${auditedBy(entry)}`, so that what is done and the event that tells of it cost one
 * round trip between them.
 */
export function auditedBy(entry: AuditEntry): RawBuilder<unknown> {
  const text = entryText(entry);
  return sql`
    head as (
      insert into audit_chain (chain, sequence, hash)
      values (${entry.chain}, 1, encode(sha256(convert_to(${`${startOfChain}\n1\n`} || ${text}, 'UTF8')), 'hex'))
      on conflict (chain) do update set
        sequence = audit_chain.sequence + 1,
        hash = encode(sha256(convert_to(audit_chain.hash || chr(10) || (audit_chain.sequence + 1) || chr(10) || ${text}, 'UTF8')), 'hex')
      returning new.sequence, new.hash, coalesce(old.hash, ${startOfChain}) as previous_hash
    )
    insert into audit_event (chain, sequence, at, person_id, on_behalf_of, action, detail, previous_hash, hash)
    select ${entry.chain}, head.sequence, ${entry.at}, ${entry.personId}, ${entry.onBehalfOf}, ${entry.action},
           ${JSON.stringify(entry.detail)}::jsonb, head.previous_hash, head.hash
    from head`;
}

/** The hash of one event: SHA-256 over the hash before it, its place in the chain, and its canonical JSON (RFC 8785). */
export function auditHash(entry: AuditEntry, sequence: number, previousHash: string): string {
  return createHash('sha256')
    .update(`${previousHash}\n${sequence}\n${entryText(entry)}`)
    .digest('hex');
}

function entryText({ chain, action, personId, onBehalfOf, at, detail }: AuditEntry): string {
  return canonicalJson({ chain, action, personId, onBehalfOf, at: at.toISOString(), detail });
}
