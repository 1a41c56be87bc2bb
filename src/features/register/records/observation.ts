import type { Standing } from '../../programme/index.ts';
/* What a file says of an organisation on the day of the file, in one shape for every layout that can be read. */

/** Where on a file a thing was read: the number of its record, from 1 (a line of a CSV file, an organisation of XML or JSON). */
export type SourceRow = number;

export type OrganisationStatus = 'active' | 'dormant' | 'proposed';

/** How two organisations hang together; the words of the Organisation Data Service's relationships. */
export type RelationKind =
  | 'commissioned-by'
  | 'subdivision-of'
  | 'located-in'
  | 'operated-by'
  | 'directed-by'
  | 'partner-of';

export interface RelationObservation {
  readonly kind: RelationKind;
  readonly relatedCode: string;
  /** First day; null where the file does not say. */
  readonly from: string | null;
  /** Last day; null while it lasts. */
  readonly to: string | null;
}

export interface OrganisationObservation {
  readonly code: string;
  /** As the file spells it, but for names in capitals alone, which are written as one would write them. */
  readonly name: string;
  /** The ODS role it is known by, e.g. `RO197` NHS trust, `RO76` GP practice; null where the file does not say. */
  readonly roleId: string | null;
  /** Null for a closed organisation, and where the file does not say. */
  readonly status: OrganisationStatus | null;
  /** First day of being; null where the file does not say. */
  readonly openedOn: string | null;
  /** Last day of being; null while it is open. */
  readonly closedOn: string | null;
  /** True where it is said to be closed, and not since when: it is neither open nor closed on a day. */
  readonly isClosedWithoutDay?: boolean;
  /** Street address without town and postcode, parts joined by ", "; null where the file gives none. */
  readonly address: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly phone: string | null;
  /** NHS England region, e.g. `Y54`. */
  readonly regionCode: string | null;
  /** "High level health geography", e.g. `Q74`: a local office until 2018, an STP, later an ICB, since. */
  readonly geographyCode: string | null;
  readonly relations: readonly RelationObservation[];
  readonly row: SourceRow;
  /** Of a file that tells what this service itself had worked out or been told; absent for a file of the registry. */
  readonly stated?: {
    readonly typeId: string;
    readonly typeStanding: Standing;
    readonly standing: Standing;
    readonly note: string;
    /** Every region that it is said to lie in; absent where the first versions kept what a file said. */
    readonly regionCodes?: readonly string[];
  };
}

/** One organisation taking over from another. */
export interface SuccessionObservation {
  readonly predecessorCode: string;
  readonly successorCode: string;
  /** First day on which the successor stands in the place of the predecessor. */
  readonly effectiveOn: string;
  readonly row: SourceRow;
}
