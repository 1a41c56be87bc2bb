import type { MembershipRole, ProgrammePack } from '../programme/index.ts';
import type { VersionState } from './version-state.ts';

/** The parts of a programme pack that say what a roadmap holds. */
export type RoadmapPack = Pick<ProgrammePack, 'capabilityGroups' | 'universalCapabilities' | 'roadmapTemplate'>;

/** An organisation of the footprint, in the role it has at the date of the roadmap. */
export interface RoadmapMember {
  readonly organisationId: string;
  /** The ODS code, or the service's own where there is none. */
  readonly code: string;
  readonly name: string;
  readonly role: MembershipRole;
}

/** What the members wrote for one part of the template. */
export interface PartText {
  readonly partId: string;
  readonly body: string;
  /** What the footprint calls this part, when it does not use the template's title; empty when it does. */
  readonly localHeading: string;
}

export interface TrajectoryTarget {
  readonly yearId: string;
  /** 0-100; null while none is stated. */
  readonly target: number | null;
  /** Why the target is lower than the one before it; empty when it is not. */
  readonly fallReason: string;
}

export interface TrajectoryRow {
  readonly groupId: string;
  readonly targets: readonly TrajectoryTarget[];
  readonly rationale: string;
}

/** Either the national service is used, or something local that meets the same aim. */
export type Solution = 'national' | 'local';

export const solutions: readonly Solution[] = ['national', 'local'];

export interface UniversalPlan {
  readonly capabilityId: string;
  readonly baseline: string;
  readonly ambitions: readonly { readonly yearId: string; readonly text: string }[];
  readonly solution: Solution | null;
  /** What is used in place of the national service. */
  readonly localSolution: string;
  readonly activities: readonly { readonly quarterId: string; readonly text: string }[];
  /** How progress will be shown: the measure, its source and how often. */
  readonly evidence: string;
}

export const deploymentStatuses = ['planned', 'under-way', 'live', 'stopped'] as const;

export type DeploymentStatus = (typeof deploymentStatuses)[number];

export const fundingStates = ['secured', 'bid', 'gap'] as const;

export type FundingState = (typeof fundingStates)[number];

export interface Deployment {
  readonly id: string;
  readonly groupId: string;
  readonly title: string;
  /** Empty means the whole footprint. */
  readonly organisationIds: readonly string[];
  /** The financial year in which it is live. */
  readonly yearId: string;
  readonly status: DeploymentStatus;
  readonly owner: string;
  readonly supplier: string;
  /** Whole pounds, capital and revenue together; null when not known. Nought is a known cost. */
  readonly costPounds: number | null;
  readonly fundingSource: string;
  readonly fundingState: FundingState | null;
  /** Universal capabilities it helps to deliver. */
  readonly supports: readonly string[];
}

/** What the members write in one version of their roadmap. */
export interface RoadmapContent {
  readonly parts: readonly PartText[];
  readonly trajectory: readonly TrajectoryRow[];
  readonly universalPlans: readonly UniversalPlan[];
  readonly deployments: readonly Deployment[];
}

/** What the service keeps about a version; nobody types it, because numbers and dates kept by hand go wrong. */
export interface ControlBlock {
  readonly number: number;
  readonly state: VersionState;
  readonly illustrative: boolean;
  readonly summaryOfChanges: string;
  /** Everyone who saved something in the version, in order of name. */
  readonly authors: readonly string[];
  readonly createdAt: Date;
  readonly frozenAt: Date | null;
  /** Null while the version is a draft. */
  readonly digest: string | null;
  readonly submittedAt: Date | null;
  readonly publishedAt: Date | null;
}

export interface RoadmapVersion {
  readonly control: ControlBlock;
  readonly content: RoadmapContent;
}
