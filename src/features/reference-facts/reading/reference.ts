import type { MembershipRole, Standing } from '../../programme/index.ts';

/**
 * Reference facts: who and what was there, when, and how we know. Plain values, no rules. Dates are ISO `YYYY-MM-DD`.
 */

/** Where a fact comes from and how far it may be trusted; `source` is the id of a `ReferenceSource`. */
export interface Provenance {
  readonly source: string;
  readonly standing: Standing;
  /** A remark for readers, or null. */
  readonly note: string | null;
}

/**
 * The days on which a fact holds, half-open: from `validFrom` up to but not including `validTo`. A null `validTo`
 * says that no end is recorded, not that there was none.
 */
export interface ValidTime {
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface ReferenceSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Null for what this project set itself. */
  readonly url: string | null;
  readonly licence: string;
  /** The date of the content as far as it is known: a year, a month or a day. */
  readonly datedOn: string | null;
  readonly note: string | null;
}

export type ReferenceAreaKind = 'region' | 'stp' | 'footprint' | 'icb';

export interface AreaKey {
  readonly kind: ReferenceAreaKind;
  /** Region and integrated care board: ODS code. STP: the ONS code first issued. Footprint: our own short code. */
  readonly code: string;
}

export interface ReferenceArea extends AreaKey, ValidTime, Provenance {
  readonly name: string;
  /** Unique among the areas of its kind. */
  readonly slug: string;
}

/** `within`: the child lies in this parent alone. `spans`: it lies in two or more parents of the kind. */
export type AreaRelation = 'within' | 'spans';

export interface AreaLink extends ValidTime, Provenance {
  readonly child: AreaKey;
  readonly parent: AreaKey;
  readonly relation: AreaRelation;
}

/** What an organisation was for a time: one that changed its name or its type has a row for each. */
export interface ReferenceOrganisation extends ValidTime, Provenance {
  /** ODS code, or `LDR-` and four characters where ODS has none. */
  readonly code: string;
  readonly name: string;
  /** Id of an organisation type of the programme. */
  readonly type: string;
  readonly typeStanding: Standing;
  readonly town: string | null;
  readonly postcode: string | null;
  /** The first region of these days among the organisation's own `OrganisationArea`s. */
  readonly regionCode: string;
}

/** An organisation may be in several STPs: a partner in each, or a CCG whose area is divided. */
export interface OrganisationArea extends ValidTime, Provenance {
  readonly organisationCode: string;
  readonly area: AreaKey;
}

export interface Membership extends ValidTime, Provenance {
  readonly footprintCode: string;
  readonly organisationCode: string;
  readonly role: MembershipRole;
  /** The name the source uses; null where the organisation is not named there. */
  readonly listedAs: string | null;
}

/** `registered_patients`: people on the lists of the organisation's GP practices. */
export type MeasureName = 'registered_patients';

export interface Measure extends Provenance {
  readonly organisationCode: string;
  readonly measure: MeasureName;
  readonly value: number;
  readonly measuredOn: string;
}

/** One cell of the hexagon map: rows count from the north, odd rows stand half a cell to the east. */
export interface HexagonCell extends Provenance {
  readonly area: AreaKey;
  readonly column: number;
  readonly row: number;
}

/**
 * What is said of what came before or after an area, where no event may be taken from it. Those of one area keep the order of
 * the file.
 */
export interface AreaNote extends Provenance {
  readonly area: AreaKey;
  readonly statement: string;
  /** A year, a month or a day, or null. */
  readonly datedOn: string | null;
}

/** What one organisation or area passed to another, or, with no successor, that it closed. */
export interface Succession extends Provenance {
  readonly subject: 'organisation' | 'area';
  /** Rows of one event have the same. */
  readonly kind: 'merge' | 'split' | 'transfer' | 'rename' | 'boundary-change' | 'closure';
  /** Code of an organisation, or kind and code of an area: `stp:E54000001`. */
  readonly predecessor: string;
  readonly successor: string | null;
  /** The first day of what came after. */
  readonly effectiveOn: string;
}

/** All reference facts, checked: every code and source named in one list is in another. Lists keep the files' order. */
export interface ReferenceData {
  readonly sources: readonly ReferenceSource[];
  readonly areas: readonly ReferenceArea[];
  readonly areaLinks: readonly AreaLink[];
  readonly organisations: readonly ReferenceOrganisation[];
  readonly organisationAreas: readonly OrganisationArea[];
  readonly memberships: readonly Membership[];
  readonly measures: readonly Measure[];
  readonly hexagons: readonly HexagonCell[];
  readonly successions: readonly Succession[];
  readonly areaNotes: readonly AreaNote[];
}
