import type { Instrument } from '../programme/index.ts';
import { type Distribution, type StoredScore, spreadShown, withheldSections } from '../scoring/index.ts';

/** A score of one organisation, with how many answers it rests on. */
export type PeerScore = Pick<StoredScore, 'level' | 'key' | 'score' | 'answered'>;

/** How the scores of others spread, by `partKey`; null where fewer than make a group have one. */
export type PeerSpreads = ReadonlyMap<string, Distribution | null>;

export function partKey({ level, key }: Pick<PeerScore, 'level' | 'key'>): string {
  return `${level} ${key}`;
}

/**
 * The scores of one that everybody may read. Only these are counted among others: whoever can choose the group could otherwise reckon from two
 * groups that differ by one organisation what is withheld of that one.
 */
export function scoresForEverybody(instrument: Pick<Instrument, 'themes'>, scores: readonly PeerScore[]): PeerScore[] {
  const withheld = withheldSections(instrument, scores);
  return scores.filter(({ level, key }) => level !== 'section' || !withheld.has(key));
}

/** The spread of each part over organisations in any order; one without a score counts for nothing there. */
export function peerSpreads(peers: readonly { readonly scores: readonly PeerScore[] }[]): PeerSpreads {
  const parts = Map.groupBy(
    peers.flatMap(({ scores }) => scores),
    partKey,
  );
  return new Map([...parts].map(([part, scores]) => [part, spreadShown(scores.flatMap(({ score }) => score ?? []))]));
}
