import fc from 'fast-check';
import type { ChainHead, StoredEvent } from '../audit-discrepancy.ts';
import { type AuditEntry, auditHash, startOfChain } from '../audit-trail.ts';
import type { TrailItem } from '../verify-trail.ts';

export interface WholeChain {
  readonly chain: string;
  readonly events: readonly StoredEvent[];
  readonly head: ChainHead;
}

/** The entries as a chain, each event following from the one before it. */
export function chainOf(entries: readonly AuditEntry[]): WholeChain {
  const events: StoredEvent[] = [];
  for (const entry of entries) {
    events.push(following(events.at(-1), entry));
  }
  const { chain = '', sequence = 0, hash = startOfChain } = events.at(-1) ?? {};
  return { chain, events, head: { sequence, hash } };
}

/** The event that follows from another, or the first of a chain, with the hash that belongs to it. */
export function following(previous: StoredEvent | undefined, entry: AuditEntry): StoredEvent {
  const { sequence = 0, hash: previousHash = startOfChain } = previous ?? {};
  return { ...entry, sequence: sequence + 1, previousHash, hash: auditHash(entry, sequence + 1, previousHash) };
}

export function itemsOf({ chain, events, head }: WholeChain): TrailItem[] {
  return [...events.map((event) => ({ kind: 'event' as const, event })), { kind: 'head', chain, head }];
}

/** Whatever JSON can hold, as `detail` does: numbers of every size, text in every script, keys in any order. */
export const anyDetail = fc.dictionary(
  fc.string({ unit: 'grapheme' }),
  fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 2 }),
  { maxKeys: 4 },
);

const plainDetail = fc.record({ step: fc.nat() });

export function anyEntry(chain: string, detail: fc.Arbitrary<AuditEntry['detail']> = plainDetail) {
  return fc.record<AuditEntry>({
    chain: fc.constant(chain),
    action: fc.string({ minLength: 1, maxLength: 5 }),
    personId: fc.option(fc.string({ maxLength: 5 })),
    onBehalfOf: fc.string({ maxLength: 5 }),
    at: fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
    detail,
  });
}

/** A chain of a few events that is as it should be. */
export const anyChain = (minLength = 1, chain = 'thing:1') =>
  fc.array(anyEntry(chain), { minLength, maxLength: 9 }).map(chainOf);
