import type { ReleaseDetails } from '../../directory-import/index.ts';

export type ReleaseState =
  | { readonly kind: 'shown' }
  | { readonly kind: 'replaced'; readonly by: number; readonly on: string }
  | { readonly kind: 'withdrawn'; readonly on: string; readonly reason: string };

interface Version extends Pick<ReleaseDetails, 'series' | 'version' | 'publishedOn'> {
  readonly withdrawn: { readonly on: string; readonly reason: string } | null;
}

/** What has become of each release: pages show the newest version if it was not withdrawn, and each earlier one for its own days. */
export function withStates<Release extends Version>(
  releases: readonly Release[],
): (Release & { readonly state: ReleaseState })[] {
  return releases.map((release) => {
    const later = releases
      .filter(({ series, version }) => series === release.series && version > release.version)
      .toSorted((one, other) => one.version - other.version);
    const [next] = later;
    return { ...release, state: stateOf(release, next) };
  });
}

function stateOf({ withdrawn }: Version, next: Version | undefined): ReleaseState {
  if (withdrawn !== null) {
    return { kind: 'withdrawn', ...withdrawn };
  }
  return next === undefined ? { kind: 'shown' } : { kind: 'replaced', by: next.version, on: next.publishedOn };
}
