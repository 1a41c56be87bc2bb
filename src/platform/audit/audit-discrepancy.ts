import type { AuditEntry } from './audit-trail.ts';

/** An event as it is kept. */
export interface StoredEvent extends AuditEntry {
  /** Its place in the chain, counted from 1. */
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The end of a chain, as its row says: the place and hash of its last event. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * What is wrong at some places of a chain. `head`: the last event and the row that names the end do not agree, so one of the two
 * was changed or the row was removed. `cut-off`: a checkpoint names events that are no more.
 */
export type DiscrepancyKind = 'changed' | 'removed' | 'inserted' | 'reordered' | 'head' | 'cut-off';

export interface Discrepancy {
  readonly kind: DiscrepancyKind;
  readonly chain: string;
  /** Places, both included. */
  readonly first: number;
  readonly last: number;
}

export function placeOf(chain: string, sequence: number): Pick<Discrepancy, 'chain' | 'first' | 'last'> {
  return { chain, first: sequence, last: sequence };
}
