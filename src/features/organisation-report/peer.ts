import type { PeerScore } from './peer-spreads.ts';
import type { KnownFacts } from './similarity.ts';

/** What one organisation has submitted in a round, as far as everybody may read it. */
export interface Peer {
  readonly organisationId: string;
  readonly name: string;
  readonly facts: KnownFacts;
  readonly scores: readonly PeerScore[];
}

/** Everybody's results of a round. */
export interface Peers {
  readonly peers: readonly Peer[];
  /** What regions are called, by code. */
  readonly regions: ReadonlyMap<string, string>;
}
