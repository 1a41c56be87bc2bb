import type { Role, ScopeKind } from '../identity/index.ts';
import type { MembershipRole } from '../programme/index.ts';
import type { VersionState } from '../roadmap/index.ts';

/* Single facts, as a situation holds them and a plan changes them. */

export interface SituationMembership {
  readonly areaId: string;
  readonly organisationId: string;
  readonly role: MembershipRole;
  /** First day; null where that is not recorded. */
  readonly from: string | null;
  /** First day after, where an end lies ahead: of an organisation that is known to end, say. */
  readonly to: string | null;
}

/** One area in another: a footprint in an STP or region, or a part of a footprint in the whole. */
export interface SituationLink {
  readonly childAreaId: string;
  readonly parentAreaId: string;
  readonly parentKind: string;
  readonly relation: 'within' | 'spans';
  readonly from: string | null;
  readonly to: string | null;
}

export interface SituationVersion {
  readonly versionId: string;
  readonly number: number;
  readonly state: VersionState;
  /** Null while it is a draft. */
  readonly digest: string | null;
}

/** A decision that stands: made on the very document that is open for endorsement. */
export interface SituationEndorsement {
  readonly organisationName: string;
  readonly decision: string;
}

export interface SituationGrant {
  readonly personId: string;
  readonly personName: string;
  readonly role: Role;
  readonly scopeKind: Extract<ScopeKind, 'footprint' | 'organisation'>;
  readonly scopeId: string;
}
