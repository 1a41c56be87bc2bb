import type { VersionState } from './version-state.ts';

interface Numbered {
  readonly versionId: string;
  readonly roundId: string;
  readonly state: VersionState;
}

/**
 * What a footprint wrote before the version that it works on, and that no later version stands for: of each round the newest written one,
 * unless it is superseded. Every round begins with an empty roadmap, so the newest alone may say nothing.
 *
 * @param versions of one footprint, the newest first
 * @param written ids of those in which anything was written
 */
export function versionsBeside<Version extends Numbered>(
  versions: readonly Version[],
  written: ReadonlySet<string>,
): Version[] {
  const standing = versions.filter(({ versionId, state }) => written.has(versionId) && state !== 'superseded');
  const newest = [...Map.groupBy(standing, ({ roundId }) => roundId).values()].flatMap(([first]) => first ?? []);
  return newest.filter((version) => version !== versions[0]);
}
