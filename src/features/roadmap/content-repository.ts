import type { Connection } from '../../platform/database/database.ts';
import type { Deployment, PartText, RoadmapContent, TrajectoryRow, UniversalPlan } from './roadmap.ts';

/** Everything written in a version; what was never written is not in it (`arrangeContent` gives it an empty place). */
export async function loadContent(connection: Connection, versionId: string): Promise<RoadmapContent> {
  const [parts, trajectory, universalPlans, deployments] = await Promise.all([
    listParts(connection, versionId),
    listTrajectory(connection, versionId),
    listUniversalPlans(connection, versionId),
    listDeployments(connection, versionId),
  ]);
  return { parts, trajectory, universalPlans, deployments };
}

async function listParts(connection: Connection, versionId: string): Promise<PartText[]> {
  return connection
    .selectFrom('roadmap_part')
    .select(['part_id as partId', 'body', 'local_heading as localHeading'])
    .where('version_id', '=', versionId)
    .execute();
}

async function listTrajectory(connection: Connection, versionId: string): Promise<TrajectoryRow[]> {
  const targets = await connection
    .selectFrom('trajectory_target')
    .select(['group_id as groupId', 'year_id as yearId', 'target', 'fall_reason as fallReason'])
    .where('version_id', '=', versionId)
    .orderBy('year_id')
    .execute();
  const rationales = await connection
    .selectFrom('trajectory_rationale')
    .select(['group_id as groupId', 'rationale'])
    .where('version_id', '=', versionId)
    .orderBy('group_id')
    .execute();
  return rationales.map(({ groupId, rationale }) => ({
    groupId,
    rationale,
    targets: targets
      .filter((row) => row.groupId === groupId)
      .map(({ yearId, target, fallReason }) => ({ yearId, target, fallReason })),
  }));
}

async function listUniversalPlans(connection: Connection, versionId: string): Promise<UniversalPlan[]> {
  type TextById = Readonly<Record<string, string>>;
  const rows = await connection
    .selectFrom('universal_plan')
    .selectAll()
    .where('version_id', '=', versionId)
    .$castTo<{
      capability_id: string;
      baseline: string;
      solution: UniversalPlan['solution'];
      local_solution: string;
      evidence: string;
      ambitions: TextById;
      activities: TextById;
    }>()
    .execute();
  return rows.map((row) => ({
    capabilityId: row.capability_id,
    baseline: row.baseline,
    ambitions: Object.entries(row.ambitions).map(([yearId, text]) => ({ yearId, text })),
    solution: row.solution,
    localSolution: row.local_solution,
    activities: Object.entries(row.activities).map(([quarterId, text]) => ({ quarterId, text })),
    evidence: row.evidence,
  }));
}

async function listDeployments(connection: Connection, versionId: string): Promise<Deployment[]> {
  return connection
    .selectFrom('deployment')
    .select([
      'deployment_id as id',
      'group_id as groupId',
      'title',
      'organisation_ids as organisationIds',
      'year_id as yearId',
      'status',
      'owner',
      'supplier',
      'cost_pounds as costPounds',
      'funding_source as fundingSource',
      'funding_state as fundingState',
      'supports',
    ])
    .where('version_id', '=', versionId)
    .orderBy('year_id')
    .orderBy('title')
    .orderBy('deployment_id')
    .$castTo<Deployment>()
    .execute();
}

export async function writePart(transaction: Connection, versionId: string, part: PartText): Promise<void> {
  const row = { body: part.body, local_heading: part.localHeading };
  await transaction
    .insertInto('roadmap_part')
    .values({ version_id: versionId, part_id: part.partId, ...row })
    .onConflict((conflict) => conflict.columns(['version_id', 'part_id']).doUpdateSet(row))
    .execute();
}

/** Replaces the whole table of targets. */
export async function writeTrajectory(
  transaction: Connection,
  versionId: string,
  rows: readonly TrajectoryRow[],
): Promise<void> {
  await transaction.deleteFrom('trajectory_target').where('version_id', '=', versionId).execute();
  await transaction.deleteFrom('trajectory_rationale').where('version_id', '=', versionId).execute();
  const rationales = rows.map(({ groupId, rationale }) => ({ version_id: versionId, group_id: groupId, rationale }));
  const targets = rows.flatMap((row) =>
    row.targets.map(({ yearId, target, fallReason }) => {
      return { version_id: versionId, group_id: row.groupId, year_id: yearId, target, fall_reason: fallReason };
    }),
  );
  if (rationales.length > 0) {
    await transaction.insertInto('trajectory_rationale').values(rationales).execute();
  }
  if (targets.length > 0) {
    await transaction.insertInto('trajectory_target').values(targets).execute();
  }
}

export async function writeUniversalPlan(
  transaction: Connection,
  versionId: string,
  plan: UniversalPlan,
): Promise<void> {
  const row = {
    baseline: plan.baseline,
    solution: plan.solution,
    local_solution: plan.localSolution,
    evidence: plan.evidence,
    ambitions: JSON.stringify(Object.fromEntries(plan.ambitions.map(({ yearId, text }) => [yearId, text]))),
    activities: JSON.stringify(Object.fromEntries(plan.activities.map(({ quarterId, text }) => [quarterId, text]))),
  };
  await transaction
    .insertInto('universal_plan')
    .values({ version_id: versionId, capability_id: plan.capabilityId, ...row })
    .onConflict((conflict) => conflict.columns(['version_id', 'capability_id']).doUpdateSet(row))
    .execute();
}

export async function writeDeployment(
  transaction: Connection,
  versionId: string,
  deployment: Deployment,
): Promise<void> {
  const row = {
    group_id: deployment.groupId,
    title: deployment.title,
    organisation_ids: [...deployment.organisationIds],
    year_id: deployment.yearId,
    status: deployment.status,
    owner: deployment.owner,
    supplier: deployment.supplier,
    cost_pounds: deployment.costPounds,
    funding_source: deployment.fundingSource,
    funding_state: deployment.fundingState,
    supports: [...deployment.supports],
  };
  await transaction
    .insertInto('deployment')
    .values({ version_id: versionId, deployment_id: deployment.id, ...row })
    .onConflict((conflict) => conflict.columns(['version_id', 'deployment_id']).doUpdateSet(row))
    .execute();
}

export async function deleteDeployment(
  transaction: Connection,
  versionId: string,
  deploymentId: string,
): Promise<void> {
  await transaction
    .deleteFrom('deployment')
    .where('version_id', '=', versionId)
    .where('deployment_id', '=', deploymentId)
    .execute();
}
