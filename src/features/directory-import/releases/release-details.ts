import type { Standing } from '../../programme/index.ts';

/** What somebody else published: it is kept as it was published, and nothing in it is worked out here. */
export interface ReleaseDetails {
  /** What all versions of the same publication have in common, e.g. `dma-2024-2025`. */
  readonly series: string;
  /** Counts from 1. A later one takes the place of an earlier one, which stays readable. */
  readonly version: number;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly url: string | null;
  readonly licence: string;
  readonly standing: Standing;
  readonly note: string;
}

/** A release on record. */
export interface StoredRelease {
  readonly version: number;
  readonly publishedOn: string;
  /** SHA-256 of all that is said in it. */
  readonly digest: string;
  readonly recordedAt: Date;
}

export type ReleasePlace =
  /** `supersedes`: the version whose place it takes; null for the first of its series, and for one that an even later one has followed. */
  | { readonly kind: 'new'; readonly supersedes: number | null }
  | { readonly kind: 'known'; readonly recordedAt: Date }
  /** Another content is on record under this version: what was published does not change. */
  | { readonly kind: 'differs'; readonly recordedAt: Date }
  /** A lower version would have been published after a higher one. */
  | { readonly kind: 'out-of-order'; readonly other: StoredRelease };

/** How a release stands to the others of its series, the earliest version first. */
export function placeOfRelease(
  others: readonly StoredRelease[],
  { version, publishedOn }: Pick<ReleaseDetails, 'version' | 'publishedOn'>,
  digest: string,
): ReleasePlace {
  const same = others.find((each) => each.version === version);
  if (same !== undefined) {
    return { kind: same.digest === digest ? 'known' : 'differs', recordedAt: same.recordedAt };
  }
  const other = others.find((each) =>
    each.version < version ? each.publishedOn > publishedOn : each.publishedOn < publishedOn,
  );
  if (other !== undefined) {
    return { kind: 'out-of-order', other };
  }
  const newest = others.at(-1)?.version ?? null;
  return { kind: 'new', supersedes: newest !== null && newest < version ? newest : null };
}
