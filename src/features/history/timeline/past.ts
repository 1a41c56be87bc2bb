import type { AreaRef, OrganisationRef } from '../../directory/index.ts';
import type { MembershipRole, Standing } from '../../programme/index.ts';
import type { SuccessionKind } from '../../register/index.ts';

/* All that is recorded of an organisation or an area, at whatever time. Days are ISO dates, periods half-open. */

/** One recorded fact with its period, and who says so. */
export interface PastFact {
  /** First day; null where that is not recorded. */
  readonly from: string | null;
  /** First day after; null while it lasts. */
  readonly to: string | null;
  /** The day of the first source that says so, where a source gives a state of affairs; null where it gives the day itself. */
  readonly seenFrom: string | null;
  readonly sourceId: string;
  readonly standing: Standing;
}

/** What an organisation was for a time. Empty texts are not recorded. */
export interface PastRecord extends PastFact {
  readonly name: string;
  readonly typeId: string;
  readonly status: string;
  readonly address: string;
  readonly town: string;
  readonly postcode: string;
  /** The day of the last source that says so. */
  readonly seenTo: string;
  /** Whether it is only known to have been so by its first day, which is that of a source. */
  readonly isBy: boolean;
}

export interface PastMembership<Other> extends PastFact {
  readonly other: Other;
  readonly role: MembershipRole;
}

export interface PastRelation extends PastFact {
  readonly kind: string;
  readonly related: LineageParty;
  /** Who bore the code of the other, and when; empty where it is in no directory here. */
  readonly bearers: readonly Bearer[];
}

/** What the holder of a code was called for a half-open time; a bound is null where none is known. */
export interface Bearer {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface PastPlace extends PastFact {
  readonly area: AreaRef;
}

export interface PastMeasure {
  readonly measure: string;
  readonly value: number;
  readonly measuredOn: string;
  readonly sourceId: string;
  readonly standing: Standing;
}

export interface OrganisationPast {
  readonly records: readonly PastRecord[];
  readonly memberships: readonly PastMembership<AreaRef>[];
  readonly relations: readonly PastRelation[];
  readonly places: readonly PastPlace[];
  readonly measures: readonly PastMeasure[];
}

/** What an area was for a time. */
export interface PastAreaRecord extends PastFact {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  /** Areas change on the days of events. */
  readonly isBy: false;
}

/** Another area that this one lies in, or that lies in this one. */
export interface PastLink extends PastFact {
  readonly area: AreaRef;
  readonly isParent: boolean;
}

/** What is said of what came before or after an area where no event may be taken from it. */
export interface AreaNote {
  readonly statement: string;
  /** A year, a month or a day; empty where none is given. */
  readonly datedOn: string;
  readonly sourceId: string;
  readonly standing: Standing;
  readonly note: string;
}

export interface AreaPast {
  readonly records: readonly PastAreaRecord[];
  readonly members: readonly PastMembership<OrganisationRef>[];
  readonly links: readonly PastLink[];
  readonly notes: readonly AreaNote[];
}

/** An organisation or area that went before, came after or is related; it may lie outside the directory. */
export interface LineageParty {
  /** The code of an organisation, the id of an area. */
  readonly id: string;
  /** As it was called then; null where it is in no directory. */
  readonly name: string | null;
  /** Null for an organisation. */
  readonly area: AreaRef | null;
}

/** What an event that holds may be. */
export type PastEventKind = Exclude<SuccessionKind, 'undo'>;

/** One predecessor and one successor of an event that holds. */
export interface LineageLink {
  readonly eventId: string;
  readonly kind: PastEventKind;
  /** The first day of what came after. */
  readonly effectiveOn: string;
  readonly reason: string;
  readonly sourceId: string;
  readonly standing: Standing;
  readonly predecessor: LineageParty;
  /** Null when nothing came after. */
  readonly successor: LineageParty | null;
  /** Whether the predecessor is on record before that day and on it as well; left out where that is not looked up. */
  readonly predecessorStays?: boolean;
}
