import { type CheckResult, type Finding, finding } from '../../platform/check-result.ts';
import type { ProgrammePack, RoadmapPart } from '../programme/index.ts';
import { checkTrajectory } from './content/trajectory/check-trajectory.ts';
import type { GroupBaseline } from './content/trajectory/trajectory-baseline.ts';
import type { RoadmapContent, RoadmapMember, RoadmapPack, TrajectoryRow, UniversalPlan } from './roadmap.ts';

export interface FreezeCheckInput {
  readonly pack: RoadmapPack;
  readonly content: RoadmapContent;
  readonly members: readonly RoadmapMember[];
  readonly baselines: readonly GroupBaseline[];
}

/**
 * Whether a draft says enough to be put before its members. Blockers: a required part with nothing in it, a capability
 * group without all its targets, targets that break the rules of `checkTrajectory`, a deployment of an organisation that
 * is no longer a member. Warnings: a universal plan without evidence, a group whose target climbs with no deployment
 * behind it, members without an assessment.
 */
export function checkFreeze(input: FreezeCheckInput): CheckResult {
  return {
    blockers: [
      ...emptyParts(input),
      ...missingTargets(input),
      ...brokenTargets(input),
      ...emptyPlans(input),
      ...strangersInDeployments(input),
    ],
    warnings: [...plansWithoutEvidence(input), ...unsupportedClimbs(input), ...membersWithoutAssessment(input)],
  };
}

function emptyParts({ pack, content }: FreezeCheckInput): Finding[] {
  const bodyOf = (part: RoadmapPart) => content.parts.find(({ partId }) => partId === part.id)?.body.trim() ?? '';
  return pack.roadmapTemplate.parts
    .filter((part) => part.kind === 'narrative' && part.required && bodyOf(part) === '')
    .map((part) => finding('part-empty', part.id, `Write the part “${part.title}”: it is required and empty`));
}

function requires(pack: RoadmapPack, kind: RoadmapPart['kind']): boolean {
  return pack.roadmapTemplate.parts.some((part) => part.kind === kind && part.required);
}

function missingTargets({ pack, content }: FreezeCheckInput): Finding[] {
  if (!requires(pack, 'capabilities')) {
    return [];
  }
  return pack.capabilityGroups.flatMap((group) => {
    const row = content.trajectory.find(({ groupId }) => groupId === group.id);
    const missing = pack.roadmapTemplate.targetYears.filter(({ id }) => targetOf(row, id) === null);
    if (missing.length === 0) {
      return [];
    }
    const years = missing.map(({ label }) => label).join(', ');
    return finding('target-missing', group.id, `Set the targets for ${group.label}: none is stated for ${years}`);
  });
}

function targetOf(row: TrajectoryRow | undefined, yearId: string): number | null {
  return row?.targets.find((target) => target.yearId === yearId)?.target ?? null;
}

/** Targets were checked when they were saved, but the baseline may have moved since. */
function brokenTargets({ pack, content, baselines }: FreezeCheckInput): Finding[] {
  const frame = {
    capabilityGroups: pack.capabilityGroups,
    targetYears: pack.roadmapTemplate.targetYears,
    baselines,
  };
  return content.trajectory.flatMap((row) =>
    checkTrajectory([row], frame).map(({ message }) => finding('target-rule', row.groupId, message)),
  );
}

function emptyPlans({ pack, content }: FreezeCheckInput): Finding[] {
  if (!requires(pack, 'universal')) {
    return [];
  }
  return pack.universalCapabilities
    .filter(({ id }) => isEmptyPlan(content.universalPlans.find(({ capabilityId }) => capabilityId === id)))
    .map(({ id, title }) => finding('plan-empty', id, `Write the plan for universal capability ${id}, “${title}”`));
}

function isEmptyPlan(plan: UniversalPlan | undefined): boolean {
  if (plan === undefined) {
    return true;
  }
  const texts = [plan.baseline, ...plan.ambitions.map(({ text }) => text), ...plan.activities.map(({ text }) => text)];
  return texts.every((text) => text.trim() === '');
}

function strangersInDeployments({ content, members }: FreezeCheckInput): Finding[] {
  const isMember = (id: string) => members.some(({ organisationId }) => organisationId === id);
  return content.deployments
    .filter(({ organisationIds }) => !organisationIds.every(isMember))
    .map(({ id, title }) => {
      const message = `Choose the organisations of the deployment “${title}” again: one is no longer a member`;
      return finding('deployment-stranger', id, message);
    });
}

function plansWithoutEvidence({ pack, content }: FreezeCheckInput): Finding[] {
  return pack.universalCapabilities.flatMap(({ id, title }) => {
    const plan = content.universalPlans.find(({ capabilityId }) => capabilityId === id);
    // An empty plan is a finding of its own.
    if (plan === undefined || isEmptyPlan(plan) || plan.evidence.trim() !== '') {
      return [];
    }
    const message = `Say how progress on universal capability ${id}, “${title}”, will be shown: its plan has no evidence`;
    return finding('plan-without-evidence', id, message);
  });
}

function unsupportedClimbs({ pack, content, baselines }: FreezeCheckInput): Finding[] {
  return pack.capabilityGroups.flatMap(({ id, label }) => {
    const row = content.trajectory.find(({ groupId }) => groupId === id);
    const baseline = baselines.find(({ groupId }) => groupId === id)?.mean ?? null;
    const targets = pack.roadmapTemplate.targetYears.flatMap((year) => targetOf(row, year.id) ?? []);
    const supported = content.deployments.some(({ groupId, status }) => groupId === id && status !== 'stopped');
    if (supported || !climbs(baseline === null ? targets : [baseline, ...targets])) {
      return [];
    }
    const message = `The target for ${label} climbs, but no deployment in the schedule belongs to that group`;
    return finding('climb-without-deployment', id, message);
  });
}

function climbs(values: readonly number[]): boolean {
  return values.some((value, index) => index > 0 && value > Math.min(...values.slice(0, index)));
}

function membersWithoutAssessment({ baselines, members, pack }: FreezeCheckInput): Finding[] {
  const missingIn = (id: string) => baselines.filter(({ missing }) => missing.includes(id));
  const ids = [...new Set(baselines.flatMap(({ missing }) => missing))].sort();
  return ids.map((id) => {
    const name = members.find(({ organisationId }) => organisationId === id)?.name ?? id;
    const groups = missingIn(id).map((baseline) => labelOf(pack, baseline.groupId));
    const where = groups.length === baselines.length ? 'the baseline' : `the baseline of ${groups.join('; ')}`;
    const message = `${name} has no submitted score and is not counted in ${where}`;
    return finding('member-without-assessment', id, message);
  });
}

function labelOf(pack: Pick<ProgrammePack, 'capabilityGroups'>, groupId: string): string {
  return pack.capabilityGroups.find(({ id }) => id === groupId)?.label ?? groupId;
}
