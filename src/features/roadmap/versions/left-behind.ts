import type { RoadmapVersionRow } from './version-repository.ts';

/**
 * Whether a draft was left behind: the roadmap of another planning round has been begun since, so nobody can write in this one.
 *
 * @param versions all of the footprint, newest first
 */
export function isLeftBehind(
  { versionId, state }: Pick<RoadmapVersionRow, 'versionId' | 'state'>,
  versions: readonly Pick<RoadmapVersionRow, 'versionId'>[],
): boolean {
  return state === 'draft' && versions[0]?.versionId !== versionId;
}
