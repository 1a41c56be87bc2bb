import type { MembershipRole, ProgrammePack } from '../programme/index.ts';
import type { VersionState } from './versions/version-state.ts';

/** The parts of a programme pack that say what a roadmap holds. */
export type RoadmapPack = Pick<
  ProgrammePack,
  'capabilityGroups' | 'digitalRoles' | 'informationFlows' | 'universalCapabilities' | 'roadmapTemplate'
>;

/** An organisation of the footprint, in the role it has at the date of the roadmap. */
export interface RoadmapMember {
  readonly organisationId: string;
  /** The ODS code, or the service's own where there is none. */
  readonly code: string;
  readonly name: string;
  readonly role: MembershipRole;
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
