import type { Deployment, PartText, RoadmapContent, RoadmapPack, TrajectoryRow, UniversalPlan } from './roadmap.ts';

/** Something written under an id that the programme pack does not hold; freezing would have to leave it out in silence. */
export class UnknownContentError extends Error {
  override readonly name = 'UnknownContentError';
}

/**
 * The content in the order of the programme pack, with an empty place for whatever was not written. Two contents that
 * say the same come out the same, whatever order they were stored in. Throws `UnknownContentError` for words written
 * under an id the pack no longer holds.
 */
export function arrangeContent(content: RoadmapContent, pack: RoadmapPack): RoadmapContent {
  const { parts, targetYears, ambitionYears, planQuarters } = pack.roadmapTemplate;
  refuseUnknown('part', content.parts, 'partId', parts);
  refuseUnknown('capability group', content.trajectory, 'groupId', pack.capabilityGroups);
  refuseUnknown('universal capability', content.universalPlans, 'capabilityId', pack.universalCapabilities);
  refuseUnknown('capability group', content.deployments, 'groupId', pack.capabilityGroups);
  for (const row of content.trajectory) {
    refuseUnknown('target year', row.targets, 'yearId', targetYears);
  }
  for (const plan of content.universalPlans) {
    refuseUnknown('ambition year', plan.ambitions, 'yearId', ambitionYears);
    refuseUnknown('quarter', plan.activities, 'quarterId', planQuarters);
  }
  return {
    parts: parts.map(({ id }) => arrangePart(find(content.parts, 'partId', id), id)),
    trajectory: pack.capabilityGroups.map(({ id }) => arrangeRow(find(content.trajectory, 'groupId', id), id, pack)),
    universalPlans: pack.universalCapabilities.map(({ id }) =>
      arrangePlan(find(content.universalPlans, 'capabilityId', id), id, pack),
    ),
    deployments: content.deployments.map((row) => arrangeDeployment(row, pack)).sort((a, b) => compare(a.id, b.id)),
  };
}

/** Content in which nothing has been written yet. */
export function emptyContent(pack: RoadmapPack): RoadmapContent {
  return arrangeContent({ parts: [], trajectory: [], universalPlans: [], deployments: [] }, pack);
}

/** Orders text by code unit, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function arrangePart(part: PartText | undefined, partId: string): PartText {
  return { partId, body: part?.body ?? '', localHeading: part?.localHeading ?? '' };
}

function arrangeRow(row: TrajectoryRow | undefined, groupId: string, pack: RoadmapPack): TrajectoryRow {
  const targets = pack.roadmapTemplate.targetYears.map(({ id }) => {
    const stated = find(row?.targets ?? [], 'yearId', id);
    return { yearId: id, target: stated?.target ?? null, fallReason: stated?.fallReason ?? '' };
  });
  return { groupId, targets, rationale: row?.rationale ?? '' };
}

function arrangePlan(plan: UniversalPlan | undefined, capabilityId: string, pack: RoadmapPack): UniversalPlan {
  const { ambitionYears, planQuarters } = pack.roadmapTemplate;
  return {
    capabilityId,
    baseline: plan?.baseline ?? '',
    ambitions: ambitionYears.map(({ id }) => ({
      yearId: id,
      text: find(plan?.ambitions ?? [], 'yearId', id)?.text ?? '',
    })),
    solution: plan?.solution ?? null,
    localSolution: plan?.localSolution ?? '',
    activities: planQuarters.map(({ id }) => ({
      quarterId: id,
      text: find(plan?.activities ?? [], 'quarterId', id)?.text ?? '',
    })),
    evidence: plan?.evidence ?? '',
  };
}

function arrangeDeployment(row: Deployment, pack: RoadmapPack): Deployment {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
  refuseUnknown('deployment year', [row], 'yearId', pack.roadmapTemplate.deploymentYears);
  refuseUnknown('universal capability', named(row.supports), 'id', pack.universalCapabilities);
  return {
    id: row.id,
    groupId: row.groupId,
    title: row.title,
    organisationIds: [...new Set(row.organisationIds)].sort(),
    yearId: row.yearId,
    status: row.status,
    owner: row.owner,
    supplier: row.supplier,
    costPounds: row.costPounds,
    fundingSource: row.fundingSource,
    fundingState: row.fundingState,
    supports: [...new Set(row.supports)].sort(),
  };
}

function find<K extends string, T extends Readonly<Record<K, string>>>(items: readonly T[], key: K, id: string) {
  return items.find((item) => item[key] === id);
}

function refuseUnknown<K extends string, T extends Readonly<Record<K, string>>>(
  noun: string,
  items: readonly T[],
  key: K,
  known: readonly { readonly id: string }[],
): void {
  const stranger = items.find((item) => !known.some(({ id }) => id === item[key]));
  if (stranger !== undefined) {
    throw new UnknownContentError(`The programme has no ${noun} "${stranger[key]}"`);
  }
}
