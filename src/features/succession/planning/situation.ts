import type {
  SituationEndorsement,
  SituationGrant,
  SituationLink,
  SituationMembership,
  SituationVersion,
} from '../facts.ts';
import type { Plan } from './plan.ts';

/* What must be known before it can be said what an event would do: the facts of its day, all read in one transaction. */

/** A footprint that the event names, as it stands on the day. */
export interface SituationFootprint {
  readonly areaId: string;
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  /** First day of the record that holds on the day; null where that is not recorded. */
  readonly from: string | null;
  readonly memberships: readonly SituationMembership[];
  /** In which it is the child or the parent. */
  readonly links: readonly SituationLink[];
  /** Days after the day of the event on which it is recorded to change, or a member to join, in order. */
  readonly laterDays: readonly string[];
  /** The version it works on, or worked on last; null before its first. */
  readonly version: SituationVersion | null;
  readonly endorsements: readonly SituationEndorsement[];
  /** Every version before that one, also of earlier rounds, the newest first. None of them is open for endorsement. */
  readonly earlier: readonly SituationVersion[];
  /** Of these, the ones to be read beside that version: what is written in them is found in no later one. */
  readonly beside: readonly SituationVersion[];
  /** Numbers of its published versions. */
  readonly published: readonly number[];
  readonly grants: readonly SituationGrant[];
  /** The footprint form in hand, in words; null where none is. */
  readonly openForm: string | null;
}

export interface SituationOrganisation {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly typeId: string;
  /** False for one that ended before the day and that an undo would bring back. */
  readonly isThere: boolean;
  readonly isCommissioner: boolean;
  readonly isTrust: boolean;
  /** First day; null where that is not recorded. */
  readonly from: string | null;
  /** First day after, where it is known to end. */
  readonly to: string | null;
  /** Registered patients, newest figure up to the day; null where none is on record. */
  readonly patients: number | null;
  readonly patientsOn: string | null;
  /** GP practices that it, or what it took over, commissions on the day. */
  readonly practices: number;
  /** Self-assessments it has begun. */
  readonly assessments: number;
  readonly exemplars: number;
  /** Regions and STPs recorded for it. */
  readonly places: readonly string[];
  /** In all footprints. */
  readonly memberships: readonly SituationMembership[];
  readonly grants: readonly SituationGrant[];
}

/** Codes and slugs of a footprint, from a day on. */
export interface TakenKeys {
  readonly areaId: string;
  readonly name: string;
  readonly code: string;
  readonly slug: string;
  /** First day after; null while it lasts. */
  readonly to: string | null;
}

/** The event that is to be taken back, as it was applied. */
export interface SituationUndone {
  readonly eventId: string;
  readonly plan: Plan;
  readonly isUndone: boolean;
  /** Events that hold and came later to the same areas, in words. */
  readonly later: readonly string[];
}

export interface Situation {
  /** The day on which it is asked. */
  readonly today: string;
  /** Whether a planning round is open on that day, so that a roadmap can be begun. */
  readonly isPlanningOpen: boolean;
  readonly footprints: readonly SituationFootprint[];
  /** Members of these footprints and organisations that the event names. */
  readonly organisations: readonly SituationOrganisation[];
  readonly taken: readonly TakenKeys[];
  /** Codes of organisations that have a record on the day or after it, whatever footprint they are in. */
  readonly organisationCodes: readonly string[];
  /** Proposals that wait for confirmation and touch the same footprints or organisations, in words. */
  readonly pending: readonly string[];
  /** Null unless the event is an undo of one that was applied here. */
  readonly undone: SituationUndone | null;
}
