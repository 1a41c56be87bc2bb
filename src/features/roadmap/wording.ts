import { formatNumber } from '../../views/format.ts';
import type { ProgrammePack } from '../programme/index.ts';
import type {
  Deployment,
  DeploymentStatus,
  FundingState,
  PartText,
  RoadmapMember,
  Solution,
  TrajectoryRow,
  UniversalPlan,
} from './roadmap.ts';

/** One field of something written, in words: what a person reads when two texts are held side by side. */
export interface Wording {
  readonly label: string;
  readonly text: string;
}

export interface WordingDifference {
  readonly label: string;
  readonly saved: string;
  readonly typed: string;
}

export const statusLabels: Readonly<Record<DeploymentStatus, string>> = {
  planned: 'Planned',
  'under-way': 'Under way',
  live: 'Live',
  stopped: 'Stopped',
};

export const fundingLabels: Readonly<Record<FundingState, string>> = {
  secured: 'Secured',
  bid: 'Bid for',
  gap: 'No funding yet',
};

export const solutionLabels: Readonly<Record<Solution, string>> = {
  national: 'The national service',
  local: 'A local solution that meets the same aims',
};

/** The fields in which two wordings of the same thing differ. */
export function wordingDifferences(saved: readonly Wording[], typed: readonly Wording[]): WordingDifference[] {
  const labels = [...new Set([...typed, ...saved].map(({ label }) => label))];
  const textOf = (wordings: readonly Wording[], label: string) =>
    wordings.find((one) => one.label === label)?.text ?? '';
  return labels
    .map((label) => ({ label, saved: textOf(saved, label), typed: textOf(typed, label) }))
    .filter((difference) => difference.saved !== difference.typed);
}

export function partWording({ localHeading, body }: PartText): Wording[] {
  return [
    { label: 'Local heading', text: localHeading },
    { label: 'Text', text: body },
  ];
}

type TrajectoryTerms = Pick<ProgrammePack, 'capabilityGroups' | 'roadmapTemplate'>;

export function trajectoryWording(rows: readonly TrajectoryRow[], pack: TrajectoryTerms): Wording[] {
  return pack.capabilityGroups.flatMap((group) => {
    const row = rows.find(({ groupId }) => groupId === group.id);
    const targets = pack.roadmapTemplate.targetYears.flatMap((year): Wording[] => {
      const stated = row?.targets.find(({ yearId }) => yearId === year.id);
      return [
        { label: `${group.label}, ${year.label}`, text: stated?.target == null ? '' : `${stated.target}` },
        { label: `${group.label}, ${year.label}: reason for a fall`, text: stated?.fallReason ?? '' },
      ];
    });
    return [...targets, { label: `${group.label}: why these targets`, text: row?.rationale ?? '' }];
  });
}

export function planWording(
  plan: UniversalPlan,
  { roadmapTemplate }: Pick<ProgrammePack, 'roadmapTemplate'>,
): Wording[] {
  const { ambitionYears, planQuarters } = roadmapTemplate;
  return [
    { label: 'Baseline', text: plan.baseline },
    ...ambitionYears.map(({ id, label }) => ({
      label: `Ambition, ${label}`,
      text: plan.ambitions.find(({ yearId }) => yearId === id)?.text ?? '',
    })),
    { label: 'Service', text: plan.solution === null ? '' : solutionLabels[plan.solution] },
    { label: 'Local solution', text: plan.localSolution },
    ...planQuarters.map(({ id, label }) => ({
      label: `Activities, ${label}`,
      text: plan.activities.find(({ quarterId }) => quarterId === id)?.text ?? '',
    })),
    { label: 'Evidence', text: plan.evidence },
  ];
}

type DeploymentTerms = Pick<ProgrammePack, 'capabilityGroups' | 'roadmapTemplate' | 'universalCapabilities'>;

export function deploymentWording(
  row: Deployment,
  pack: DeploymentTerms,
  members: readonly Pick<RoadmapMember, 'organisationId' | 'name'>[],
): Wording[] {
  const labelOf = (items: readonly { readonly id: string; readonly label: string }[], id: string) =>
    items.find((item) => item.id === id)?.label ?? id;
  const nameOf = (id: string) => members.find(({ organisationId }) => organisationId === id)?.name ?? id;
  return [
    { label: 'What is deployed', text: row.title },
    { label: 'Capability group', text: labelOf(pack.capabilityGroups, row.groupId) },
    { label: 'Organisations', text: organisationsInWords(row.organisationIds.map(nameOf)) },
    { label: 'Live in', text: labelOf(pack.roadmapTemplate.deploymentYears, row.yearId) },
    { label: 'How far it has come', text: statusLabels[row.status] },
    { label: 'Owner', text: row.owner },
    { label: 'Supplier', text: row.supplier },
    { label: 'Cost', text: costInWords(row.costPounds) },
    { label: 'Source of funding', text: row.fundingSource },
    { label: 'Funding', text: row.fundingState === null ? '' : fundingLabels[row.fundingState] },
    { label: 'Universal capabilities it supports', text: row.supports.join(', ') },
  ];
}

export function organisationsInWords(names: readonly string[]): string {
  return names.length === 0 ? 'The whole footprint' : names.join('; ');
}

/** Whole pounds, `Not known` where no cost is stated: nought is a known cost. */
export function costInWords(costPounds: number | null): string {
  return costPounds === null ? 'Not known' : `£${formatNumber(costPounds)}`;
}
