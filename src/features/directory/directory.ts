import type { MembershipRole, Standing } from '../programme/index.ts';

/** The type of organisation that forms footprints: each is in one, or its footprint is not recorded. */
export const COMMISSIONER_TYPE = 'ccg';

/** The type of organisation that CCGs commission care of doctors from. */
export const PRACTICE_TYPE = 'gp-practice';

/** Who says so, shown beside every fact. */
export interface SourceRef {
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  /** True when it was made up to show the service. */
  readonly illustrative: boolean;
}

/** A source in full, as a page lists what it rests on. */
export interface Source extends SourceRef {
  readonly licence: string;
  /** A year, a month or a day (`2016`, `2016-10`, `2016-10-04`); null where the source says nothing. */
  readonly datedOn: string | null;
  readonly note: string;
}

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

/** People on the lists of the GP practices of a CCG, on a day. */
export interface RegisteredPatients {
  readonly value: number;
  readonly measuredOn: string;
  readonly sourceId: string;
}

/** What a source calls an organisation that is open; empty where none says. */
export interface CalledStatus {
  readonly status: '' | 'active' | 'dormant' | 'proposed';
}

export interface Organisation extends OrganisationRef, CalledStatus {
  readonly typeStanding: Standing;
  readonly town: string;
  readonly postcode: string;
  readonly standing: Standing;
  readonly note: string;
  /** The newest figure up to the day asked for; null for organisations without lists of patients. */
  readonly registeredPatients: RegisteredPatients | null;
  readonly source: SourceRef;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly stps: readonly AreaRef[];
  readonly regions: readonly AreaRef[];
}

/** An organisation's part in a footprint. */
export interface Member extends OrganisationRef, CalledStatus {
  readonly role: MembershipRole;
  /** The name the source uses; empty where the source does not name the organisation. */
  readonly listedAs: string;
  readonly standing: Standing;
  readonly note: string;
  readonly registeredPatients: RegisteredPatients | null;
  readonly source: SourceRef;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Whether a code is one the Organisation Data Service gave. */
export function isOdsCode(code: string): boolean {
  return !code.startsWith('LDR-');
}
