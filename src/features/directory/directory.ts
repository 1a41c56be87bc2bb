/** Who says so, shown beside every fact. */
export interface SourceRef {
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
}

export type Standing = 'official' | 'stated' | 'inferred';

export type MembershipRole = 'lead' | 'core' | 'associate' | 'support';

export interface AreaRef {
  readonly areaId: string;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly slug: string;
}

export interface Area extends AreaRef {
  readonly standing: Standing;
  readonly note: string;
  readonly source: SourceRef;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** A footprint with the areas it lies in: more than one STP where it spans them. */
export interface Footprint extends Area {
  readonly stps: readonly AreaRef[];
  readonly regions: readonly AreaRef[];
}

export interface OrganisationRef {
  readonly organisationId: string;
  /** The ODS code, or a code beginning `LDR-` where there is none. */
  readonly code: string;
  readonly name: string;
  readonly typeId: string;
}

export interface Organisation extends OrganisationRef {
  readonly typeStanding: Standing;
  readonly town: string;
  readonly postcode: string;
  readonly standing: Standing;
  readonly source: SourceRef;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly stps: readonly AreaRef[];
  readonly regions: readonly AreaRef[];
}

/** An organisation's part in a footprint. */
export interface Member extends OrganisationRef {
  readonly role: MembershipRole;
  readonly listedAs: string;
  readonly standing: Standing;
  readonly source: SourceRef;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface MembershipOf {
  readonly footprint: AreaRef;
  readonly role: MembershipRole;
  readonly standing: Standing;
  readonly validFrom: string | null;
}

/** Whether a code is one the Organisation Data Service gave. */
export function isOdsCode(code: string): boolean {
  return !code.startsWith('LDR-');
}
