import type { Connection } from '../../platform/database/database.ts';
import type { Deployment, PartText, RoadmapContent, TrajectoryRow, UniversalPlan } from './roadmap.ts';
import { listLatestSaves } from './save-repository.ts';

/** Everything written in a version; what was never written is not in it (`arrangeContent` gives it an empty place). */
export async function loadContent(connection: Connection, versionId: string): Promise<RoadmapContent> {
  const saves = await listLatestSaves(connection, versionId);
  const contentOf = (kind: string) =>
    saves.flatMap(({ subject, content }) => (subject.split(':')[0] === kind && content !== null ? [content] : []));
  const deployments = contentOf('deployment') as Deployment[];
  return {
    parts: contentOf('part') as PartText[],
    trajectory: contentOf('trajectory').flat() as TrajectoryRow[],
    universalPlans: contentOf('universal-plan') as UniversalPlan[],
    deployments: deployments.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
  };
}

const placeOf = ({ yearId, title, id }: Deployment) => `${yearId}\n${title}\n${id}`;
