import type { AppContext } from '../context.ts';
import type { FootprintStage as PublicStage } from '../features/directory/index.ts';
import { listWorkingFootprints } from '../features/directory/index.ts';
import { listPublications } from '../features/publication/index.ts';
import { type FootprintStage, footprintStage, listVersionStates } from '../features/roadmap/index.ts';

/** The stages of the working pages in the fewer words of the public ones. */
const publicStage: Readonly<Record<FootprintStage, PublicStage['stage']>> = {
  'not-recorded': 'not-started',
  forming: 'not-started',
  assessing: 'not-started',
  drafting: 'in-preparation',
  endorsement: 'being-agreed',
  submitted: 'under-review',
  'under-review': 'under-review',
  'changes-requested': 'under-review',
  cleared: 'under-review',
  published: 'published',
};

/** How far the roadmap of every footprint has come, by area id: of those of the position day and those that begin later. */
export async function readFootprintStages({ database, pack }: AppContext): Promise<ReadonlyMap<string, PublicStage>> {
  const [footprints, versions, publications] = await Promise.all([
    listWorkingFootprints(database, pack.positionOn),
    listVersionStates(database),
    listPublications(database),
  ]);
  const versionOf = new Map(versions.map((version) => [version.footprintId, version]));
  const publishedOf = new Map(publications.filter(({ isLatest }) => isLatest).map((row) => [row.footprintId, row]));
  return new Map(
    footprints.map(({ areaId }) => {
      const latestVersion = versionOf.get(areaId) ?? null;
      const { stage, reason } = footprintStage({
        isForming: false,
        assessedMemberCount: 0,
        startedCount: 0,
        submittedCount: 0,
        latestVersion,
        publishedVersion: publishedOf.get(areaId)?.versionNumber ?? null,
      });
      return [areaId, { stage: publicStage[stage], reason, illustrative: latestVersion?.illustrative ?? false }];
    }),
  );
}
