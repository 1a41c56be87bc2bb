import type { RoadmapPart } from '../../../programme/index.ts';
import type { RoadmapPack } from '../../roadmap.ts';
import { type FreezeFacts, type SectionKind, visibilityOfTable } from '../content-kind.ts';
import { type DocumentTrajectoryRow, type TrajectoryRow, trajectoryReader } from './trajectory.ts';

const title = 'Capability trajectory';

export const trajectoryStandsIn = ({ kind }: RoadmapPart) => kind === 'capabilities';

/** The targets with the baseline they start from. */
export const trajectorySection = {
  ...trajectoryReader,
  plan: (pack: RoadmapPack) => [
    { id: 'trajectory', title, visibility: visibilityOfTable(pack, trajectoryStandsIn, 'public') },
  ],
  hold: (rows: readonly TrajectoryRow[], facts: FreezeFacts) => [
    { id: 'trajectory', content: { rows: rows.map((row) => withBaseline(row, facts)) } },
  ],
} satisfies SectionKind<readonly TrajectoryRow[]>;

function withBaseline(row: TrajectoryRow, { baselines, codeOf }: FreezeFacts): DocumentTrajectoryRow {
  const found = baselines.find(({ groupId }) => groupId === row.groupId);
  if (found === undefined) {
    throw new RangeError(`No baseline was given for the capability group "${row.groupId}"`);
  }
  const { mean, n, included, missing } = found;
  const baseline = { mean, n, included: included.map(codeOf).sort(), missing: missing.map(codeOf).sort() };
  return { ...row, baseline };
}
